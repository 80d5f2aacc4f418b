package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code lines(35)}: a list of lines as one text. A full line joins the next without a blank, because the sender had to break there;
 * a shorter one with a blank. Back, the text is broken so that it would be joined to the same text: at a blank that leaves a line shorter
 * than the width, else behind a full line, whatever follows. The width counts characters, not halves of them. {@code lines(30 33)} has
 * another width for the first line; {@code lines(35 most 4 mark +)} cuts, on the way back, what four lines do not hold.
 */
final class Lines implements Codec {

    /** A blank in front of a code word between strokes. */
    private static final Pattern CODE_WORD = Pattern.compile(" (?=/[A-Z]{2,8}/)");

    private final int first;
    private final int width;
    private final int most;
    private final String mark;
    private final boolean coded;

    Lines(int width) {
        this(width, width, Integer.MAX_VALUE, "");
    }

    /**
     * Lines of two widths.
     *
     * @param first width of the first line
     * @param width width of the others
     * @param most how many there may be
     * @param mark what stands at the end of a text that more lines would have been needed for
     */
    Lines(int first, int width, int most, String mark) {
        this(first, width, most, mark, false);
    }

    private Lines(int first, int width, int most, String mark, boolean coded) {
        this.coded = coded;
        this.first = first;
        this.width = width;
        this.most = most;
        this.mark = mark;
    }

    @Override
    public Fidelity fidelity() {
        return most == Integer.MAX_VALUE ? Fidelity.NORMALISING : Fidelity.LOSSY;
    }

    private int width(int line) {
        return line == 0 ? first : width;
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
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            text.append(i == 0 || before == width(i - 1) ? "" : " ").append(line);
            before = line.codePointCount(0, line.length());
        }
        return text.toString();
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        return Converted.of(new Source(broken(iso.getOrDefault("", "")), List.of()));
    }

    /** The text in lines of the width, as many as there may be. */
    List<String> broken(String text) {
        List<String> lines = coded ? byCodeWords(text) : List.of();
        return lines.isEmpty() ? filled(text) : lines;
    }

    /** The text with each code word in a line of its own; empty when so it would not join to the same text, or need too many lines. */
    private List<String> byCodeWords(String text) {
        List<String> lines = new ArrayList<>();
        for (String part : CODE_WORD.split(text)) {
            boolean joins = lines.isEmpty() || Text.length(lines.get(lines.size() - 1)) < width(lines.size() - 1);
            lines.addAll(
                    joins ? new Lines(lines.isEmpty() ? first : width, width, most, mark).filled(part) : List.of());
            if (!joins || lines.size() > most) {
                return List.of();
            }
        }
        boolean isCut = !mark.isEmpty() && !joined(lines).equals(text);
        return isCut ? List.of() : lines;
    }

    private List<String> filled(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (isLonger(text, start, width(lines.size()))) {
            int full = text.offsetByCodePoints(start, width(lines.size()));
            if (lines.size() == most - 1) {
                lines.add(sound(text.substring(start, text.offsetByCodePoints(full, -Text.length(mark)))) + mark);
                return lines;
            }
            int blank = lastBlank(text, start, full);
            boolean atBlank = blank > start;
            int end = atBlank ? blank : withoutBlank(text, start, full);
            lines.add(sound(text.substring(start, end)));
            start = atBlank ? blank + 1 : end;
        }
        lines.add(sound(text.substring(start)));
        return lines;
    }

    /** The last blank in front of an end behind which a line may begin, or the start. */
    private static int lastBlank(String text, int start, int end) {
        int at = end - 1;
        while (at > start && (text.charAt(at) != ' ' || feigns(text.charAt(at + 1)))) {
            at--;
        }
        return at;
    }

    /** Where a text without a blank is broken: behind a full line, or earlier when the next would feign a field and text may be lost. */
    private int withoutBlank(String text, int start, int full) {
        int at = full;
        while (mayLose() && at > start + 1 && (feigns(text.charAt(at)) || Character.isLowSurrogate(text.charAt(at)))) {
            at--;
        }
        return at > start + 1 ? at : full;
    }

    /** In SWIFT MT a line must not begin with a colon or a hyphen, as fields and the end of the message do. */
    private static boolean feigns(char first) {
        return first == ':' || first == '-';
    }

    private String sound(String line) {
        return mayLose() && !line.isEmpty() && feigns(line.charAt(0)) ? "." + line.substring(1) : line;
    }

    private boolean mayLose() {
        return most < Integer.MAX_VALUE;
    }

    /** Whether more than a line is left. Counting all of it would take too long for a long text. */
    private static boolean isLonger(String text, int start, int width) {
        int end = Math.min(text.length(), start + 2 * width + 2);
        return text.codePointCount(start, end) > width;
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        private static final int WIDEST = 999;
        private static final String NUMBER = "[1-9][0-9]{0,3}";
        private static final Pattern FORM = Pattern.compile("(?<first>" + NUMBER + ")( (?<next>" + NUMBER
                + "))?(?<coded> coded)?( most (?<most>" + NUMBER + ")( mark (?<mark>\\S+))?)?");

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
                    .form("lines(30 33)", "the first line of at most 30 characters, the others of 33")
                    .form(
                            "lines(35 most 4 mark +)",
                            "back, what four lines do not hold is cut, and the mark stands at the end; a line never begins with a"
                                    + " colon or a hyphen, if need be a point stands there")
                    .form(
                            "lines(35 coded most 4 mark +)",
                            "likewise, where a line begins at each code word between strokes, such as /INV/, if there are lines enough")
                    .lost("Where the lines were broken, and with `most` what is cut.")
                    .example(
                            "lines(10)",
                            new Codec.Source(List.of("Invoice", "4471"), List.of()),
                            Map.of("", "Invoice 4471"))
                    .example("lines(5)", new Codec.Source(List.of("ABCDE", "FG"), List.of()), Map.of("", "ABCDEFG"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            Matcher form = FORM.matcher(String.join(" ", Arguments.words(arguments)));
            if (!form.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(form.group("first"));
            int width = number(form.group("next"), first);
            int most = number(form.group("most"), Integer.MAX_VALUE);
            String mark = Optional.ofNullable(form.group("mark")).orElse("");
            boolean sound = Math.max(first, width) <= WIDEST && Text.length(mark) < Math.min(first, width);
            return sound
                    ? Optional.of(new Lines(first, width, most, mark, form.group("coded") != null))
                    : Optional.empty();
        }

        private static int number(@Nullable String digits, int otherwise) {
            return digits == null ? otherwise : Integer.parseInt(digits);
        }
    }
}
