package org.tongwen.mappings.format.layout;

import java.util.List;
import java.util.Map;
import org.tongwen.mappings.tree.PointerStep;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/**
 * Checks the fields of one object against what a layout says of them, on reading and on writing.
 *
 * @param format the format's name, which begins the findings' ids
 * @param findings takes what is wrong
 */
public record FieldCheck(String format, List<Finding> findings) {

    /** Looks at all values of an object, at required ones that are not there, and at fields that the layout does not have. */
    public void object(Tree object, Map<String, SourceField> fields) {
        fields.forEach((name, field) -> object.field(name)
                .filter(value -> value.kind() != Tree.Kind.NULL)
                .ifPresentOrElse(value -> value(name, value, field), () -> missing(name, object, field)));
        object.fields().forEach((name, value) -> {
            if (!fields.containsKey(name)) {
                unknown(name, value, fields);
            }
        });
    }

    private void missing(String name, Tree object, SourceField field) {
        if (field.required()) {
            Place place = object.place();
            String path = place.path() + "/" + PointerStep.of(name);
            findings.add(
                    Finding.error(format + ".Missing", place.path(path), name + " has no value, but must have one"));
        }
    }

    private void value(String name, Tree value, SourceField field) {
        if (field.kind() == Tree.Kind.OBJECT || field.kind() == Tree.Kind.LIST || !value.isLeaf()) {
            structure(name, value, field.kind());
            return;
        }
        String text = value.value();
        if (field.maxLength().isPresent()
                && text.codePointCount(0, text.length()) > field.maxLength().getAsInt()) {
            String message = name + " has " + text.codePointCount(0, text.length()) + " characters, more than the "
                    + field.maxLength().getAsInt() + " allowed";
            findings.add(
                    Finding.error(format + ".TooLong", value.place(), message).value(text));
        }
        if (!field.values().isEmpty() && !field.values().contains(text)) {
            findings.add(Finding.error(format + ".NotAllowed", value.place(), name + " is none of the values allowed")
                    .value(text)
                    .hint("allowed: " + String.join(", ", field.values())));
        }
    }

    private void structure(String name, Tree value, Tree.Kind wanted) {
        if (value.kind() != wanted) {
            String said = switch (wanted) {
                case OBJECT -> "must be an object with fields";
                case LIST -> "must be a list";
                default -> "must be a value";
            };
            findings.add(Finding.error(format + ".Structure", value.place(), name + " " + said));
        }
    }

    private void unknown(String name, Tree value, Map<String, SourceField> fields) {
        findings.add(Finding.error(format + ".UnknownField", value.place(), "the layout has no field " + name)
                .hint(Nearest.of(name, fields.keySet())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("known: " + String.join(", ", fields.keySet()))));
    }
}
