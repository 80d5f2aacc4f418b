package org.tongwen.mappings.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.QName;

/**
 * The ISO messages that a formula looks at.
 *
 * @param recalled stored originals by the names that the formula calls them: {@code pacs.008} in {@code recall('pacs.008')}
 * @param translated whether it looks at the message that is translated back, {@code $iso}
 */
public record FormulaMessages(Set<String> recalled, boolean translated) {

    /** The variable that formulas under {@code back} call {@code $iso}. */
    public static final String ISO = "iso";

    /** None. */
    static final FormulaMessages NONE = new FormulaMessages(Set.of(), false);

    private static final Pattern WORD =
            Pattern.compile("(?<![\\w.-])recall\\(\\s*(?:'(?<one>[\\w.-]+)'|\"(?<two>[\\w.-]+)\")\\s*\\)"
                    + "|(?<iso>\\$iso)(?![\\w.-])|'(?:[^']|'')*'|\"[^\"]*\"");

    /** Copies the names. */
    public FormulaMessages {
        recalled = Set.copyOf(recalled);
    }

    /** Reads a formula. */
    public static FormulaMessages of(String formula) {
        if (!formula.contains("recall") && !formula.contains("$" + ISO)) {
            return NONE;
        }
        Set<String> recalled = new LinkedHashSet<>();
        boolean translated = false;
        Matcher words = WORD.matcher(formula);
        while (words.find()) {
            String name = name(words);
            if (!name.isEmpty()) {
                recalled.add(name);
            }
            translated |= words.group("iso") != null;
        }
        return new FormulaMessages(recalled, translated);
    }

    private static String name(Matcher word) {
        String one = word.group("one");
        String two = word.group("two");
        return one != null ? one : two != null ? two : "";
    }

    /** The formula with a variable in place of each call. */
    static String withVariables(String formula) {
        Matcher words = WORD.matcher(formula);
        StringBuilder text = new StringBuilder();
        while (words.find()) {
            String name = name(words);
            MatchResult whole = words.toMatchResult();
            String instead =
                    name.isEmpty() ? whole.group() : "$" + variable(name).getLocalName();
            words.appendReplacement(text, Matcher.quoteReplacement(instead));
        }
        return words.appendTail(text).toString();
    }

    /** The variable that holds a stored original. */
    static QName variable(String message) {
        return new QName("tongwen-recall-" + message);
    }

    /** Whether there are none. */
    boolean isEmpty() {
        return recalled.isEmpty() && !translated;
    }
}
