package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text made of values and of what stands around them, such as <code>{PstCd} {TwnNm}</code>: joins values and splits a text again.
 *
 * @param names what stands in braces, in order
 * @param literals what stands before, between and behind the values: one more than there are values
 */
record Pieces(List<String> names, List<String> literals) {

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)\\}");

    /** Reads a text with braces; empty when a brace is open or nothing stands in braces. */
    static Optional<Pieces> parse(String text) {
        List<String> names = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literals.add(text.substring(end, matcher.start()));
            names.add(matcher.group(1).strip());
            end = matcher.end();
        }
        literals.add(text.substring(end));
        boolean whole = literals.stream().noneMatch(literal -> literal.contains("{") || literal.contains("}"));
        return whole && !names.isEmpty()
                ? Optional.of(new Pieces(List.copyOf(names), List.copyOf(literals)))
                : Optional.empty();
    }

    /** Whether two values stand side by side, so that they can never be told apart. */
    boolean hasTouchingValues() {
        return literals.subList(1, literals.size() - 1).stream().anyMatch(String::isEmpty);
    }

    /** The text of these values. */
    String join(List<String> values) {
        StringBuilder joined = new StringBuilder(literals.get(0));
        for (int i = 0; i < values.size(); i++) {
            joined.append(values.get(i)).append(literals.get(i + 1));
        }
        return joined.toString();
    }

    /** Whether a text can be split at all. */
    boolean matches(String text) {
        return shortest(text).isPresent();
    }

    /** The values, if there is exactly one way to find them: taking as little and as much as possible gives the same. */
    Optional<List<String>> split(String text) {
        Optional<List<String>> shortest = shortest(text);
        return shortest.isPresent() && shortest.equals(longest(text)) ? shortest : Optional.empty();
    }

    private boolean isFramed(String text) {
        String first = literals.get(0);
        String last = literals.get(literals.size() - 1);
        return text.startsWith(first) && text.endsWith(last) && text.length() >= first.length() + last.length();
    }

    /** Each value but the last ends at the first place where what follows it stands. */
    private Optional<List<String>> shortest(String text) {
        if (!isFramed(text)) {
            return Optional.empty();
        }
        int end = text.length() - literals.get(literals.size() - 1).length();
        int at = literals.get(0).length();
        List<String> values = new ArrayList<>();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int next = text.indexOf(literal, at);
            if (next < 0 || next + literal.length() > end) {
                return Optional.empty();
            }
            values.add(text.substring(at, next));
            at = next + literal.length();
        }
        values.add(text.substring(at, end));
        return Optional.of(values);
    }

    /** Each value but the first begins behind the last place where what precedes it stands. */
    private Optional<List<String>> longest(String text) {
        if (!isFramed(text)) {
            return Optional.empty();
        }
        int start = literals.get(0).length();
        int end = text.length() - literals.get(literals.size() - 1).length();
        List<String> values = new ArrayList<>();
        for (int i = literals.size() - 2; i > 0; i--) {
            String literal = literals.get(i);
            int before = text.lastIndexOf(literal, end - literal.length());
            if (before < start) {
                return Optional.empty();
            }
            values.add(0, text.substring(before + literal.length(), end));
            end = before;
        }
        values.add(0, text.substring(start, end));
        return Optional.of(values);
    }
}
