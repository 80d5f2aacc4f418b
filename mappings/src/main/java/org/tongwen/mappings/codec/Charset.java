package org.tongwen.mappings.codec;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.xsd.finding.VisibleText;

/** {@code charset(sepa)}: text in the characters that a network carries. Others are written in Latin letters, or as a point. */
final class Charset extends TextCodec {

    private static final String FIN_X = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";

    /** What EPC217-08 makes of characters that Latin letters do not help with. */
    private static final Map<String, String> EPC = Map.ofEntries(
            Map.entry("&", "+"),
            Map.entry(";", ","),
            Map.entry("[", "("),
            Map.entry("{", "("),
            Map.entry("]", ")"),
            Map.entry("}", ")"),
            Map.entry("\\", "/"),
            Map.entry("|", "/"),
            Map.entry("_", "-"),
            Map.entry("~", "-"),
            Map.entry("`", "'"),
            Map.entry("ß", "s"),
            Map.entry("€", "E"));

    private static final Map<String, String> GERMAN = Map.ofEntries(
            Map.entry("ä", "ae"),
            Map.entry("ö", "oe"),
            Map.entry("ü", "ue"),
            Map.entry("Ä", "AE"),
            Map.entry("Ö", "OE"),
            Map.entry("Ü", "UE"),
            Map.entry("ß", "ss"),
            Map.entry("&", "+"),
            Map.entry("€", "E"));

    private static final Map<String, String> SWIFT = Map.of("€", "EUR", "\"", "'", "`", "'");

    private static final Map<String, Charset> SETS = Map.of(
            "swift-x", new Charset(FIN_X + "\r\n", SWIFT),
            "swift-z", new Charset(FIN_X + "\r\n=!\"%&*<>;{@#_", SWIFT),
            "cbpr", new Charset(FIN_X + "!#$%&*=^_`{|}~\";<>@[\\]", SWIFT),
            "sepa", new Charset(FIN_X, EPC),
            "sepa-german", new Charset(FIN_X, GERMAN));

    /** One character may become as many letters: there is an Arabic one that stands for four words. */
    static final int GROWTH = 20;

    private static final int LONGEST_RUN = 200;
    private static final String BACK = "back ";

    private final BitSet carried = new BitSet(128);
    private final Map<String, String> replacements;

    private Charset(String carried, Map<String, String> replacements) {
        carried.chars().forEach(this.carried::set);
        this.replacements = replacements;
    }

    /** The set of that name. */
    static Optional<TextCodec> named(String set) {
        return Optional.ofNullable(SETS.get(set));
    }

    /** The first character that a set lacks, as people and as Unicode call it. */
    static Optional<String> uncarried(String text, String set) {
        Charset charset = SETS.get(set);
        if (charset == null) {
            throw new IllegalArgumentException("there is no set " + set);
        }
        return text.codePoints()
                .filter(character -> !charset.carried.get(character))
                .mapToObj(character ->
                        VisibleText.of(Character.toString(character)) + String.format(" (U+%04X)", character))
                .findFirst();
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.LOSSY;
    }

    @Override
    public int isoLength(int sourceLength) {
        return (int) Math.min(Integer.MAX_VALUE, (long) sourceLength * GROWTH);
    }

    @Override
    public Converted<String> toIso(String source) {
        return Converted.of(carried(source));
    }

    /** The text in the set. */
    String transliterated(String text) {
        return carried(text);
    }

    @Override
    public Converted<String> fromIso(String iso) {
        return Converted.of(carried(iso));
    }

    /** The same in both directions: the network with the set may be on either side. */
    private String carried(String text) {
        return isCarried(text) ? text : written(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private boolean isCarried(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!carried.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String written(String text) {
        Writing writing = new Writing(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            int end = at + Character.charCount(character);
            if (character < 128 && carried.get(character)) {
                writing.carried((char) character);
            } else if (isSingle(text, at, end)) {
                writing.single(text.substring(at, end));
            } else if (Latin.isAlone(character)) {
                writing.run(text.substring(at, end), Latin.ascii(character));
            } else {
                end = runEnd(text, at);
                writing.run(text.substring(at, end));
            }
            at = end;
        }
        return writing.out.toString();
    }

    /** Whether a character is treated without those beside it. */
    private boolean isSingle(String text, int start, int end) {
        return text.charAt(start) < 128 || replacements.containsKey(text.substring(start, end));
    }

    /** The end of characters that are transliterated together, because the reading of one may depend on the next. */
    private int runEnd(String text, int start) {
        boolean han = Latin.isHan(text.codePointAt(start));
        int end = start;
        while (end < text.length() && end - start < LONGEST_RUN) {
            int character = text.codePointAt(end);
            int next = end + Character.charCount(character);
            if (isSingle(text, end, next) || Latin.isAlone(character) || han != Latin.isHan(character)) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** A text on its way into the set. */
    private final class Writing {

        private final StringBuilder out;
        private boolean wasHan;

        Writing(int length) {
            out = new StringBuilder(length);
        }

        void carried(char character) {
            apart(false, Character.isLetterOrDigit(character));
            out.append(character);
        }

        void single(String character) {
            apart(false, Character.isLetterOrDigit(character.charAt(0)));
            append(character);
        }

        void run(String run) {
            boolean han = Latin.isHan(run.codePointAt(0));
            apart(han, true);
            write(run, han ? String.join(" ", Latin.readings(run, false)) : Latin.ascii(run));
            wasHan = han;
        }

        void run(String run, String latin) {
            apart(false, Character.isLetterOrDigit(run.codePointAt(0)));
            write(run, latin);
        }

        /** A run never vanishes; accents of their own fall away behind a letter. */
        private void write(String run, String latin) {
            int before = out.length();
            latin.codePoints().forEach(this::append);
            if (out.length() == before && !(before > 0 && run.codePoints().allMatch(Charset::isAccent))) {
                out.append('.');
            }
        }

        private void append(int character) {
            boolean accent = isAccent(character) && !out.isEmpty();
            if (!accent) {
                append(Character.toString(character));
            }
        }

        private void append(String character) {
            String replacement = replacements.get(character);
            if (carried.get(character.codePointAt(0))) {
                out.append(character);
            } else if (replacement != null) {
                out.append(replacement);
            } else {
                out.append(isBlank(character.codePointAt(0)) ? ' ' : isApostrophe(character) ? '\'' : '.');
            }
        }

        /** Hanzi are words of their own, so a blank parts them from letters beside. */
        private void apart(boolean han, boolean isWord) {
            boolean touches = !out.isEmpty() && Character.isLetterOrDigit(out.charAt(out.length() - 1)) && isWord;
            if (touches && (han || wasHan)) {
                out.append(' ');
            }
            wasHan = false;
        }
    }

    private static boolean isAccent(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isBlank(int character) {
        return character == '\t' || character == '\r' || character == '\n' || Character.isSpaceChar(character);
    }

    /** ICU leaves letters such as the half ring of Arabic names. */
    private static boolean isApostrophe(String character) {
        return Character.getType(character.codePointAt(0)) == Character.MODIFIER_LETTER;
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "charset";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "Text in the characters that a network carries. Other letters become Latin ones by the tables of ICU,"
                                    + " Hanzi their pinyin, white space a blank; what then is still outside becomes a point and never"
                                    + " vanishes. It works in both directions alike, because the network with the set may be on either"
                                    + " side. Text may grow by it, so a length usually follows: `charset(sepa) then text(cut 70)`. Names are"
                                    + " read better by `pinyin(...) then charset(...)`.")
                    .form(
                            "charset(swift-x)",
                            "the X set of SWIFT MT: letters, digits, `/ - ? : ( ) . , ' +`, blank and line ends")
                    .form("charset(swift-z)", "the Z set, X and `= ! \" % & * < > ; { @ # _`")
                    .form(
                            "charset(cbpr)",
                            "what CBPR+ allows in names, addresses and remittance information; its other elements have X")
                    .form(
                            "charset(sepa)",
                            "the basic Latin set of the EPC, without line ends; `&` becomes `+`, `_` becomes `-`,"
                                    + " brackets of all kinds `(` and `)`, `ß` becomes `s`")
                    .form("charset(sepa-german)", "likewise, with `ä` as `ae`, `Ä` as `AE`, `ß` as `ss`")
                    .form(
                            "charset(back swift-x)",
                            "any of the sets, only on the way back: towards ISO text is as it is")
                    .lost("Every character outside the set. Each change is in the message's ledger.")
                    .example("charset(sepa)", "Müller & Söhne", "Muller + Sohne", "Muller + Sohne")
                    .example("charset(sepa-german)", "Müller & Söhne", "Mueller + Soehne", "Mueller + Soehne")
                    .example("charset(swift-x)", "Łódź #5 Москва", "Lodz .5 Moskva", "Lodz .5 Moskva")
                    .example("charset(cbpr)", "张三 & Co.", "zhang san & Co.", "zhang san & Co.");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.only(arguments)
                    .flatMap(set -> set.startsWith(BACK)
                            ? Optional.ofNullable(SETS.get(set.substring(BACK.length())))
                                    .map(OnlyBack::new)
                            : Optional.ofNullable(SETS.get(set)));
        }
    }

    /** The set of a network that is on the institution's side only: towards ISO every text is as it is. */
    private static final class OnlyBack extends TextCodec {

        private final Charset set;

        OnlyBack(Charset set) {
            this.set = set;
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
            return set.fromIso(iso);
        }
    }
}
