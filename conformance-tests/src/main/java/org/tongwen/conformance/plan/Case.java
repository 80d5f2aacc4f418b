package org.tongwen.conformance.plan;

/** Something that is tried to test a requirement. */
public sealed interface Case permits ConversationCase, MessageCase, TranslationCase {

    /** Its name: the path of its file in the plan's folder {@code cases}. */
    String name();

    /** What it tries, in one line. */
    String title();

    /** The identifier of the requirement that it tests. */
    String requirement();
}
