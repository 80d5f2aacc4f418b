package org.tongwen.mappings.format.mt;

/** Names in the tree of a message. Tags that begin with a digit get a low line before them, so that they are names in XML too. */
final class MtNames {

    static final String HEADER = "header";
    static final String USER = "user";
    static final String TRAILER = "trailer";

    private MtNames() {}

    /** The name of a field of block 4. */
    static String field(String tag) {
        return "_" + tag;
    }

    /** The name of a field in the user header or of a trailer. */
    static String leaf(String block, String tag) {
        return block.equals("3") ? field(tag) : tag;
    }

    /** The tag of a name. */
    static String tag(String name) {
        return name.startsWith("_") ? name.substring(1) : name;
    }
}
