package org.tongwen.rules.pack;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference page of a pack in Markdown, made of its rules. */
public final class RulePage {

    private RulePage() {}

    /**
     * The page.
     *
     * @param pack whose rules it lists
     * @param introduction what readers should know first, in Markdown
     */
    public static String markdown(RulePack pack, String introduction) {
        String tables = pack.parts().stream().map(RulePage::part).collect(Collectors.joining("\n"));
        return "# " + pack.title() + "\n\n" + introduction.strip() + "\n\nSource: " + pack.source() + ".\n\n" + tables;
    }

    private static String part(RulePart part) {
        String rows = part.rules().stream().map(RulePage::row).collect(Collectors.joining());
        return "## " + part.title()
                + "\n\n| Rule | Messages | What it wants | Condition | Codes |\n|---|---|---|---|---|\n" + rows;
    }

    private static String row(Rule rule) {
        return "| `" + rule.id() + "` | " + String.join(" ", rule.scope()) + " | " + words(rule) + " | "
                + condition(rule) + " | " + codes(rule) + " |\n";
    }

    private static String words(Rule rule) {
        String severity = rule.confidence() == Confidence.A
                ? rule.severity().name().toLowerCase(Locale.ROOT)
                : rule.severity().name().toLowerCase(Locale.ROOT) + ", confidence " + rule.confidence();
        return Stream.of(
                        rule.words(),
                        "*" + severity + "*",
                        rule.advice().hint(),
                        rule.standing().note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String condition(Rule rule) {
        String each = rule.each().isEmpty()
                ? ""
                : "each " + rule.each().stream().map(path -> "`" + path + "`").collect(Collectors.joining(", ")) + ": ";
        String when = rule.question()
                .when()
                .map(condition -> "when `" + condition + "` ")
                .orElse("");
        return each + when + rule.then();
    }

    private static String codes(Rule rule) {
        return String.join(
                " ",
                Stream.concat(rule.advice().codes().stream(), rule.advice().translation().stream())
                        .toList());
    }
}
