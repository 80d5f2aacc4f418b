package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the lines of one field, trying until all that its rule and the test ask for holds. */
final class RandomField {

    private static final int ATTEMPTS = 2_000;
    private static final String[] UNKNOWN_CODES = {"/REC/", "/INT/", "/XYZ/"};

    private final FieldRule rule;
    private final String path;
    private final Restriction restriction;
    private final Random random;
    private final RandomValues values;
    private final Set<String> used = new HashSet<>();

    RandomField(FieldRule rule, String path, Restriction restriction, Random random, RandomValues values) {
        this.rule = rule;
        this.path = path;
        this.restriction = restriction;
        this.random = random;
        this.values = values;
    }

    List<String> lines() {
        for (int i = 0; i < ATTEMPTS; i++) {
            used.clear();
            Optional<List<String>> lines = attempt();
            if (lines.isPresent() && isSound(lines.get())) {
                return lines.get();
            }
        }
        throw new AssertionError("no way to write field " + path);
    }

    private boolean isSound(List<String> lines) {
        boolean needs = rule.needs().stream()
                .allMatch(need ->
                        !uses(need.component()) || need.others().stream().anyMatch(this::uses));
        return !lines.isEmpty()
                && needs
                && restriction.wanted(path).filter(this::has).allMatch(this::uses);
    }

    private boolean has(String component) {
        return rule.lines().stream().flatMap(RandomField::names).anyMatch(component::equals);
    }

    private boolean uses(String component) {
        return used.stream().anyMatch(name -> name.equals(component) || name.startsWith(component + "."));
    }

    private Optional<List<String>> attempt() {
        List<String> lines = new ArrayList<>();
        for (FieldRule.Run run : rule.runs()) {
            List<List<String>> pieces = new ArrayList<>();
            boolean before = false;
            int led = 0;
            for (LineRule line : run.lines().stream().filter(one -> !one.made()).toList()) {
                boolean more = run.any() && begins(line, "//");
                int count = more && !before || continuesNothing(line, run) ? 0 : count(line, run);
                Optional<List<String>> written = written(line, run, count);
                if (written.isEmpty()) {
                    return Optional.empty();
                }
                if (more && before) {
                    pieces.get(pieces.size() - 1).addAll(written.get());
                } else if (count > 0) {
                    pieces.add(new ArrayList<>(written.get()));
                }
                before = more ? before : count > 0;
                led = line.first() ? pieces.size() : led;
            }
            if (run.any() && restriction.isShuffled()) {
                Collections.shuffle(pieces.subList(led, pieces.size()), random);
            }
            List<String> all = pieces.stream().flatMap(List::stream).toList();
            if (String.join("\n", all).lines().count() > run.most()
                    && !run.lines().get(0).joined()) {
                return Optional.empty();
            }
            lines.addAll(all);
        }
        return Optional.of(lines);
    }

    /** Whether it goes on with values that could have begun in a line before, but did not: town lines without a town beside the country. */
    private boolean continuesNothing(LineRule line, FieldRule.Run run) {
        return run.lines().stream()
                .takeWhile(before -> before != line)
                .flatMap(before -> before.parts().stream())
                .filter(part -> part instanceof Part.Maybe maybe && !maybe.read())
                .flatMap(maybe -> names(List.of(maybe)))
                .anyMatch(name -> name.equals(line.name()) && !used.contains(name));
    }

    /** Of lines with code words most are absent, because the field has room for few. */
    private int count(LineRule line, FieldRule.Run run) {
        boolean wanted = names(line).anyMatch(name -> restriction.isWanted(path, name));
        boolean unlikely = run.any() && !isLast(line, run) && random.nextInt(4) > 0;
        int most = unlikely && !wanted ? line.least() : Math.min(line.most(), line.least() + 3);
        return line.least() + random.nextInt(most - line.least() + 1);
    }

    private static boolean isLast(LineRule line, FieldRule.Run run) {
        return line == run.lines().get(run.lines().size() - 1);
    }

    private Optional<List<String>> written(LineRule line, FieldRule.Run run, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<String> text = line(line, run);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            lines.add(text.get());
        }
        return Optional.of(lines);
    }

    private Optional<String> line(LineRule line, FieldRule.Run run) {
        StringBuilder text = new StringBuilder();
        boolean takesAny = run.any() && isLast(line, run);
        if (takesAny && random.nextBoolean()) {
            used.add(line.name());
            return Optional.of(values.pick(UNKNOWN_CODES) + values.some(RandomValues.CAPITALS, 1, 9));
        }
        if (!parts(line.parts(), text)) {
            return Optional.empty();
        }
        String written = line.joined() ? text + "\n" + text : line.folded(text.toString());
        boolean wrong = !line.joined()
                && written.lines().anyMatch(each -> each.length() > line.longest() || each.matches("[:-].*"));
        return wrong ? Optional.empty() : Optional.of(written);
    }

    /** Appends parts; false when one of them must not stand. */
    private boolean parts(List<Part> parts, StringBuilder text) {
        return parts.stream().allMatch(part -> part(part, text));
    }

    private boolean part(Part part, StringBuilder text) {
        if (part instanceof Part.Literal literal) {
            text.append(literal.text());
            return true;
        }
        if (part instanceof Part.Maybe maybe) {
            boolean there = (!maybe.read() || restriction.isShuffled())
                    && names(maybe.parts()).noneMatch(name -> restriction.isUnwanted(path, name))
                    && (names(maybe.parts()).anyMatch(name -> restriction.isWanted(path, name))
                            || random.nextBoolean());
            return !there || parts(maybe.parts(), text);
        }
        if (part instanceof Part.Choice choice) {
            return parts(values.pick(choice.alternatives()), text);
        }
        return component((Component) part, text);
    }

    private boolean component(Component component, StringBuilder text) {
        if (restriction.isUnwanted(path, component.name())) {
            return false;
        }
        used.add(component.name());
        List<String> fixed = restriction.values(path, component.name());
        text.append(fixed.isEmpty() ? values.of(component) : values.pick(fixed));
        return true;
    }

    private static boolean begins(LineRule line, String text) {
        return line.parts().get(0) instanceof Part.Literal literal
                && literal.text().equals(text);
    }

    private static Stream<String> names(LineRule line) {
        return names(line.parts());
    }

    static Stream<String> names(List<Part> parts) {
        return parts.stream().flatMap(part -> {
            if (part instanceof Part.Maybe maybe) {
                return names(maybe.parts());
            }
            if (part instanceof Part.Choice choice) {
                return choice.alternatives().stream().flatMap(RandomField::names);
            }
            return part instanceof Component component ? Stream.of(component.name()) : Stream.of();
        });
    }
}
