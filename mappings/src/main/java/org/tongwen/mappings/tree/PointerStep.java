package org.tongwen.mappings.tree;

/** Names as they stand in JSON pointers (RFC 6901). */
public final class PointerStep {

    private PointerStep() {}

    /** A name as a step of a pointer. */
    public static String of(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The name that a step stands for. */
    public static String name(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
