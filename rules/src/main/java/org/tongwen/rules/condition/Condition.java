package org.tongwen.rules.condition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.xsd.finding.Checked;

/**
 * A condition. It never changes, may be asked of many documents at once, and is printed so that it can be parsed again.
 *
 * <p>A path may name several values: a comparison, {@code in}, {@code like} and {@code contains} hold when one of them fits.
 */
public sealed interface Condition {

    /** All of these hold. */
    record And(List<Condition> all) implements Condition {
        /** Copies the conditions. */
        public And {
            all = List.copyOf(all);
        }

        @Override
        public String toString() {
            return all.stream()
                    .map(each -> each instanceof Or || each instanceof And ? "(" + each + ")" : each.toString())
                    .collect(Collectors.joining(" and "));
        }
    }

    /** One of these holds. */
    record Or(List<Condition> any) implements Condition {
        /** Copies the conditions. */
        public Or {
            any = List.copyOf(any);
        }

        @Override
        public String toString() {
            return any.stream()
                    .map(each -> each instanceof Or ? "(" + each + ")" : each.toString())
                    .collect(Collectors.joining(" or "));
        }
    }

    /** This does not hold. */
    record Not(Condition condition) implements Condition {
        @Override
        public String toString() {
            boolean several = condition instanceof And || condition instanceof Or;
            return "not " + (several ? "(" + condition + ")" : condition);
        }
    }

    /** It holds for each value at a path; also when there is none. */
    record Every(Path path, Condition condition) implements Condition {
        @Override
        public String toString() {
            return "every " + path + " (" + condition + ")";
        }
    }

    /** It holds for a value at a path. */
    record Some(Path path, Condition condition) implements Condition {

        private boolean isMet(Subject at) {
            return path.some(at, condition::holds);
        }

        @Override
        public String toString() {
            return "some " + path + " (" + condition + ")";
        }
    }

    /** There is something at a path: a text, or a group with something in it. */
    record There(Path path) implements Condition {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** Two operands compare so. */
    record Compare(Operand left, Relation relation, Operand right) implements Condition {

        private boolean compares(Subject at) {
            if (left.isNumeric() || right.isNumeric()) {
                return left.someNumber(at, one -> right.someNumber(at, other -> relation.holds(one, other)));
            }
            if (right instanceof Operand.Text text) {
                return left.someText(at, one -> relation.holds(one, text.text()));
            }
            return left.someText(at, one -> right.someText(at, other -> relation.holds(one, other)));
        }

        @Override
        public String toString() {
            return left + " " + relation.sign() + " " + right;
        }
    }

    /**
     * A value is among these, or a value is not among these.
     *
     * @param operand whose values
     * @param among whether one is wanted that is among them; otherwise one that is not
     * @param words the texts
     */
    record In(Operand operand, boolean among, Words words) implements Condition {
        @Override
        public String toString() {
            return operand + (among ? " in " : " not in ") + words;
        }
    }

    /**
     * A text has another in it, whether letters are large or small.
     *
     * @param whole the text
     * @param part what it has in it
     */
    record Contains(Operand whole, Operand part) implements Condition {

        private boolean isMet(Subject at) {
            return part.someText(at, inner -> whole.someText(at, outer -> has(outer, inner)));
        }

        private static boolean has(String outer, String inner) {
            for (int i = outer.length() - inner.length(); i >= 0; i--) {
                if (outer.regionMatches(true, i, inner, 0, inner.length())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return whole + " contains " + part;
        }
    }

    /**
     * The values come in this order. Texts that the order does not name may stand anywhere.
     *
     * @param operand whose values
     * @param order the texts, each before those behind it
     */
    record Ordered(Operand operand, List<String> order) implements Condition {
        /** Copies the order. */
        public Ordered {
            order = List.copyOf(order);
        }

        private boolean isKept(Subject at) {
            int[] last = {-1};
            return !operand.someText(at, text -> {
                int rank = order.indexOf(text);
                boolean late = rank >= 0 && rank < last[0];
                last[0] = rank >= 0 ? rank : last[0];
                return late;
            });
        }

        @Override
        public String toString() {
            return operand
                    + order.stream()
                            .map(text -> new Operand.Text(text).toString())
                            .collect(Collectors.joining(", ", " in order (", ")"));
        }
    }

    /** A value looks like this. */
    record Like(Operand operand, Glob glob) implements Condition {
        @Override
        public String toString() {
            return operand + " like " + glob;
        }
    }

    /** A value has this form. */
    record Is(Operand operand, Form form) implements Condition {

        private boolean isMet(Subject at) {
            if (form.asksType() && operand instanceof Operand.Values values) {
                return values.path().some(at, value -> form.fits(value.text(), value.type()));
            }
            return operand.someText(at, text -> form.fits(text, ""));
        }

        @Override
        public String toString() {
            return operand + " is " + form.word();
        }
    }

    /**
     * Reads a condition.
     *
     * @param text as somebody wrote it
     * @param lists the texts of each list that it may name
     * @return the condition, or a finding whose column is that of the mistake in the text, counted from 1
     */
    static Checked<Condition> parse(String text, Map<String, Set<String>> lists) {
        return new ConditionParser(text, lists).parse();
    }

    /** Reads a path, such as the place of a finding; the result is as that of {@link #parse}. */
    static Checked<Path> parsePath(String text) {
        return new ConditionParser(text, Map.of()).parsePath();
    }

    /** Whether it holds for a value. */
    default boolean holds(Subject at) {
        if (this instanceof Compare compare) {
            return compare.compares(at);
        } else if (this instanceof There there) {
            return there.path().isThere(at);
        } else if (this instanceof In in) {
            return in.operand().someText(at, text -> in.words().has(text) == in.among());
        } else if (this instanceof Like like) {
            return like.operand().someText(at, like.glob()::matches);
        } else if (this instanceof Is is) {
            return is.isMet(at);
        }
        return holdsOfOthers(at);
    }

    private boolean holdsOfOthers(Subject at) {
        if (this instanceof And and) {
            return !one(and.all(), at, false);
        } else if (this instanceof Or or) {
            return one(or.any(), at, true);
        } else if (this instanceof Not not) {
            return !not.condition().holds(at);
        } else if (this instanceof Every every) {
            return !every.path().some(at, value -> !every.condition().holds(value));
        }
        if (this instanceof Contains contains) {
            return contains.isMet(at);
        }
        return this instanceof Some some ? some.isMet(at) : this instanceof Ordered ordered && ordered.isKept(at);
    }

    private static boolean one(List<Condition> of, Subject at, boolean holds) {
        for (int i = 0; i < of.size(); i++) {
            if (of.get(i).holds(at) == holds) {
                return true;
            }
        }
        return false;
    }

    /** All paths in it, as seen from where it is asked, so that a checker can tell unknown names. */
    default Set<Path> paths() {
        return allPaths().collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Path::toString))));
    }

    private Stream<Path> allPaths() {
        if (this instanceof And and) {
            return and.all().stream().flatMap(Condition::allPaths);
        } else if (this instanceof Or or) {
            return or.any().stream().flatMap(Condition::allPaths);
        } else if (this instanceof Not not) {
            return not.condition().allPaths();
        } else if (this instanceof Every every) {
            return below(every.path(), every.condition());
        } else if (this instanceof Some some) {
            return below(some.path(), some.condition());
        } else if (this instanceof There there) {
            return Stream.of(there.path());
        }
        return operands().flatMap(Operand::paths);
    }

    private Stream<Operand> operands() {
        if (this instanceof Compare compare) {
            return Stream.of(compare.left(), compare.right());
        } else if (this instanceof Contains contains) {
            return Stream.of(contains.whole(), contains.part());
        } else if (this instanceof In in) {
            return Stream.of(in.operand());
        } else if (this instanceof Ordered ordered) {
            return Stream.of(ordered.operand());
        } else if (this instanceof Is is) {
            return Stream.of(is.operand());
        }
        return this instanceof Like like ? Stream.of(like.operand()) : Stream.empty();
    }

    private static Stream<Path> below(Path outer, Condition inner) {
        return Stream.concat(Stream.of(outer), inner.allPaths().map(path -> path.below(outer)));
    }
}
