package org.tongwen.conformance.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.Requirement;

/**
 * At which requirements each broken participant fails, as {@code docs/broken-participants.md} says it.
 *
 * @param failures the requirements at which a variant fails, by defect
 */
record KillTable(Map<Defect, SortedSet<String>> failures) {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| .* \\| ([A-Z0-9-]+) \\| (.*) \\|");
    private static final String HEAD = """
            # Broken participants

            How we know that the plan `wallet-interop` finds what it looks for. The reference participant keeps to the whole profile, and passes. Each variant of it does one thing wrong; the suite must fail it at the requirement that this
            breaks. Every test run shows that for every variant, and tries a changing part of the other cases on it; `mvn -pl conformance-tests test -Dtest=BrokenParticipantsTest -Dtongwen.update=true` plays the whole plan against all of them
            and writes this page. Anybody can look at one: `./tongwen conformance run --plan wallet-interop --participant reference:takes-garbage --out DIR`.

            """;

    /** Reads the page. */
    static KillTable read(String page) {
        Map<Defect, SortedSet<String>> failures = new LinkedHashMap<>();
        Matcher rows = ROW.matcher(page);
        while (rows.find()) {
            SortedSet<String> failed = new TreeSet<>(List.of(rows.group(2)));
            Stream.of(rows.group(3).split(", ")).filter(id -> !id.isBlank()).forEach(failed::add);
            Defect.ofVariant(rows.group(1)).ifPresent(defect -> failures.put(defect, failed));
        }
        return new KillTable(failures);
    }

    /** The variants that fail at a requirement and nowhere else. */
    List<Defect> onlyCaughtBy(String requirement) {
        return caughtBy(requirement, true);
    }

    private List<Defect> caughtBy(String requirement, boolean alone) {
        return failures.entrySet().stream()
                .filter(each -> each.getValue().contains(requirement))
                .filter(each -> (each.getValue().size() == 1) == alone)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The page. */
    String page(Plan plan) {
        List<Requirement> tested = tested(plan);
        long sole = tested.stream()
                .filter(each -> !onlyCaughtBy(each.id()).isEmpty())
                .count();
        StringBuilder page = new StringBuilder(HEAD);
        page.append(failures.size() + " variants, of which "
                + failures.values().stream()
                        .filter(failed -> failed.size() == 1)
                        .count()
                + " fail at one requirement only; " + sole + " of " + tested.size()
                + " tested requirements have such a variant, which nothing else would catch.\n\n## Variants\n\n");
        page.append("| variant | it | breaks | fails also at |\n|---|---|---|---|\n");
        failures.forEach((defect, failed) -> page.append("| `" + defect.variant() + "` | " + defect.words() + " | "
                + defect.requirement() + " | " + others(defect, failed) + " |\n"));
        page.append(
                "\n## Requirements\n\n| requirement | clause | only it catches | it catches too |\n|---|---|---|---|\n");
        tested.forEach(each -> page.append(row(each)));
        return page.toString();
    }

    private static String others(Defect defect, SortedSet<String> failed) {
        return failed.stream().filter(id -> !id.equals(defect.requirement())).collect(Collectors.joining(", "));
    }

    private String row(Requirement requirement) {
        List<Defect> sole = onlyCaughtBy(requirement.id());
        List<Defect> shared = caughtBy(requirement.id(), false);
        String none = requirement.noVariant().map(reason -> "none: " + reason).orElse("");
        return "| " + requirement.id() + " | " + requirement.clause() + " | " + (sole.isEmpty() ? none : names(sole))
                + " | " + names(shared) + " |\n";
    }

    private static String names(List<Defect> defects) {
        return defects.stream().map(defect -> "`" + defect.variant() + "`").collect(Collectors.joining(", "));
    }

    static List<Requirement> tested(Plan plan) {
        return plan.requirements().stream()
                .filter(each -> each.untested().isEmpty())
                .toList();
    }
}
