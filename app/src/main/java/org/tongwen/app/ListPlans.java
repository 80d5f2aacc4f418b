package org.tongwen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Plans;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.reference.Defect;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen conformance list}. */
@Command(
        name = "list",
        description = "Lists the plans that participants are certified by, or what one of them demands.",
        customSynopsis = "tongwen conformance list [PLAN|--variants] [--format text|json]",
        footer = {
            "",
            "Of a plan: what it asks of a participant's configuration, and each requirement with its clause, of whom it is",
            "demanded, how many cases try it, or why it is not tested.",
            "",
            "Example: tongwen conformance list wallet-interop",
            "Example: tongwen conformance list --variants"
        })
final class ListPlans implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "PLAN", description = "Name of a plan, or the folder of one.")
    private @Nullable String plan;

    @Option(
            names = "--variants",
            description =
                    "List the broken participants that come with the suite instead: the name of each for --participant"
                            + " reference:NAME, the requirement that it breaks, and what it does wrong.")
    private boolean variants;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the list. Default: text")
    private OutputFormat format;

    ListPlans(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (variants && plan != null) {
            throw new ParameterException(spec.commandLine(), "PLAN and --variants exclude each other");
        } else if (variants) {
            variants();
        } else if (plan == null) {
            all();
        } else {
            one(PlanNames.plan(plan, terminal));
        }
        return Exit.DONE;
    }

    private void all() {
        List<Plan> plans = Plans.names().stream()
                .map(name -> PlanNames.plan(name, terminal))
                .toList();
        switch (format) {
            case TEXT ->
                terminal.result(Columns.text(plans.stream()
                        .map(each -> List.of(
                                each.id(),
                                each.version(),
                                each.requirements().size() + " requirements",
                                each.cases().size() + " cases",
                                each.title()))
                        .toList()));
            case JSON ->
                terminal.result(JsonReport.of(
                        new Json.Items(plans.stream().<Json>map(ListPlans::head).toList())::write));
        }
    }

    private void variants() {
        List<Defect> defects = List.of(Defect.values());
        switch (format) {
            case TEXT ->
                terminal.result(Columns.text(defects.stream()
                        .map(each -> List.of(each.variant(), each.requirement(), each.words()))
                        .toList()));
            case JSON ->
                terminal.result(JsonReport.of(new Json.Items(defects.stream()
                        .<Json>map(each -> Json.fields()
                                .with("name", each.variant())
                                .with("breaks", each.requirement())
                                .with("does", each.words()))
                        .toList())::write));
        }
    }

    private void one(Plan known) {
        switch (format) {
            case TEXT -> terminal.result(text(known));
            case JSON ->
                terminal.result(JsonReport.of(head(known)
                        .with("data", data(known))
                        .with(
                                "requirements",
                                new Json.Items(known.requirements().stream()
                                        .<Json>map(each -> json(known, each))
                                        .toList()))::write));
        }
    }

    private static Json.Fields head(Plan known) {
        return Json.fields()
                .with("id", known.id())
                .with("version", known.version())
                .with("title", known.title())
                .with("profile", known.profile())
                .with("roles", Json.texts(known.roles()))
                .with("digest", known.digest());
    }

    /** What the configuration of a participant is asked for. */
    private static Json.Fields data(Plan known) {
        Json.Fields data = Json.fields();
        for (Map.Entry<String, String> each : known.setting().data().entrySet()) {
            data = data.with(each.getKey(), each.getValue());
        }
        return data;
    }

    private static Json json(Plan known, Requirement requirement) {
        return Json.fields()
                .with("id", requirement.id())
                .with("text", requirement.text())
                .with("clause", requirement.clause())
                .with("severity", requirement.severity().word())
                .with("roles", Json.texts(requirement.roles()))
                .with("cases", known.casesOf(requirement).size())
                .withText("untested", requirement.untested().orElse(""));
    }

    private static String text(Plan known) {
        StringBuilder text = new StringBuilder(
                        VisibleText.of(known.id() + " " + known.version() + ": " + known.title()))
                .append('\n');
        if (!known.roles().isEmpty()) {
            text.append(VisibleText.of("roles: " + String.join(", ", known.roles())))
                    .append('\n');
        }
        known.setting()
                .data()
                .forEach((name, words) -> text.append(VisibleText.of("data." + name + ": " + words))
                        .append('\n'));
        known.requirements().forEach(each -> text.append('\n').append(text(known, each)));
        return text.toString();
    }

    private static String text(Plan known, Requirement requirement) {
        List<String> tail = new ArrayList<>(
                List.of(requirement.clause(), requirement.severity().word()));
        if (!requirement.roles().isEmpty()) {
            tail.add(String.join(", ", requirement.roles()));
        }
        tail.add(requirement
                .untested()
                .map(reason -> "not tested: " + reason)
                .orElseGet(() -> cases(known.casesOf(requirement).size())));
        return VisibleText.of(requirement.id() + "  " + requirement.text()) + "\n    "
                + VisibleText.of(String.join(" · ", tail)) + "\n";
    }

    private static String cases(int count) {
        return count == 1 ? "1 case" : count + " cases";
    }
}
