package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongwen.xsd.definition.Primitive;

/** {@code code(table)}: the institution's codes and the ISO codes by a table of the mapping. */
final class Code extends TextCodec {

    /** Known codes in a hint, so that a table of thousands stays readable. */
    private static final int SHOWN = 30;

    private final String name;
    private final Table table;
    private final Fidelity fidelity;

    Code(String name, Table table) {
        this.name = name;
        this.table = table;
        this.fidelity = table.isOneToOne()
                ? Fidelity.EXACT
                : table.otherwise().isPresent() ? Fidelity.LOSSY : Fidelity.NORMALISING;
    }

    @Override
    public Fidelity fidelity() {
        return fidelity;
    }

    @Override
    public Set<Primitive> fits() {
        return Values.UNDATED;
    }

    @Override
    public Optional<Set<String>> isoTexts() {
        Set<String> texts = new TreeSet<>(table.toIso().values());
        table.otherwise().ifPresent(texts::add);
        return Optional.of(texts);
    }

    @Override
    public Optional<Set<String>> sourceTexts() {
        return table.otherwise().isPresent()
                ? Optional.empty()
                : Optional.of(table.toIso().keySet());
    }

    @Override
    public int isoLength(int sourceLength) {
        return isoTexts().orElse(Set.of()).stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    @Override
    public Converted<String> toIso(String source) {
        String found = table.toIso().get(source);
        if (found != null) {
            return Converted.of(found);
        }
        return table.otherwise().map(Converted::of).orElseGet(() -> unknown(table.toIso()));
    }

    @Override
    public Converted<String> fromIso(String iso) {
        String found = table.fromIso().get(iso);
        return found != null ? Converted.of(found) : unknown(table.fromIso());
    }

    private Converted<String> unknown(Map<String, String> map) {
        String known = map.keySet().stream().limit(SHOWN).collect(Collectors.joining(", "));
        return Converted.refused(
                "codec.Code",
                "holds a code that the table " + name + " does not know",
                "known codes: " + known + (map.size() > SHOWN ? " and " + (map.size() - SHOWN) + " more" : ""));
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "code";
        }

        @Override
        public Description describe() {
            return Description.of("Codes by a table that stands under `codes:` in the mapping's head.")
                    .form("code(charges)", "the table of that name")
                    .lost(
                            "Nothing while the table is one-to-one. A code whose row is marked as one-way comes back as the code"
                                    + " of the two-way row; codes that only a row `\"*\"` takes do not come back.")
                    .example("code(charges)", "OUR", "DEBT")
                    .example("code(charges)", "SHARED", "SHAR", "SHA");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.only(arguments)
                    .flatMap(name -> Optional.ofNullable(tables.get(name)).map(table -> new Code(name, table)));
        }
    }
}
