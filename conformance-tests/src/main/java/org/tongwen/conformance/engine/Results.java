package org.tongwen.conformance.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.conformance.participant.Inbox;
import org.tongwen.conformance.plan.Always;
import org.tongwen.conformance.plan.Case;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.play.Played;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.StepResult;

/** What came of a run so far. */
final class Results {

    private final Plan plan;
    private final List<String> roles;
    private final Selection selection;
    private final Map<String, List<CaseResult>> byRequirement = new LinkedHashMap<>();

    Results(Plan plan, List<String> roles, Selection selection) {
        this.plan = plan;
        this.roles = roles;
        this.selection = selection;
    }

    synchronized void add(String requirement, CaseResult result) {
        byRequirement.computeIfAbsent(requirement, id -> new ArrayList<>()).add(result);
    }

    /** Adds what came of a conversation, also for the requirements that hold in every case. */
    void add(Case of, Played played) {
        add(of.requirement(), played.own());
        played.others().forEach((requirement, steps) -> add(requirement, result(of, steps, played.own())));
    }

    private static CaseResult result(Case of, List<StepResult> steps, CaseResult own) {
        Outcome outcome =
                Outcome.gravest(steps.stream().map(StepResult::outcome).toList());
        String reason = steps.stream()
                .filter(step -> step.outcome() != Outcome.PASS)
                .map(step -> step.what() + ": expected " + step.expected() + ", but " + step.actual())
                .distinct()
                .collect(Collectors.joining("\n"));
        return new CaseResult(of.name(), of.title(), outcome, reason, steps, own.evidence());
    }

    /** Adds what came for cases that were over and had passed: it is one message too many. */
    synchronized void strays(List<Inbox.Stray> strays) {
        for (Inbox.Stray stray : strays) {
            plan.cases().stream()
                    .filter(each -> each.name().equals(stray.owner()) && passed(each))
                    .findFirst()
                    .ifPresent(each -> {
                        String requirement =
                                plan.setting().always().getOrDefault(Always.UNEXPECTED, each.requirement());
                        StepResult step = StepResult.fail(
                                "after the case",
                                "nothing but what was called for",
                                stray.arrival().words() + " came");
                        add(
                                requirement,
                                new CaseResult(
                                        each.name(),
                                        each.title(),
                                        Outcome.FAIL,
                                        "after the case was over, " + step.actual(),
                                        List.of(step),
                                        stray.arrival().evidence()));
                    });
        }
    }

    private boolean passed(Case each) {
        return byRequirement.getOrDefault(each.requirement(), List.of()).stream()
                .filter(result -> result.name().equals(each.name()))
                .allMatch(result -> result.outcome() == Outcome.PASS);
    }

    /** Why a requirement is not tried at all; empty for one that is. */
    Optional<RequirementResult> untried(Requirement requirement) {
        if (requirement.untested().isPresent()) {
            return Optional.of(RequirementResult.without(
                    requirement,
                    Outcome.NOT_RUN,
                    "nobody tests it: " + requirement.untested().get()));
        } else if (!requirement.isDemandedOf(roles)) {
            return Optional.of(RequirementResult.without(
                    requirement,
                    Outcome.NOT_APPLICABLE,
                    "it is demanded of " + String.join(", ", requirement.roles())));
        }
        return Optional.empty();
    }

    RequirementResult of(Requirement requirement) {
        return untried(requirement).orElseGet(() -> tried(requirement));
    }

    private synchronized RequirementResult tried(Requirement requirement) {
        List<CaseResult> cases = byRequirement.getOrDefault(requirement.id(), List.of());
        boolean leftOut = cases.isEmpty() && !selection.isAll();
        return leftOut
                ? RequirementResult.without(requirement, Outcome.NOT_RUN, "it was left out: " + selection.words())
                : RequirementResult.of(requirement, cases);
    }

    List<RequirementResult> all() {
        return plan.requirements().stream().map(this::of).toList();
    }
}
