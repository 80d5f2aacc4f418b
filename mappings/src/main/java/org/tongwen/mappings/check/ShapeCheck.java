package org.tongwen.mappings.check;

import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.pattern.Pattern;

/**
 * Compares the pattern and length of source texts with what the ISO type takes, where nothing converts between them. Only what is certain
 * is said: that no text of the one is a value of the other.
 */
record ShapeCheck(Report report) implements Visitor {

    private static final int SHORT = 40;
    private static final String ZONE = "(Z|[+\\-][0-9]{2}:[0-9]{2})?";
    private static final String DATE = "-?[0-9]{4,}-[0-9]{2}-[0-9]{2}";
    private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?";

    /** How values of types other than texts are written. */
    private static final Map<Primitive, Pattern> FORMS = Map.of(
            Primitive.DATE, Pattern.of(DATE + ZONE),
            Primitive.DATE_TIME, Pattern.of(DATE + "T" + TIME + ZONE),
            Primitive.TIME, Pattern.of(TIME + ZONE),
            Primitive.BOOLEAN, Pattern.of("true|false|1|0"),
            Primitive.DECIMAL, Pattern.of("[+\\-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)"));

    private static final Map<Primitive, String> CODECS = Map.of(
            Primitive.DATE, "date(yyyyMMdd)",
            Primitive.DATE_TIME, "datetime(yyyyMMddHHmmss, +08:00)",
            Primitive.TIME, "time(HHmmss, …)",
            Primitive.DECIMAL, "decimal");

    @Override
    public void pair(MappingFile.Pair pair, Spot spot) {
        Optional<SourceField> text = spot.field(pair.path())
                .map(field -> field.kind() == Tree.Kind.LIST ? field.items().orElse(field) : field)
                .filter(field ->
                        field.kind() == Tree.Kind.TEXT && field.values().isEmpty());
        if (pair.codec().isEmpty() && text.isPresent() && spot.valueType().isPresent()) {
            SimpleType type = spot.valueType().get();
            Texts.pattern(text.get())
                    .ifPresentOrElse(
                            pattern -> compare(pattern, type, pair, spot),
                            () -> tooShort(text.get(), type, pair, spot));
        }
    }

    /** A text may be too short for every pattern of the type, whatever stands in it. */
    private void tooShort(SourceField text, SimpleType type, MappingFile.Pair pair, Spot spot) {
        int longest = text.maxLength().orElse(Integer.MAX_VALUE);
        if (longest > SHORT) {
            return;
        }
        Pattern any = Pattern.of("[\\s\\S]{0," + longest + "}");
        if (isRuledOut(any, type)) {
            String message = pair.path() + " has at most " + longest + " characters, and no value of " + type.name()
                    + " of " + spot.element().name() + " is so short";
            never(message, pair, MappingFinding.PATTERN_NEVER, "");
        }
    }

    private static boolean isRuledOut(Pattern pattern, SimpleType type) {
        return type.facets(Facet.Patterns.class)
                .anyMatch(step -> step.alternatives().stream().noneMatch(pattern::meets));
    }

    private void compare(Pattern pattern, SimpleType type, MappingFile.Pair pair, Spot spot) {
        String what = "no text of " + pair.path() + ", which has the pattern " + pattern + ", is ";
        Pattern form = FORMS.get(type.primitive());
        if (!type.values().isEmpty()) {
            if (type.values().stream().noneMatch(pattern::matches)) {
                never(what + "a code of " + spot.element().name(), pair, MappingFinding.NOT_IN_CODE_SET, "");
            }
        } else if (form != null && !pattern.meets(form)) {
            String codec = CODECS.getOrDefault(type.primitive(), "");
            never(
                    what + "a " + type.primitive().xmlName(),
                    pair,
                    MappingFinding.TYPE_MISMATCH,
                    codec.isEmpty() ? "" : "say how it is written, for instance as " + codec);
        } else if (isRuledOut(pattern, type)) {
            never(what + "a value of " + type.name(), pair, MappingFinding.PATTERN_NEVER, "");
        }
    }

    private void never(String message, MappingFile.Pair pair, MappingFinding kind, String hint) {
        report.add(kind.at(pair.place(), message).hint(hint));
    }
}
