package org.tongwen.conformance.engine;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.tongwen.conformance.plan.Case;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.play.Played;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;

/** A plan as tests of the JUnit Platform: a requirement is a container, a case a test. It serves one run. */
final class PlanEngine implements TestEngine {

    static final String ID = "tongwen-conformance";

    private final Plan plan;
    private final Selection selection;
    private final CaseRunner runner;
    private final Results results;

    PlanEngine(Plan plan, Selection selection, CaseRunner runner, Results results) {
        this.plan = plan;
        this.selection = selection;
        this.runner = runner;
        this.results = results;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor root = new EngineDescriptor(id, plan.title());
        for (Requirement requirement : plan.requirements()) {
            List<Case> cases =
                    plan.casesOf(requirement).stream().filter(selection::takes).toList();
            if (!cases.isEmpty() || selection.isAll()) {
                RequirementNode node = new RequirementNode(id, requirement);
                cases.forEach(each -> node.addChild(new CaseNode(node.getUniqueId(), each)));
                root.addChild(node);
            }
        }
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor root = request.getRootTestDescriptor();
        listener.executionStarted(root);
        // What holds in every case is known only when all others are done.
        List<RequirementNode> all =
                root.getChildren().stream().map(RequirementNode.class::cast).toList();
        all.stream().filter(node -> !node.getChildren().isEmpty()).forEach(node -> run(node, listener));
        all.stream().filter(node -> node.getChildren().isEmpty()).forEach(node -> run(node, listener));
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    private void run(RequirementNode node, EngineExecutionListener listener) {
        Optional<RequirementResult> untried = results.untried(node.requirement());
        if (untried.isPresent()) {
            listener.executionSkipped(node, untried.get().reason());
            return;
        }
        listener.executionStarted(node);
        node.getChildren().forEach(child -> run((CaseNode) child, listener));
        RequirementResult result = results.of(node.requirement());
        listener.executionFinished(node, result(result.outcome(), result.reason()));
    }

    private void run(CaseNode node, EngineExecutionListener listener) {
        listener.executionStarted(node);
        Played played = runner.run(node.tested());
        results.add(node.tested(), played);
        listener.executionFinished(
                node, result(played.own().outcome(), played.own().reason()));
    }

    private static TestExecutionResult result(Outcome outcome, String reason) {
        return switch (outcome) {
            case PASS, NOT_APPLICABLE -> TestExecutionResult.successful();
            case NOT_RUN -> TestExecutionResult.aborted(new OutcomeException(outcome, reason));
            case FAIL, ERROR -> TestExecutionResult.failed(new OutcomeException(outcome, reason));
        };
    }
}
