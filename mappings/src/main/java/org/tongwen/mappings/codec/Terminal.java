package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code terminal(A)}: a SWIFT logical terminal address of twelve characters as a BIC. The ninth character names the terminal and has no
 * place in a BIC; back, it is the one given. The branch {@code XXX} is left out of the BIC.
 */
final class Terminal extends TextCodec {

    private static final Pattern ADDRESS = Pattern.compile("[A-Z0-9]{12}");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{8}([A-Z0-9]{3})?");

    private final String letter;

    Terminal(String letter) {
        this.letter = letter;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public int isoLength(int sourceLength) {
        return 11;
    }

    @Override
    public Converted<String> toIso(String source) {
        if (!ADDRESS.matcher(source).matches()) {
            return Converted.refused(
                    "codec.Terminal", "must be a logical terminal address of twelve letters and digits");
        }
        String branch = source.substring(9);
        return Converted.of(source.substring(0, 8) + (branch.equals("XXX") ? "" : branch));
    }

    @Override
    public Converted<String> fromIso(String iso) {
        if (!BIC.matcher(iso).matches()) {
            return Converted.refused("codec.Terminal", "must be a BIC of eight or eleven characters");
        }
        return Converted.of(iso.substring(0, 8) + letter + (iso.length() == 8 ? "XXX" : iso.substring(8)));
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        private static final Pattern LETTER = Pattern.compile("[A-Z0-9]");

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "terminal";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A SWIFT logical terminal address of twelve characters and a BIC. The ninth character names the"
                                    + " terminal and has no place in a BIC. The branch `XXX` is left out of the BIC.")
                    .form("terminal(A)", "back, the ninth character is the one given")
                    .lost("Another ninth character.")
                    .example("terminal(A)", "DEUTDEFFAXXX", "DEUTDEFF")
                    .example("terminal(A)", "DEUTDEFFB500", "DEUTDEFF500", "DEUTDEFFA500");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.only(arguments)
                    .filter(letter -> LETTER.matcher(letter).matches())
                    .map(Terminal::new);
        }
    }
}
