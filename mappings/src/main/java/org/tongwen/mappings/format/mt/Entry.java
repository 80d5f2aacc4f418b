package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands at one place of a layout: a field, a group of fields, or whatever else a message brings. */
sealed interface Entry permits Entry.Field, Entry.Group, Entry.Rest {

    /** Its name in the tree. */
    String name();

    /** How often it must and may stand. */
    Count count();

    /**
     * How often something must and may stand.
     *
     * @param repeatable whether it is a list in the tree
     */
    record Count(int least, int most, boolean repeatable) {

        static final Count MANDATORY = new Count(1, 1, false);
        static final Count OPTIONAL = new Count(0, 1, false);

        /** The counts by the words of layouts; {@code 1..2} is a list too. */
        static Optional<Count> of(String word) {
            return switch (word) {
                case "mandatory" -> Optional.of(MANDATORY);
                case "optional" -> Optional.of(OPTIONAL);
                case "repeatable" -> Optional.of(new Count(0, Integer.MAX_VALUE, true));
                default -> limited(word);
            };
        }

        private static Optional<Count> limited(String word) {
            if (!word.matches("\\d+\\.\\.(\\d+|n)")) {
                return Optional.empty();
            }
            String[] ends = word.split("\\.\\.");
            int most = ends[1].equals("n") ? Integer.MAX_VALUE : Integer.parseInt(ends[1]);
            return Optional.of(new Count(Integer.parseInt(ends[0]), most, true));
        }

        boolean mandatory() {
            return least > 0;
        }
    }

    /**
     * A field in one of its options.
     *
     * @param name its name in the tree
     * @param field {@code 50a}, or the tag of a field that has no options
     * @param count how often it must and may stand, in all options together
     * @param options a rule for each tag that it may have
     */
    record Field(String name, String field, Count count, List<FieldRule> options) implements Entry {

        static Field of(FieldRule rule) {
            return new Field(MtNames.field(rule.field()), rule.field(), rule.count(), List.of(rule));
        }

        /** The same field with one more option. */
        Field or(FieldRule rule) {
            return new Field(
                    name,
                    field,
                    count,
                    Stream.concat(options.stream(), Stream.of(rule)).toList());
        }

        /** The option whose tag stands in a text from one offset to before another. */
        FieldRule rule(String text, int start, int end) {
            for (int i = 0; i < options.size(); i++) {
                String tag = options.get(i).tag();
                if (tag.length() == end - start && text.startsWith(tag, start)) {
                    return options.get(i);
                }
            }
            throw new IllegalArgumentException(text.substring(start, end));
        }

        /** Whether the tree says which option it has. */
        boolean hasOptions() {
            return !options.get(0).tag().equals(field);
        }

        /** What findings call it: its tag, or its name where it may have several. */
        String shown() {
            return options.size() > 1 ? field : options.get(0).tag();
        }
    }

    /** Fields that stand together: an object in the tree, or a list of objects. */
    record Group(String name, Count count, Sequence fields) implements Entry {}

    /**
     * All fields from here on that have no other place, as a list of tags with their lines.
     *
     * @param among tags of fields before it that may also stand among them
     */
    record Rest(String name, List<String> among) implements Entry {

        @Override
        public Count count() {
            return new Count(0, Integer.MAX_VALUE, true);
        }
    }
}
