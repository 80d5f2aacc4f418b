package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code reference(16)}: a reference that ISO gives more room than SWIFT MT does. Towards ISO it is as it is. Back, one that is too long is
 * cut and ends in a plus, which marks it as not whole; one that begins or ends with a slash or has two in a row, which field 20 may not
 * have, becomes {@code NOTPROVIDED}.
 */
final class Reference extends TextCodec {

    private static final String NONE = "NOTPROVIDED";

    private final int most;

    private Reference(int most) {
        this.most = most;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.LOSSY;
    }

    @Override
    public Converted<String> toIso(String source) {
        return Converted.of(source);
    }

    @Override
    public Converted<String> fromIso(String iso) {
        if (iso.startsWith("/") || iso.endsWith("/") || iso.contains("//")) {
            return Converted.of(NONE);
        }
        int length = Text.length(iso);
        return Converted.of(length <= most ? iso : iso.substring(0, iso.offsetByCodePoints(0, most - 1)) + "+");
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        private static final int LONGEST = 35;

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "reference";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A reference that ISO gives more room than SWIFT MT does. Back, one that is too long is cut and ends in"
                                    + " `+`, which marks it as not whole: it is not for matching. One that begins or ends with a slash, or has"
                                    + " two in a row, cannot stand in such a field and becomes `NOTPROVIDED`.")
                    .form("reference(16)", "at most that many characters on the institution's side, from 12 on")
                    .lost("Back, what does not fit, and references with slashes that are not allowed.")
                    .example("reference(16)", "REF-4471", "REF-4471");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.onlyNumber(arguments, LONGEST).stream()
                    .filter(most -> most > NONE.length())
                    .mapToObj(most -> (Codec) new Reference(most))
                    .findFirst();
        }
    }
}
