package org.tongwen.mappings.format.mt;

/** The path of a field and how the names of its components follow: {@code 4:32A} and {@code 4:32A.amount}, {@code 2} and {@code 2:type}. */
record FieldPath(String path, String divider) {

    static FieldPath field(String tag) {
        return new FieldPath("4:" + tag, ".");
    }

    static FieldPath tagged(String path) {
        return new FieldPath(path, ".");
    }

    static FieldPath header(String block) {
        return new FieldPath(block, ":");
    }

    /** The path of the nth occurrence, counted from 1. */
    FieldPath occurrence(int number) {
        return new FieldPath(path + "[" + number + "]", divider);
    }

    String of(String component) {
        return component.isEmpty() ? path : path + divider + component;
    }

    String of(String component, int number) {
        return of(component) + "[" + number + "]";
    }

    /** The field of a path: {@code 4:71F} of {@code 4:71F[2].amount}, {@code 2} of {@code 2:type}. */
    static String fieldOf(String path) {
        return path.replaceFirst("^([12]):.*", "$1").replaceFirst("[.\\[].*", "");
    }
}
