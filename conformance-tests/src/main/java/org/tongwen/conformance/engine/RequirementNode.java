package org.tongwen.conformance.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.tongwen.conformance.plan.Requirement;

/** A requirement in the tree of tests. */
final class RequirementNode extends AbstractTestDescriptor {

    private final Requirement requirement;

    RequirementNode(UniqueId plan, Requirement requirement) {
        super(plan.append("requirement", requirement.id()), requirement.id() + " " + requirement.text());
        this.requirement = requirement;
    }

    Requirement requirement() {
        return requirement;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }
}
