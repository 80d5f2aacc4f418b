package org.tongwen.conformance.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.tongwen.conformance.plan.Case;

/** A case in the tree of tests. */
final class CaseNode extends AbstractTestDescriptor {

    private final Case tested;

    CaseNode(UniqueId requirement, Case tested) {
        super(requirement.append("case", tested.name()), tested.name() + ": " + tested.title());
        this.tested = tested;
    }

    Case tested() {
        return tested;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
