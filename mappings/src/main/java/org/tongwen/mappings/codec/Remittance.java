package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * {@code remittance(65 most 6 mark +, swift-x)}: lines of free text as unstructured remittance information, for the element {@code RmtInf}.
 * Each line is an {@code Ustrd}; a full line goes on in the same one, so that what the sender had to break, such as an account number, is
 * whole again. Back, texts are written in the character set and broken behind full lines, and what the lines do not hold is cut.
 *
 * @param width greatest length of a line
 * @param most how many lines there may be
 * @param mark what stands at the end of the last line when more would have been needed
 * @param charset the characters that lines may have
 */
record Remittance(int width, int most, String mark, TextCodec charset) implements Codec {

    /** What ISO lets an {@code Ustrd} have. */
    private static final int LONGEST = 140;

    /** More occurrences than lines could hold are read all the same, so that they are cut where everybody sees it. */
    private static final int OCCURRENCES = 20;

    /** A line must not begin with these: it could feign the next field or the end of the message. */
    private static final String FEIGNING = ":-";

    private static String key(int position) {
        return "Ustrd[" + position + "]";
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.LOSSY;
    }

    @Override
    public boolean takesList() {
        return true;
    }

    @Override
    public List<String> isoPaths() {
        return IntStream.rangeClosed(1, OCCURRENCES).mapToObj(Remittance::key).toList();
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        List<String> texts = texts(source.values());
        Map<String, String> iso = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int length = Text.length(texts.get(i));
            if (i == OCCURRENCES || length > LONGEST || length == 0) {
                return Converted.refused(
                        "codec.TooLong",
                        "is no list of at most " + OCCURRENCES + " texts of 1 to " + LONGEST + " characters");
            }
            iso.put(key(i + 1), texts.get(i));
        }
        return Converted.of(iso);
    }

    /** Lines belong together as long as the way back would break their text into just these lines. */
    private List<String> texts(List<String> lines) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= lines.size(); end++) {
            boolean isLast = end == lines.size() || !isOne(lines.subList(start, end + 1));
            if (isLast) {
                texts.add(String.join("", lines.subList(start, end)));
                start = end;
            }
        }
        return texts;
    }

    private boolean isOne(List<String> lines) {
        String text = String.join("", lines);
        return Text.length(text) <= LONGEST && broken(text).equals(lines);
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= OCCURRENCES; i++) {
            Optional.ofNullable(iso.get(key(i)))
                    .map(this::inCharset)
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> lines.addAll(broken(text)));
        }
        return lines.isEmpty()
                ? Converted.refused("codec.Remittance", "has no text that the institution could take")
                : Converted.of(new Source(cut(lines), List.of()));
    }

    private String inCharset(String text) {
        String line = text.replaceAll("[\\r\\n]+", " ").stripTrailing();
        return charset.fromIso(line) instanceof Converted.Done<String> done ? done.value() : line;
    }

    private List<String> cut(List<String> lines) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        String last = kept.get(most - 1);
        kept.set(most - 1, last.substring(0, Math.min(last.length(), width - mark.length())) + mark);
        return kept;
    }

    /** A text in lines: full ones, unless a line would end in a blank or the next begin with a character that it must not begin with. */
    private List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (text.length() - start > width) {
            int end = end(text, start);
            lines.add(sound(text.substring(start, end)));
            start = end;
        }
        lines.add(sound(text.substring(start)));
        return lines;
    }

    private int end(String text, int start) {
        for (int end = start + width; end > start + width / 2; end--) {
            if (text.charAt(end - 1) != ' ' && (FEIGNING + " ").indexOf(text.charAt(end)) < 0) {
                return end;
            }
        }
        return start + width;
    }

    private static String sound(String line) {
        return line.isEmpty() || FEIGNING.indexOf(line.charAt(0)) < 0 ? line : "." + line.substring(1);
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        private static final int WIDEST = 140;
        private static final Pattern FORM =
                Pattern.compile("(?<width>[1-9][0-9]{1,2}) most (?<most>[1-9][0-9]?) mark (?<mark>\\S+)");

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "remittance";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "Lines of free text and unstructured remittance information, for the element `RmtInf`. Each line is an"
                                    + " `Ustrd`; a full line goes on in the same one while 140 characters hold it. Back, each text is written"
                                    + " in the character set and broken behind full lines. A line never begins with a colon or a hyphen; where"
                                    + " a text does, a point stands.")
                    .form(
                            "remittance(65 most 6 mark +, swift-x)",
                            "the length of a line, how many there may be, the mark behind what is cut, and the set as `charset`"
                                    + " has it")
                    .lost("Back, what the lines do not hold, and characters outside the set.")
                    .example(
                            "remittance(65 most 6 mark +, swift-x)",
                            new Codec.Source(List.of("/INV/4471", "second delivery"), List.of()),
                            Map.of("Ustrd[1]", "/INV/4471", "Ustrd[2]", "second delivery"))
                    .example(
                            "remittance(10 most 6 mark +, swift-x)",
                            new Codec.Source(List.of("DE89370400", "4405320130", "00"), List.of()),
                            Map.of("Ustrd[1]", "DE89370400440532013000"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            if (arguments.size() != 2) {
                return Optional.empty();
            }
            Matcher form = FORM.matcher(arguments.get(0));
            Optional<TextCodec> charset = Charset.named(arguments.get(1));
            if (!form.matches() || charset.isEmpty()) {
                return Optional.empty();
            }
            int width = Integer.parseInt(form.group("width"));
            String mark = form.group("mark");
            boolean sound = width <= WIDEST && mark.length() < width;
            return sound
                    ? Optional.of(new Remittance(width, Integer.parseInt(form.group("most")), mark, charset.get()))
                    : Optional.empty();
        }
    }
}
