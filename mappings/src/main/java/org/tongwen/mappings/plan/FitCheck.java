package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.codec.Codec;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.finding.Finding;

/** Checks that the values of a source field fit the ISO type they are written to. */
record FitCheck(List<Finding> findings) {

    private static final Map<Primitive, List<String>> CODECS = Map.of(
            Primitive.DATE, List.of("date"),
            Primitive.DATE_TIME, List.of("datetime"),
            Primitive.TIME, List.of("time"));

    void check(SourceField field, Codec codec, MappingFile.Pair leaf, Scope scope) {
        Optional<SimpleType> type = LeafCompiler.valueType(scope.element());
        if (type.isPresent()) {
            length(field, codec, type.get(), leaf, scope);
            kind(field, codec, type.get(), leaf, scope);
        }
    }

    private void length(SourceField field, Codec codec, SimpleType type, MappingFile.Pair leaf, Scope scope) {
        SourceField value = field.items().filter(item -> !codec.takesList()).orElse(field);
        Optional<Integer> allowed = type.maxLength();
        if (allowed.isEmpty() || value.maxLength().isEmpty()) {
            return;
        }
        int longest = codec.isoLength(value.maxLength().getAsInt());
        if (longest > allowed.get()) {
            String message = leaf.path() + " may have " + longest + " characters but " + type.name() + " of "
                    + scope.element().name() + " allows " + allowed.get();
            findings.add(Finding.error("mapping.OverflowPolicy", leaf.place(), message)
                    .hint("say how it overflows, for instance as text(cut " + allowed.get() + ")"));
        }
    }

    /** Text becomes a date only through a codec; without one the source must write dates as ISO does. */
    private void kind(SourceField field, Codec codec, SimpleType type, MappingFile.Pair leaf, Scope scope) {
        List<String> codecs = CODECS.getOrDefault(type.primitive(), List.of());
        boolean fits = codec.fits().contains(type.primitive());
        boolean number = field.kind() == Tree.Kind.NUMBER
                && !codecs.isEmpty()
                && leaf.codec().isEmpty();
        if (!fits || number) {
            findings.add(Finding.error(
                    "mapping.TypeMismatch",
                    leaf.place(),
                    scope.element().name() + " is a " + type.primitive().xmlName()
                            + (codecs.isEmpty()
                                    ? ", which " + leaf.codec() + " does not make"
                                    : "; it needs the codec " + codecs.get(0))));
        }
    }
}
