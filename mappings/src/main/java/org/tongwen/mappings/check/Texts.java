package org.tongwen.mappings.check;

import java.util.Optional;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.pattern.Pattern;

/** What the texts of a source field can look like, as far as its schema says. */
final class Texts {

    private static final String ANY = "[\\s\\S]*";
    private static final String SPECIAL = "\\|.?*+(){}[]^-";

    private Texts() {}

    /** Whether a value of the field may hold a text; yes, unless the schema rules it out. */
    static boolean mayHold(SourceField field, String text) {
        if (field.kind() == Tree.Kind.NUMBER) {
            return text.matches("[0-9.eE+-]+");
        }
        if (field.kind() == Tree.Kind.BOOLEAN) {
            return "true".contains(text) || "false".contains(text);
        }
        if (!field.values().isEmpty()) {
            return field.values().stream().anyMatch(value -> value.contains(text));
        }
        boolean tooShort = field.maxLength().isPresent() && field.maxLength().getAsInt() < text.length();
        Pattern holding = Pattern.of(ANY + escaped(text) + ANY);
        return !tooShort
                && pattern(field).map(pattern -> pattern.meets(holding)).orElse(true);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            escaped.append(SPECIAL.indexOf(character) < 0 ? "" : "\\").append(character);
        }
        return escaped.toString();
    }

    /**
     * The pattern of a source field as XML Schema writes patterns, which speak of the whole text. Empty when there is none, or it uses
     * what XML Schema does not have.
     */
    static Optional<Pattern> pattern(SourceField field) {
        return field.bounds().pattern().flatMap(Texts::translated);
    }

    private static Optional<Pattern> translated(String ecma) {
        boolean begins = ecma.startsWith("^");
        boolean ends = ecma.endsWith("$") && !ecma.endsWith("\\$");
        String inner =
                ecma.substring(begins ? 1 : 0, ecma.length() - (ends ? 1 : 0)).replace("(?:", "(");
        // What stands for a place, looks ahead or back, or offers alternatives to the anchors cannot be taken over as
        // it is.
        if (inner.matches(".*(?<!\\[)\\^.*|.*\\$.*|.*\\(\\?.*|.*\\\\[bBkuxcpPwWD0-9].*") || alternatives(inner)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.of((begins ? "" : ANY) + inner + (ends ? "" : ANY)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a stroke stands outside all brackets. */
    private static boolean alternatives(String pattern) {
        String plain = pattern.replaceAll("\\\\.", "x").replaceAll("\\[[^\\]]*]", "x");
        int depth = 0;
        for (char c : plain.toCharArray()) {
            if (c == '|' && depth == 0) {
                return true;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return false;
    }
}
