package org.tongwen.mappings.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tongwen.mappings.codec.Codecs;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.tree.Bounds;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;

/** Compares the numbers that the source schema allows with the digits that the ISO type has room for. Without limits in the schema nothing is said. */
record NumberCheck(Report report) implements Visitor {

    @Override
    public void pair(MappingFile.Pair pair, Spot spot) {
        Optional<SourceField> number = spot.field(pair.path()).filter(field -> field.kind() == Tree.Kind.NUMBER);
        boolean known = pair.codec().isEmpty() || List.of("minor", "decimal").contains(Codecs.name(pair.codec()));
        if (number.isPresent() && known && spot.valueType().isPresent()) {
            Bounds bounds = number.get().bounds();
            SimpleType type = spot.valueType().get();
            if (type.primitive() == Primitive.DECIMAL) {
                digits(bounds, type, pair, spot);
            } else if (pair.codec().isEmpty()) {
                characters(bounds, type, pair, spot);
            }
        }
    }

    private void digits(Bounds bounds, SimpleType type, MappingFile.Pair pair, Spot spot) {
        boolean minor = Codecs.name(pair.codec()).equals("minor");
        int decimals = minor ? 0 : bounds.decimals().orElse(0);
        OptionalInt whole = bounds.wholeDigits();
        if (whole.isPresent()) {
            compare(
                    whole.getAsInt() + (long) decimals,
                    type.facets(Facet.TotalDigits.class).map(Facet.TotalDigits::value),
                    "digits",
                    pair,
                    spot);
        }
        compare(
                decimals,
                type.facets(Facet.FractionDigits.class).map(Facet.FractionDigits::value),
                "decimals",
                pair,
                spot);
    }

    /** A number in a text, such as a number of transactions. */
    private void characters(Bounds bounds, SimpleType type, MappingFile.Pair pair, Spot spot) {
        if (bounds.wholeDigits().isPresent()) {
            int decimals = bounds.decimals().orElse(0);
            long longest = bounds.wholeDigits().getAsInt() + (decimals == 0 ? 0 : decimals + 1L);
            compare(longest, type.maxLength().stream(), "characters", pair, spot);
        }
    }

    private void compare(long has, Stream<Integer> limits, String unit, MappingFile.Pair pair, Spot spot) {
        limits.min(Integer::compare)
                .filter(limit -> has > limit)
                .ifPresent(limit -> report.add(MappingFinding.OVERFLOW_POLICY
                        .at(
                                pair.place(),
                                pair.path() + " may have " + has + " " + unit + " but "
                                        + spot.valueType().map(SimpleType::name).orElse("") + " of "
                                        + spot.element().name() + " allows " + limit)
                        .hint("numbers are never cut; limit them in the source schema")));
    }
}
