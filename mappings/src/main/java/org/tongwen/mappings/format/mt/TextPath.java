package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/**
 * A value of the text block and the way to it.
 *
 * @param groups the groups around its field, outermost first, such as {@code line[2]}
 * @param path its path in mappings, such as {@code line[2]._61.amount}
 * @param component the names below the field without numbers, divided by dots; empty when the field is the value
 * @param text the value
 * @param place where it begins
 */
record TextPath(List<String> groups, String path, String component, String text, Place place) {

    private static final List<String> AROUND = List.of(MtNames.HEADER, MtNames.USER, MtNames.TRAILER);

    static TextPath of(Tree leaf) {
        List<String> steps = new ArrayList<>();
        for (String step : leaf.pointer().substring(1).split("/")) {
            boolean number = Character.isDigit(step.charAt(0));
            int last = steps.size() - 1;
            if (number) {
                steps.set(last, steps.get(last) + "[" + (Integer.parseInt(step) + 1) + "]");
            } else {
                steps.add(step);
            }
        }
        return of(steps, leaf);
    }

    private static TextPath of(List<String> steps, Tree leaf) {
        int field = 0;
        while (field < steps.size() - 1 && !steps.get(field).startsWith("_")) {
            field++;
        }
        String path = String.join(".", steps);
        String below = withoutNumbers(String.join(".", steps.subList(field + 1, steps.size())));
        if (steps.get(field).startsWith("_")) {
            return new TextPath(List.copyOf(steps.subList(0, field)), path, below, leaf.value(), leaf.place());
        }
        return ofRest(withoutNumbers(steps.get(0)), path, leaf);
    }

    /** A value of a field that the layout does not have: its tag, or one of its lines. */
    private static TextPath ofRest(String group, String path, Tree leaf) {
        List<String> groups = group.equals(MtOutlineReader.FIELDS) ? List.of() : List.of(group);
        String component = path.endsWith("." + OtherField.TAG) ? OtherField.TAG : "";
        return new TextPath(groups, path, component, leaf.value(), leaf.place());
    }

    private static String withoutNumbers(String path) {
        return path.replaceAll("\\[\\d+]", "");
    }

    /** Whether it stands in block 4 and is not only what the tag says. */
    boolean isOfText() {
        boolean around = !groups.isEmpty() && AROUND.contains(groups.get(0));
        return !around && !component.equals(FieldRule.OPTION) && !component.equals(OtherField.TAG);
    }

    int line() {
        return place.line();
    }

    int lastLine() {
        return line() + (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The column behind a value of one line. */
    int end() {
        return place.column() + text.codePointCount(0, text.length());
    }
}
