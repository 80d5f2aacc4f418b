package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a component is written, in the standard's own notation: {@code 6!n}, {@code 15d}, {@code 4!a2!a2!c[3!c]}. */
final class Notation {

    private static final Pattern PIECE = Pattern.compile("(\\d+)(!?)([nacdhxyz])|(\\[)|(])");

    private final String text;
    private final Pattern pattern;
    private final List<Piece> pieces;
    private final boolean optional;

    private record Piece(int length, boolean exact, CharacterSet set) {

        String expression() {
            if (set == CharacterSet.D) {
                return "(?=.{2," + length + "}$)[0-9]+,[0-9]*";
            }
            int least = exact ? length : Math.min(1, length);
            return set.expression() + "{" + least + "," + length + "}";
        }

        String words() {
            String many = exact ? "exactly " + length : "at most " + length;
            return length == 0 ? "nothing" : many + " " + set.words();
        }
    }

    private Notation(String text, Pattern pattern, List<Piece> pieces) {
        this.text = text;
        this.pattern = pattern;
        this.pieces = List.copyOf(pieces);
        this.optional = text.contains("[");
    }

    static Notation of(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder expression = new StringBuilder();
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        while (piece.find() && piece.start() == end) {
            end = piece.end();
            expression.append(expression(piece, pieces));
        }
        if (end != text.length() || pieces.isEmpty()) {
            throw new IllegalStateException("layout: not a notation: " + text);
        }
        return new Notation(text, Pattern.compile(expression.toString()), pieces);
    }

    private static String expression(Matcher piece, List<Piece> pieces) {
        if (piece.group(4) != null) {
            return "(?:";
        }
        if (piece.group(5) != null) {
            return ")?";
        }
        CharacterSet set = CharacterSet.of(piece.group(3).charAt(0));
        pieces.add(new Piece(Integer.parseInt(piece.group(1)), !piece.group(2).isEmpty(), set));
        return pieces.get(pieces.size() - 1).expression();
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches();
    }

    /** The greatest length. */
    int longest() {
        return pieces.stream().mapToInt(Piece::length).sum();
    }

    /** Whether every value has the same length. */
    boolean fixed() {
        return !optional && pieces.stream().allMatch(Piece::exact);
    }

    /** The character set, where all characters are of one. */
    Optional<CharacterSet> set() {
        return pieces.size() == 1 ? Optional.of(pieces.get(0).set()) : Optional.empty();
    }

    /** The notation in words, such as {@code exactly 6 digits}. */
    String words() {
        List<String> words = pieces.stream().map(Piece::words).toList();
        return text + ": " + String.join(", then ", words)
                + (optional ? " (what stands in brackets may be absent)" : "");
    }

    @Override
    public String toString() {
        return text;
    }
}
