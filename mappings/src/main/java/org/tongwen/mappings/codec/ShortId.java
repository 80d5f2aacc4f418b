package org.tongwen.mappings.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code short-id(35)}: an identifier that may be longer than its ISO element. One that fits is as it is. A longer one becomes a short form: a
 * mark, 130 bits of its SHA-256 and a check of 20 bits, by which a short form is told from an identifier that only looks like one. The same
 * identifier has the same short form everywhere, so that what two mappings shorten agrees.
 */
final class ShortId extends TextCodec {

    private static final String MARK = "TW";
    private static final int HASH = 26;
    private static final int CHECK = 4;

    /** How long a short form is. */
    static final int LENGTH = MARK.length() + HASH + CHECK;

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private final int most;

    private ShortId(int most) {
        this.most = most;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.LOSSY;
    }

    @Override
    public int isoLength(int sourceLength) {
        return Math.min(sourceLength, most);
    }

    @Override
    public String loss() {
        return "the long form comes back from whoever keeps it, the hub's journal";
    }

    @Override
    public Converted<String> toIso(String source) {
        return Converted.of(Text.length(source) <= most ? source : shortForm(source));
    }

    @Override
    public Converted<String> toIso(String source, ShortIds ids) {
        if (Text.length(source) <= most) {
            return Converted.of(source);
        }
        String shortForm = shortForm(source);
        ids.keep(shortForm, source);
        return Converted.of(shortForm);
    }

    @Override
    public Converted<String> fromIso(String iso) {
        return Converted.of(iso);
    }

    @Override
    public Converted<String> fromIso(String iso, ShortIds ids) {
        return isShortForm(iso)
                ? ids.longForm(iso)
                        .map(Converted::of)
                        .orElseGet(() -> Converted.refused(
                                "codec.ShortId",
                                "is the short form of an identifier whose long form is not at hand",
                                "the hub that made it keeps the long form in its journal"))
                : Converted.of(iso);
    }

    private static String shortForm(String identifier) {
        String hash = base32(identifier, HASH);
        return MARK + hash + base32(hash, CHECK);
    }

    private static boolean isShortForm(String text) {
        if (text.length() != LENGTH || !text.startsWith(MARK)) {
            return false;
        }
        String hash = text.substring(MARK.length(), MARK.length() + HASH);
        return text.endsWith(base32(hash, CHECK));
    }

    /** The first digits of the text's SHA-256. */
    private static String base32(String text, int digits) {
        byte[] hash = sha256(text);
        StringBuilder written = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            int bit = i * BITS;
            int two = (hash[bit / 8] & 0xFF) << 8 | hash[bit / 8 + 1] & 0xFF;
            written.append(DIGITS.charAt(two >> (16 - BITS - bit % 8) & 31));
        }
        return written.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        private static final int LONGEST = 140;

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "short-id";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "An identifier that may be longer than its ISO element, such as `MsgId` or `EndToEndId`. One that fits is as it is."
                                    + " A longer one becomes a short form of 32 characters: `TW` and its hash. The same identifier always has"
                                    + " the same short form. A hub keeps the long form in its journal, so that nothing is lost; without a hub"
                                    + " the way back refuses a short form (`codec.ShortId`). For a UUID where 35 characters are free see"
                                    + " `uuid`.")
                    .form("short-id(35)", "at most that many characters in ISO, from 32 to 140")
                    .lost("Without a hub, identifiers that are longer.")
                    .example("short-id(35)", "ORDER-4471", "ORDER-4471")
                    .example(
                            "short-id(35)",
                            "urn:shop:2026:11:22:ORDER-4471-0000000000042",
                            shortForm("urn:shop:2026:11:22:ORDER-4471-0000000000042"),
                            shortForm("urn:shop:2026:11:22:ORDER-4471-0000000000042"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.onlyNumber(arguments, LONGEST).stream()
                    .filter(most -> most >= LENGTH)
                    .mapToObj(most -> (Codec) new ShortId(most))
                    .findFirst();
        }
    }
}
