package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one field in a layout file, read from left to right. */
final class LayoutTokens {

    private static final Pattern RUN = Pattern.compile("(\\d+)\\*\\(");
    private static final Pattern CUT = Pattern.compile("cut(\\d+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+)\\.\\.(\\d+)");
    private static final Pattern OVER = Pattern.compile("over(\\d+)");
    private static final Pattern LONGEST = Pattern.compile("to(\\d+)");
    private static final Pattern COMPONENT =
            Pattern.compile("(?:([A-Za-z0-9.]*)(\\*?):)?([^:{#]+)(?:\\{([^}]+)})?(?:#([a-z-]+))?");

    private final String tag;
    private final List<String> words;
    private final List<String> names = new ArrayList<>();
    private int at;

    LayoutTokens(String tag, List<String> words) {
        this.tag = tag;
        this.words = words;
    }

    List<FieldRule.Run> runs() {
        List<FieldRule.Run> runs = new ArrayList<>();
        do {
            runs.add(run());
        } while (skip("$"));
        if (at < words.size()) {
            throw wrong();
        }
        return List.copyOf(runs);
    }

    private FieldRule.Run run() {
        boolean any = skip("any");
        int width = skip(CUT).map(found -> number(found, 1)).orElse(FieldRule.Run.NEVER_CUT);
        Optional<Matcher> run = skip(RUN);
        if (run.isEmpty()) {
            LineRule line = line();
            return new FieldRule.Run(line.most(), any, width, List.of(line));
        }
        List<LineRule> lines = new ArrayList<>();
        do {
            lines.add(line());
        } while (skip("$"));
        expect(")");
        return new FieldRule.Run(number(run.get(), 1), any, width, List.copyOf(lines));
    }

    private LineRule line() {
        boolean first = skip("first");
        boolean made = skip("made");
        boolean joined = skip("all");
        Optional<Matcher> count = skip(COUNT);
        int least = count.map(found -> number(found, 1)).orElse(skip("?") ? 0 : 1);
        int most = count.map(found -> number(found, 2)).orElse(1);
        int over = skip(OVER).map(found -> number(found, 1)).orElse(0);
        int longest = skip(LONGEST).map(found -> number(found, 1)).orElse(Integer.MAX_VALUE);
        return new LineRule(first, made, least, most, longest, over, joined, parts());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        while (at < words.size() && !List.of("$", "|", ")", "]").contains(words.get(at))) {
            parts.add(part());
        }
        if (parts.isEmpty()) {
            throw wrong();
        }
        return List.copyOf(parts);
    }

    private Part part() {
        if (skip("[")) {
            return new Part.Maybe(false, closed(parts(), "]"));
        }
        if (skip("[read")) {
            return new Part.Maybe(true, closed(parts(), "]"));
        }
        if (skip("(")) {
            return new Part.Choice(alternatives());
        }
        String word = words.get(at++);
        boolean literal = word.startsWith("'");
        return literal ? new Part.Literal(word.substring(1, word.length() - 1)) : component(word);
    }

    private List<List<Part>> alternatives() {
        List<List<Part>> alternatives = new ArrayList<>();
        do {
            alternatives.add(parts());
        } while (skip("|"));
        return closed(List.copyOf(alternatives), ")");
    }

    private Component component(String word) {
        Matcher found = COMPONENT.matcher(word);
        if (!found.matches()) {
            throw wrong();
        }
        String name = found.group(1) == null ? "" : found.group(1);
        boolean many = "*".equals(found.group(2));
        List<String> values =
                found.group(4) == null ? List.of() : List.of(found.group(4).split("\\|"));
        if (!names.contains(name)) {
            names.add(name);
        }
        return new Component(name, many, Notation.of(found.group(3)), values, check(found), names.indexOf(name));
    }

    private static Optional<Check> check(Matcher component) {
        return Optional.ofNullable(component.group(5))
                .map(name -> Check.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private <T> T closed(T inside, String bracket) {
        expect(bracket);
        return inside;
    }

    private void expect(String word) {
        if (!skip(word)) {
            throw wrong();
        }
    }

    private boolean skip(String word) {
        boolean there = at < words.size() && words.get(at).equals(word);
        at += there ? 1 : 0;
        return there;
    }

    private Optional<Matcher> skip(Pattern pattern) {
        Matcher found = pattern.matcher(at < words.size() ? words.get(at) : "");
        boolean there = found.matches();
        at += there ? 1 : 0;
        return there ? Optional.of(found) : Optional.empty();
    }

    private IllegalStateException wrong() {
        return new IllegalStateException("layout: field " + tag + ", word " + (at + 1));
    }
}
