package org.tongwen.mappings.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of an XPath formula: which functions it calls and which names may be those of fields. It looks at words alone, so a name
 * that could also be a word of the language, such as {@code to}, counts as such.
 *
 * @param fields names that can only be elements, that is, source fields
 * @param functions names of the functions that it calls, without {@code fn:}
 * @param makesFunctions whether it makes a function of its own, or takes one as a value
 */
public record FormulaWords(Set<String> fields, Set<String> functions, boolean makesFunctions) {

    private static final Pattern WORD = Pattern.compile(
            "(?<skipped>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\(:.*?:\\)|[$@]\\s*[\\p{L}_][\\p{L}\\p{N}_.:-]*|[0-9][0-9.eE]*|::|:=)"
                    + "|(?<name>[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*(?::[\\p{L}_][\\p{L}\\p{N}_.-]*)?)|(?<hash>#)",
            Pattern.DOTALL);

    /** Words that are no names of fields where they can be something else. */
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "div",
            "idiv",
            "mod",
            "to",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "is",
            "union",
            "intersect",
            "except",
            "instance",
            "of",
            "treat",
            "cast",
            "castable",
            "as",
            "for",
            "let",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "if",
            "then",
            "else",
            "map",
            "array",
            "function");

    private static final Set<String> NODE_TESTS =
            Set.of("node", "text", "element", "item", "comment", "empty-sequence", "attribute", "document-node");

    /** Copies the sets. */
    public FormulaWords {
        fields = Set.copyOf(fields);
        functions = Set.copyOf(functions);
    }

    /** Reads a formula. */
    public static FormulaWords of(String formula) {
        Set<String> fields = new LinkedHashSet<>();
        Set<String> functions = new LinkedHashSet<>();
        boolean makes = false;
        Matcher words = WORD.matcher(formula);
        while (words.find()) {
            String name = words.group("name");
            if (name == null) {
                makes |= words.group("hash") != null;
                continue;
            }
            String rest = formula.substring(words.end()).stripLeading();
            boolean call = rest.startsWith("(") && !rest.startsWith("(:");
            makes |= call && name.equals("function");
            if (call && !KEYWORDS.contains(name) && !NODE_TESTS.contains(name)) {
                functions.add(name.startsWith("fn:") ? name.substring(3) : name);
            } else if (!call && !KEYWORDS.contains(name) && name.indexOf(':') < 0 && !rest.startsWith("::")) {
                fields.add(decoded(name));
            }
        }
        return new FormulaWords(fields, functions, makes);
    }

    /** The field's own name: what XML does not allow is written with its code, {@code _x0020_}. */
    private static String decoded(String name) {
        return Pattern.compile("_x([0-9A-Fa-f]{4})_")
                .matcher(name)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }
}
