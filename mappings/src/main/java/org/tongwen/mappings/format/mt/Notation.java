package org.tongwen.mappings.format.mt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a component is written, in the standard's own notation: {@code 6!n}, {@code 15d}, {@code 4!a2!a2!c[3!c]}. */
final class Notation {

    private static final Pattern PIECE = Pattern.compile("(\\d+)(!?)([nacdhxyz])|(\\[)|(])");

    private final String text;
    private final Form form;
    private final List<Piece> pieces;
    private final boolean optional;
    private final boolean simple;
    private final int longest;
    private final boolean fixed;
    private final Optional<CharacterSet> set;

    /** What may stand from an offset on, up to the end of the value. */
    private interface Form {
        boolean matches(String text, int at, int end);
    }

    private record Piece(int length, boolean exact, CharacterSet set) {

        String words() {
            String many = exact ? "exactly " + length : "at most " + length;
            return length == 0 ? "nothing" : many + " " + set.words();
        }

        /** The piece, and behind it what comes next. */
        Form before(Form next) {
            if (set == CharacterSet.D) {
                return (value, at, end) -> decimal(value, at, end, next);
            }
            int least = exact ? length : Math.min(1, length);
            return (value, at, end) -> {
                int run = set.run(value, at, Math.min(end, at + length));
                for (int taken = run; taken >= least; taken--) {
                    if (next.matches(value, at + taken, end)) {
                        return true;
                    }
                }
                return false;
            };
        }

        /** Whether characters are of the set and as many as they should be. */
        boolean matches(String value, int start, int end) {
            int size = end - start;
            boolean enough = exact ? size == length : size > 0 || length == 0;
            return enough && set.all(value, start, end);
        }

        /** Digits, a comma, and perhaps more digits. */
        private boolean decimal(String value, int at, int end, Form next) {
            int whole = CharacterSet.N.run(value, at, end);
            int comma = at + whole;
            if (whole == 0 || comma >= end || value.charAt(comma) != ',') {
                return false;
            }
            int behind = comma + 1 + CharacterSet.N.run(value, comma + 1, end);
            return behind - at <= length && next.matches(value, behind, end);
        }
    }

    private Notation(String text, Form form, List<Piece> pieces) {
        this.text = text;
        this.form = form;
        this.pieces = List.copyOf(pieces);
        this.optional = text.contains("[");
        this.simple = pieces.size() == 1 && !optional && pieces.get(0).set() != CharacterSet.D;
        this.longest = pieces.stream().mapToInt(Piece::length).sum();
        this.fixed = !optional && pieces.stream().allMatch(Piece::exact);
        this.set = pieces.size() == 1 ? Optional.of(pieces.get(0).set()) : Optional.empty();
    }

    static Notation of(String text) {
        List<Object> words = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        while (piece.find() && piece.start() == end) {
            end = piece.end();
            words.add(piece.group(3) == null ? piece.group() : piece(piece));
        }
        List<Piece> pieces = words.stream()
                .filter(Piece.class::isInstance)
                .map(Piece.class::cast)
                .toList();
        if (end != text.length() || pieces.isEmpty()) {
            throw new IllegalStateException("layout: not a notation: " + text);
        }
        return new Notation(text, form(words), pieces);
    }

    private static Piece piece(Matcher piece) {
        CharacterSet set = CharacterSet.of(piece.group(3).charAt(0));
        return new Piece(Integer.parseInt(piece.group(1)), !piece.group(2).isEmpty(), set);
    }

    /** Puts pieces together from the last to the first. What stands in brackets goes on as what stands behind them, or is absent. */
    private static Form form(List<Object> words) {
        Form next = (value, at, end) -> at == end;
        Deque<Form> behind = new ArrayDeque<>();
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.get(i) instanceof Piece piece) {
                next = piece.before(next);
            } else if (words.get(i).equals("]")) {
                behind.push(next);
            } else {
                Form present = next;
                Form absent = behind.pop();
                next = (value, at, end) -> present.matches(value, at, end) || absent.matches(value, at, end);
            }
        }
        return next;
    }

    boolean matches(String value) {
        return matches(value, 0, value.length());
    }

    /** Whether the characters of a text from one offset to before another have this form. */
    boolean matches(String text, int start, int end) {
        if (end - start > longest) {
            return false;
        }
        return simple ? pieces.get(0).matches(text, start, end) : form.matches(text, start, end);
    }

    /** The greatest length. */
    int longest() {
        return longest;
    }

    /** Whether every value has the same length. */
    boolean fixed() {
        return fixed;
    }

    /** The character set, where all characters are of one. */
    Optional<CharacterSet> set() {
        return set;
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
