package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code uuid(35)}: a UUID of 36 characters in an identifier of 35: the hyphens go out and come in again. */
final class HyphenatedUuid extends TextCodec {

    private static final int HEX = 32;
    private static final int FULL = 36;
    private static final List<Integer> HYPHENS = List.of(8, 13, 18, 23);

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public int isoLength(int sourceLength) {
        return HEX;
    }

    @Override
    public Converted<String> toIso(String source) {
        if (source.length() != FULL || HYPHENS.stream().anyMatch(at -> source.charAt(at) != '-')) {
            return refused();
        }
        String digits = source.replace("-", "").toLowerCase(Locale.ROOT);
        return isHex(digits) ? Converted.of(digits) : refused();
    }

    private static Converted<String> refused() {
        return Converted.refused("codec.Uuid", "must be a UUID of 36 characters");
    }

    @Override
    public Converted<String> fromIso(String iso) {
        if (!isHex(iso)) {
            return Converted.refused("codec.Uuid", "must be a UUID without hyphens, 32 small hexadecimal digits");
        }
        return Converted.of(String.join(
                "-",
                iso.substring(0, 8),
                iso.substring(8, 12),
                iso.substring(12, 16),
                iso.substring(16, 20),
                iso.substring(20)));
    }

    private static boolean isHex(String text) {
        return text.length() == HEX
                && text.chars().allMatch(sign -> (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f'));
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "uuid";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A UUID where ISO has room for 35 characters, one fewer than a UUID has: `MsgId`, `EndToEndId`, `TxId`."
                                    + " A UETR has room for all 36 and needs no codec.")
                    .form("uuid(35)", "32 small hexadecimal digits in ISO")
                    .lost("Capital letters.")
                    .example("uuid(35)", "3f0c8a1e-52d7-4c39-9a64-0b7e1d2f5c88", "3f0c8a1e52d74c399a640b7e1d2f5c88");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return arguments.equals(List.of("35")) ? Optional.of(new HyphenatedUuid()) : Optional.empty();
        }
    }
}
