package org.tongwen.mappings.format.mt;

/**
 * The path of a field and how the names of its components follow: {@code 4:32A} and {@code 4:32A.amount}, {@code 2} and {@code 2:type}. A
 * field in a group has the group's path before it: {@code 4:line[3]/61.amount}.
 *
 * @param group what stands before its name
 * @param name its tag
 * @param number which occurrence it is, counted from 1; 0 for a field that stands but once
 * @param divider what stands before the first name of a component
 */
record FieldPath(String group, String name, int number, String divider) {

    /** What stands before the fields of block 4 that are in no group. */
    static final String TEXT = "4:";

    static FieldPath field(String tag) {
        return in(TEXT, tag);
    }

    /** A field behind the path of its group. */
    static FieldPath in(String group, String tag) {
        return new FieldPath(group, tag, 0, ".");
    }

    static FieldPath tagged(String path) {
        return in("", path);
    }

    static FieldPath header(String block) {
        return new FieldPath("", block, 0, ":");
    }

    /** The path of the nth occurrence, counted from 1. */
    FieldPath occurrence(int number) {
        return new FieldPath(group, name, number, divider);
    }

    String path() {
        return number == 0 ? group + name : group + name + "[" + number + "]";
    }

    String of(String component) {
        return component.isEmpty() ? path() : path() + divider + component;
    }

    String of(String component, int number) {
        return of(component) + "[" + number + "]";
    }

    /** The path of what stands behind so many steps of a JSON pointer, whose numbers are items. */
    String behind(int steps, String pointer) {
        int at = 0;
        for (int i = 0; i < steps && at >= 0; i++) {
            at = pointer.indexOf('/', at + 1);
        }
        StringBuilder path = new StringBuilder(path());
        String next = divider;
        for (String step : at < 0 ? new String[0] : pointer.substring(at + 1).split("/")) {
            if (Character.isDigit(step.charAt(0))) {
                path.append('[').append(Integer.parseInt(step) + 1).append(']');
            } else {
                path.append(next).append(step);
            }
            next = ".";
        }
        return path.toString();
    }

    /** The field of a path: {@code 4:71F} of {@code 4:71F[2].amount}, {@code 2} of {@code 2:type}. */
    static String fieldOf(String path) {
        if (path.startsWith("1:") || path.startsWith("2:")) {
            return path.substring(0, 1);
        }
        int end = path.lastIndexOf('/') + 1;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return path.substring(0, end);
    }

    /** The path of a value, given its JSON pointer: {@code 4:B[1]/71F[2].amount} of {@code /B/0/_71F/1/amount}. */
    static String ofPointer(String pointer) {
        if (pointer.startsWith("/" + MtNames.USER + "/")) {
            return "3:" + MtNames.tag(pointer.substring(pointer.lastIndexOf('/') + 1));
        }
        StringBuilder path = new StringBuilder(TEXT);
        String divider = "";
        for (String step : pointer.substring(1).split("/", -1)) {
            boolean item = !divider.isEmpty() && !step.isEmpty() && step.chars().allMatch(Character::isDigit);
            path.append(item ? "[" + (Long.parseLong(step) + 1) + "]" : divider + MtNames.tag(step));
            divider = divider.equals(".") || step.startsWith("_") ? "." : "/";
        }
        return path.toString();
    }
}
