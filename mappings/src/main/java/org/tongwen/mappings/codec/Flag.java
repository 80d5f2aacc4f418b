package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/** {@code flag(Y, N)}: yes and no. */
final class Flag extends TextCodec {

    private static final Set<Primitive> FITS = Values.with(Values.TEXT, Primitive.BOOLEAN);

    private final String yes;
    private final String no;

    Flag(String yes, String no) {
        this.yes = yes;
        this.no = no;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public Set<Primitive> fits() {
        return FITS;
    }

    @Override
    public Optional<Set<String>> isoTexts() {
        return Optional.of(Set.of("true", "false"));
    }

    @Override
    public Optional<Set<String>> sourceTexts() {
        return Optional.of(Set.of(yes, no));
    }

    @Override
    public int isoLength(int sourceLength) {
        return 5;
    }

    @Override
    public Converted<String> toIso(String source) {
        if (source.equals(yes) || source.equals(no)) {
            return Converted.of(source.equals(yes) ? "true" : "false");
        }
        return Converted.refused("codec.Flag", "must be " + yes + " or " + no);
    }

    @Override
    public Converted<String> fromIso(String iso) {
        return switch (trimmed(iso)) {
            case "true", "1" -> Converted.of(yes);
            case "false", "0" -> Converted.of(no);
            default -> Converted.refused("codec.Flag", "must be true or false");
        };
    }

    /** XML Schema has two words for each. */
    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        return fromIso(one.getOrDefault("", "")).equals(fromIso(other.getOrDefault("", "")));
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "flag";
        }

        @Override
        public Description describe() {
            return Description.of("Yes and no in the institution's words, and `true` and `false`.")
                    .form("flag(Y, N)", "the word for yes, then the word for no")
                    .lost("Whether ISO wrote `true` or `1`.")
                    .example("flag(Y, N)", "Y", "true")
                    .example("flag(1, 0)", "0", "false");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return arguments.size() == 2 && !arguments.get(0).equals(arguments.get(1))
                    ? Optional.of(new Flag(arguments.get(0), arguments.get(1)))
                    : Optional.empty();
        }
    }
}
