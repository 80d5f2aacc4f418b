package org.tongwen.rules.pack;

import java.util.List;
import java.util.stream.Collectors;
import org.tongwen.rules.condition.Condition;

/** What a rule demands of a value that it is asked of. */
public sealed interface Then {

    /** A condition must hold. */
    record Holds(Condition condition) implements Then {
        @Override
        public String toString() {
            return "then `" + condition + "`";
        }
    }

    /** The value may not be there at all. */
    record Forbidden() implements Then {
        @Override
        public String toString() {
            return "forbidden";
        }
    }

    /** The value must have these elements. */
    record Demanded(List<String> elements) implements Then {
        /** Copies the names. */
        public Demanded {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return "demands `" + String.join("`, `", elements) + "`";
        }
    }

    /** One row of a decision table must fit. */
    record Table(List<Row> rows) implements Then {
        /** Copies the rows. */
        public Table {
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            return "one of: "
                    + rows.stream().map(row -> row.words() + " " + row).collect(Collectors.joining("; "));
        }
    }

    /**
     * An allowed combination.
     *
     * @param words what it is, such as "a BIC"
     * @param all what holds of it
     */
    record Row(String words, List<Condition> all) {
        /** Copies the conditions. */
        public Row {
            all = List.copyOf(all);
        }

        @Override
        public String toString() {
            return all.stream().map(Object::toString).collect(Collectors.joining(", ", "(`", "`)"));
        }
    }

    /** An expression of XPath 3.1 must be true; elements have no namespaces, and the outermost one is called Message. */
    record XPath(String expression) implements Then {
        @Override
        public String toString() {
            return "XPath `" + expression + "`";
        }
    }

    /** The validator checks it itself: none of its findings has an id that begins so. */
    record BuiltIn(List<String> ids) implements Then {
        /** Copies the ids. */
        public BuiltIn {
            ids = List.copyOf(ids);
        }

        @Override
        public String toString() {
            return "built in, `" + String.join("`, `", ids) + "`";
        }
    }

    /** The message is one of those that the release uses. */
    record OfRelease() implements Then {
        @Override
        public String toString() {
            return "a message of the release";
        }
    }

    /** It cannot be checked here. */
    record NotRun(String reason) implements Then {
        @Override
        public String toString() {
            return "not run: " + reason;
        }
    }
}
