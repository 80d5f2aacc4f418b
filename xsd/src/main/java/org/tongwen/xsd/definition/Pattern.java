package org.tongwen.xsd.definition;

/**
 * A regular expression of XML Schema, compiled. It always speaks of the whole value: {@code ^} and {@code $} are ordinary characters.
 *
 * @param source as the schema writes it
 * @param compiled the same for Java
 */
public record Pattern(String source, java.util.regex.Pattern compiled) {

    /**
     * Compiles a pattern of XML Schema.
     *
     * @throws IllegalArgumentException when it is no valid expression
     */
    public static Pattern of(String source) {
        return new Pattern(source, java.util.regex.Pattern.compile(translate(source)));
    }

    /** What came of comparing a value with a pattern. */
    public enum Match {
        /** The whole value matches. */
        YES,
        /** It does not. */
        NO,
        /** The pattern runs through the value in so many ways that the comparison was given up. */
        GIVEN_UP
    }

    /** Whether the whole value matches. */
    public boolean matches(String value) {
        return match(value) == Match.YES;
    }

    /** Compares the whole value, in a number of steps that is limited by its length. */
    public Match match(String value) {
        try {
            return compiled.matcher(new CountedText(value)).matches() ? Match.YES : Match.NO;
        } catch (CountedText.TooManyLooksException | StackOverflowError e) {
            return Match.GIVEN_UP;
        }
    }

    /** Two patterns are the same when the schema writes them the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern pattern && pattern.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }

    private static String translate(String source) {
        StringBuilder java = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                java.append(escape(source.charAt(++i), depth > 0));
                continue;
            }
            boolean subtraction = depth > 0 && c == '-' && source.startsWith("-[", i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (subtraction) {
                boolean negated = source.startsWith("-[^", i);
                java.append("&&[").append(negated ? "" : "^");
                depth++;
                i += negated ? 2 : 1;
            } else if (depth == 0 && (c == '^' || c == '$')) {
                java.append('\\').append(c);
            } else if (depth == 0 && c == '.') {
                java.append("[^\\n\\r]");
            } else if (depth > 0 && c == '&') {
                java.append("\\&");
            } else {
                java.append(c);
            }
        }
        return java.toString();
    }

    private static String escape(char c, boolean inClass) {
        return switch (c) {
            case 'i' -> inClass ? "_:\\p{L}" : "[_:\\p{L}]";
            case 'c' -> inClass ? "-._:\\p{L}\\p{N}\\p{M}" : "[-._:\\p{L}\\p{N}\\p{M}]";
            case 'I' -> "[^_:\\p{L}]";
            case 'C' -> "[^-._:\\p{L}\\p{N}\\p{M}]";
            case 'd' -> "\\p{Nd}";
            case 'D' -> "\\P{Nd}";
            case 'w' -> inClass ? "\\p{L}\\p{M}\\p{N}\\p{S}" : "[\\p{L}\\p{M}\\p{N}\\p{S}]";
            case 'W' -> inClass ? "\\p{P}\\p{Z}\\p{C}" : "[\\p{P}\\p{Z}\\p{C}]";
            case 's' -> inClass ? " \\t\\n\\r" : "[ \\t\\n\\r]";
            default -> "\\" + c;
        };
    }
}
