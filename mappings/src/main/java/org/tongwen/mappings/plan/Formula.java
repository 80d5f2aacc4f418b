package org.tongwen.mappings.plan;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.XPathExecutable;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A formula of a mapping, compiled. The simple kinds need no XPath. */
public sealed interface Formula {

    /** A text in quotes. */
    record Literal(String value) implements Formula {}

    /**
     * A value that the institution's profile supplies: {@code $name}.
     *
     * @param name its name
     * @param words what it is, for a value that only some documents need; empty for one that every document needs
     */
    record Given(String name, String words) implements Formula {}

    /** {@code now()} or {@code now('+08:00')}: date and time with offset, in the zone of the clock or in that one. */
    record Now(Optional<ZoneId> zone) implements Formula {}

    /** {@code today()} or {@code today('Asia/Shanghai')}: the date, in the zone of the clock or in that one. */
    record Today(Optional<ZoneId> zone) implements Formula {}

    /** {@code uuid()}: a random identifier of version 4. */
    record Uuid() implements Formula {}

    /** The value at a path. */
    record Path(SourcePath path) implements Formula {}

    /** {@code if (path) then 'a' else 'b'}: one text or the other, by whether there is something at the path. */
    record Present(SourcePath path, String yes, String no) implements Formula {}

    /** What takes a whole list together; of a long document it is worked out while the items pass by. */
    sealed interface Aggregate extends Formula {

        /** The list. */
        SourcePath list();
    }

    /** {@code count(list)}: how many items there are. */
    record Count(SourcePath list) implements Aggregate {}

    /**
     * {@code sum(list/field)}, {@code sum(list/xs:decimal(field))} or {@code sum(list/xs:decimal(translate(field, ',', '.')))}: the exact sum
     * of a field over all items, written without needless zeros.
     *
     * @param list the list
     * @param field the field, from an item
     * @param isDecimal whether the numbers must be decimals; otherwise they may have an exponent
     * @param from characters that are something else in a number, or nothing
     * @param to what they are; a character of {@code from} without a partner is left out
     */
    record Sum(SourcePath list, SourcePath field, boolean isDecimal, String from, String to) implements Aggregate {}

    /** Anything else: XPath 3.1 over the source. */
    record XPath(XPathExecutable expression, Set<String> given, boolean generated, FormulaMessages messages)
            implements Formula {}

    /** Whether it gives something else at every run. */
    default boolean isGenerated() {
        return this instanceof Now
                || this instanceof Today
                || this instanceof Uuid
                || (this instanceof XPath xpath && xpath.generated());
    }

    /** Whether what it gives depends on where in the source it stands. */
    default boolean isRelative() {
        return this instanceof XPath
                || (this instanceof Aggregate total && !total.list().fromRoot())
                || (this instanceof Path path && !path.path().fromRoot())
                || (this instanceof Present present && !present.path().fromRoot());
    }

    /** The ISO messages that it looks at. */
    default FormulaMessages messages() {
        return FormulaMessages.NONE;
    }

    /** Whether it depends on the source document. */
    default boolean readsSource() {
        return this instanceof Path || this instanceof Present || this instanceof Aggregate || this instanceof XPath;
    }

    /** Compiles a formula. */
    static Checked<Formula> compile(String text, java.util.Collection<String> given, Place place) {
        Optional<Formula> simple = Simple.compile(text, given);
        return simple.isPresent()
                ? new Checked<>(simple, java.util.List.of())
                : Formulas.compile(text, given, place)
                        .map(expression -> new XPath(
                                expression, Set.copyOf(given), Formulas.isGenerated(text), FormulaMessages.of(text)));
    }

    /** The formula, when it is of a kind that needs no XPath. */
    static Optional<Formula> simple(String text, java.util.Collection<String> given) {
        return Simple.compile(text, given);
    }

    /** The kinds that need no XPath. */
    final class Simple {

        private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'");
        private static final Pattern PATH = Pattern.compile("/?@?[A-Za-z_][\\w@]*(?:[./]@?[A-Za-z_][\\w@]*)*");

        private static final Pattern PRESENT =
                Pattern.compile("if\\s*\\((" + PATH.pattern() + ")\\)\\s*then\\s+'([^']*)'\\s+else\\s+'([^']*)'");
        private static final Pattern COUNT = Pattern.compile("count\\(\\s*(" + PATH.pattern() + ")\\s*\\)");
        private static final Pattern SUM = Pattern.compile("sum\\(\\s*(" + PATH.pattern() + ")\\s*\\)");
        private static final Pattern DECIMALS = Pattern.compile("sum\\(\\s*(?<list>" + PATH.pattern()
                + ")/xs:decimal\\(\\s*(?:translate\\(\\s*(?<swapped>" + PATH.pattern()
                + ")\\s*,\\s*'(?<from>[^']*)'\\s*,\\s*'(?<to>[^']*)'\\s*\\)|(?<field>" + PATH.pattern()
                + "))\\s*\\)\\s*\\)");
        private static final Pattern CALL = Pattern.compile("(now|today)\\((?:'([^']+)')?\\)");

        private Simple() {}

        static Optional<Formula> compile(String text, java.util.Collection<String> given) {
            Matcher quoted = QUOTED.matcher(text);
            if (quoted.matches()) {
                return Optional.of(new Literal(quoted.group(1).replace("''", "'")));
            }
            if (text.startsWith("$") && given.contains(text.substring(1))) {
                return Optional.of(new Given(text.substring(1), ""));
            }
            if (PATH.matcher(text).matches()) {
                return path(text).map(Path::new);
            }
            Matcher present = PRESENT.matcher(text);
            if (present.matches()) {
                return path(present.group(1)).map(path -> new Present(path, present.group(2), present.group(3)));
            }
            return aggregate(text).or(() -> generated(text));
        }

        private static Optional<Formula> aggregate(String text) {
            Matcher count = COUNT.matcher(text);
            if (count.matches()) {
                return path(count.group(1)).map(Count::new);
            }
            Matcher sum = SUM.matcher(text);
            if (sum.matches()) {
                return sumOf(sum.group(1));
            }
            Matcher decimals = DECIMALS.matcher(text);
            return decimals.matches() ? decimals(decimals) : Optional.empty();
        }

        /** Without a step to a field the numbers are the items themselves. */
        private static Optional<Formula> sumOf(String text) {
            int step = Math.max(text.lastIndexOf('/'), text.lastIndexOf('.'));
            String list = step > 0 ? text.substring(0, step) : text;
            String field = step > 0 ? text.substring(step + 1) : ".";
            return path(list).flatMap(items -> SourcePath.parse(field).map(of -> new Sum(items, of, false, "", "")));
        }

        private static Optional<Formula> decimals(Matcher sum) {
            String swapped = sum.group("swapped");
            String field = swapped == null ? sum.group("field") : swapped;
            String from = swapped == null ? "" : sum.group("from");
            String to = swapped == null ? "" : sum.group("to");
            return field.startsWith("/")
                    ? Optional.empty()
                    : path(sum.group("list"))
                            .flatMap(items -> path(field).map(of -> new Sum(items, of, true, from, to)));
        }

        /** A path in XPath's way of writing or in ours. */
        private static Optional<SourcePath> path(String text) {
            boolean rooted = text.startsWith("/");
            String dotted = (rooted ? text.substring(1) : text).replace('/', '.');
            return SourcePath.parse((rooted ? "/" : "") + dotted);
        }

        private static Optional<Formula> generated(String text) {
            Matcher call = CALL.matcher(text);
            if (!call.matches()) {
                return text.equals("uuid()") ? Optional.of(new Uuid()) : Optional.empty();
            }
            Optional<ZoneId> zone = Optional.ofNullable(call.group(2)).flatMap(Simple::zone);
            if (call.group(2) != null && zone.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(call.group(1).equals("now") ? new Now(zone) : new Today(zone));
        }

        private static Optional<ZoneId> zone(String name) {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** A finding for a formula that cannot be understood. */
    static Finding wrong(Place place, String reason) {
        return Finding.error("mapping.Formula", place, "the formula cannot be understood: " + reason);
    }
}
