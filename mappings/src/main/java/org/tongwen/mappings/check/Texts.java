package org.tongwen.mappings.check;

import java.util.Optional;
import java.util.SplittableRandom;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.pattern.CountedText;
import org.tongwen.xsd.pattern.Pattern;

/** What the texts of a source field can look like, as far as its schema says. */
final class Texts {

    private static final int TRIES = 20;
    private static final int LONGEST = 80;

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
        return !tooShort
                && field.bounds()
                        .pattern()
                        .map(pattern -> mayHold(pattern, text))
                        .orElse(true);
    }

    /** Puts the text into values of the pattern, at every place of each: when none of that is a value, the pattern has no room for it. */
    private static boolean mayHold(String pattern, String text) {
        boolean whole = pattern.startsWith("^") && pattern.endsWith("$") && !pattern.endsWith("\\$");
        if (!whole) {
            return true;
        }
        try {
            java.util.regex.Pattern judge = java.util.regex.Pattern.compile(pattern);
            Pattern source = Pattern.of(pattern.substring(1, pattern.length() - 1));
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < TRIES; i++) {
                Optional<String> sample = source.sample(random, 0, LONGEST);
                if (sample.isEmpty() || sample.get().contains(text) || accepts(judge, sample.get(), text)) {
                    return true;
                }
            }
            return false;
        } catch (IllegalArgumentException | CountedText.TooManyLooksException | StackOverflowError e) {
            return true;
        }
    }

    private static boolean accepts(java.util.regex.Pattern judge, String sample, String text) {
        for (int at = 0; at <= sample.length(); at++) {
            String more = sample.substring(0, at) + text + sample.substring(at);
            int end = Math.min(sample.length(), at + text.length());
            String other = sample.substring(0, at) + text + sample.substring(end);
            if (judge.matcher(new CountedText(more)).find()
                    || judge.matcher(new CountedText(other)).find()) {
                return true;
            }
        }
        return false;
    }
}
