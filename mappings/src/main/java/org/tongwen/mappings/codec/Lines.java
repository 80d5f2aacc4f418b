package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code lines(35)}: a list of lines as one text. A full line joins the next without a blank, because the sender had to break there;
 * a shorter one with a blank. Back, the text is broken so that it would be joined to the same text: at a blank that leaves a line shorter
 * than the width, else behind a full line, whatever follows. The width counts characters, not halves of them.
 */
final class Lines implements Codec {

    private final int width;

    Lines(int width) {
        this.width = width;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public boolean takesList() {
        return true;
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        return Converted.of(Map.of("", joined(source.values())));
    }

    /** The lines as one text. */
    String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        int before = 0;
        for (String line : lines) {
            text.append(text.isEmpty() || before == width ? "" : " ").append(line);
            before = line.codePointCount(0, line.length());
        }
        return text.toString();
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        return Converted.of(new Source(broken(iso.getOrDefault("", "")), List.of()));
    }

    /** The text in lines of the width. */
    List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (isLonger(text, start)) {
            int full = text.offsetByCodePoints(start, width);
            int blank = lastBlank(text, start, full);
            boolean atBlank = blank > start;
            lines.add(text.substring(start, atBlank ? blank : full));
            start = atBlank ? blank + 1 : full;
        }
        lines.add(text.substring(start));
        return lines;
    }

    /** The last blank in front of an end, or the start. */
    private static int lastBlank(String text, int start, int end) {
        int at = end - 1;
        while (at > start && text.charAt(at) != ' ') {
            at--;
        }
        return at;
    }

    /** Whether more than a line is left. Counting all of it would take too long for a long text. */
    private boolean isLonger(String text, int start) {
        int most = Math.min(text.length(), start + 2 * width + 2);
        return text.codePointCount(start, most) > width;
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        private static final int WIDEST = 999;

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "lines";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A list of lines and one text. A full line joins the next without a blank, because the sender had to"
                                    + " break there; a shorter one with a blank. Back, the text is broken so that it joins to the same text.")
                    .form("lines(35)", "lines of at most that many characters")
                    .lost("Where the lines were broken.")
                    .example(
                            "lines(10)",
                            new Codec.Source(List.of("Invoice", "4471"), List.of()),
                            Map.of("", "Invoice 4471"))
                    .example("lines(5)", new Codec.Source(List.of("ABCDE", "FG"), List.of()), Map.of("", "ABCDEFG"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.onlyNumber(arguments, WIDEST).stream()
                    .mapToObj(width -> (Codec) new Lines(width))
                    .findFirst();
        }
    }
}
