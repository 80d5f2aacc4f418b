package org.tongwen.mappings.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.Tree;

/**
 * A rule of a JSON Schema that is quickly judged. Rules prove that sound documents are sound, so that the validator need not be asked,
 * which takes a hundred times as long; they make no findings. As the standard has it, each speaks of some kinds of value only, and values
 * of other kinds keep it. Rules never change and may be shared by threads.
 */
interface SchemaRule {

    /** Holds for every value. */
    SchemaRule ANYTHING = value -> SchemaVerdict.VALID;

    /** Holds for no value. */
    SchemaRule NOTHING = value -> SchemaVerdict.INVALID;

    /** Leaves every value to the validator. */
    SchemaRule UNFAMILIAR = value -> SchemaVerdict.UNKNOWN;

    /** What it says of a value. */
    SchemaVerdict judge(Tree value);

    /** All of these rules hold. */
    record All(List<SchemaRule> rules) implements SchemaRule {

        /** One rule for several. */
        static SchemaRule of(List<SchemaRule> rules) {
            return rules.isEmpty() ? ANYTHING : rules.size() == 1 ? rules.get(0) : new All(List.copyOf(rules));
        }

        @Override
        public SchemaVerdict judge(Tree value) {
            SchemaVerdict verdict = SchemaVerdict.VALID;
            for (int i = 0; i < rules.size() && verdict != SchemaVerdict.INVALID; i++) {
                verdict = verdict.and(rules.get(i).judge(value));
            }
            return verdict;
        }
    }

    /** At least {@code least} and at most {@code most} of these rules hold: {@code anyOf}, {@code oneOf}. */
    record Some(List<SchemaRule> rules, int least, int most) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            int valid = 0;
            int unknown = 0;
            for (SchemaRule rule : rules) {
                SchemaVerdict verdict = rule.judge(value);
                valid += verdict == SchemaVerdict.VALID ? 1 : 0;
                unknown += verdict == SchemaVerdict.UNKNOWN ? 1 : 0;
            }
            if (valid + unknown < least || valid > most) {
                return SchemaVerdict.INVALID;
            }
            return valid >= least && valid + unknown <= most ? SchemaVerdict.VALID : SchemaVerdict.UNKNOWN;
        }
    }

    /** The rule does not hold. */
    record Not(SchemaRule rule) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            return rule.judge(value).not();
        }
    }

    /** Where the condition holds, one rule holds, elsewhere the other. */
    record If(SchemaRule condition, SchemaRule then, SchemaRule otherwise) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            return switch (condition.judge(value)) {
                case VALID -> then.judge(value);
                case INVALID -> otherwise.judge(value);
                case UNKNOWN -> SchemaVerdict.UNKNOWN;
            };
        }
    }

    /** The value is of one of these kinds; a number that must be whole may still be written {@code 1.0}. */
    record Kinds(Set<Tree.Kind> kinds, boolean wholeNumbers) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            boolean known = kinds.contains(value.kind());
            return known || !wholeNumbers || value.kind() != Tree.Kind.NUMBER
                    ? SchemaVerdict.of(known)
                    : JsonNumber.isWhole(value.value()).map(SchemaVerdict::of).orElse(SchemaVerdict.UNKNOWN);
        }
    }

    /** The value is one of these leaves: {@code enum} and {@code const}. */
    record OneOf(Map<String, Set<Tree.Kind>> values) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            return key(value)
                    .map(key -> values.getOrDefault(key, Set.of()).contains(value.kind()))
                    .map(SchemaVerdict::of)
                    .orElse(SchemaVerdict.UNKNOWN);
        }

        /** A text that equal values of one kind share; empty for a number that is too long. */
        static Optional<String> key(Tree value) {
            return switch (value.kind()) {
                case NUMBER ->
                    JsonNumber.exact(value.value())
                            .map(number -> number.stripTrailingZeros().toString());
                case NULL -> Optional.of("null");
                default -> Optional.of(value.value());
            };
        }
    }

    /** The number of characters of a text lies between limits. */
    record Length(int least, int most) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            if (value.kind() != Tree.Kind.TEXT) {
                return SchemaVerdict.VALID;
            }
            String text = value.value();
            int length = text.codePointCount(0, text.length());
            return SchemaVerdict.of(length >= least && length <= most);
        }
    }

    /** A text matches a pattern; one that takes too long is left to the validator. */
    record Matching(SchemaPattern pattern) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            return value.kind() == Tree.Kind.TEXT ? pattern.judge(value.value()) : SchemaVerdict.VALID;
        }
    }

    /** A number lies on the right side of a limit. */
    record Limit(BigDecimal limit, boolean above, boolean included) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            if (value.kind() != Tree.Kind.NUMBER) {
                return SchemaVerdict.VALID;
            }
            Optional<BigDecimal> number = JsonNumber.exact(value.value());
            if (number.isEmpty()) {
                return SchemaVerdict.UNKNOWN;
            }
            int order = number.get().compareTo(limit);
            return SchemaVerdict.of(order == 0 ? included : order > 0 == above);
        }
    }

    /** An object has these fields. */
    record Required(List<String> names) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            if (value.kind() == Tree.Kind.OBJECT) {
                for (int i = 0; i < names.size(); i++) {
                    if (!value.has(names.get(i))) {
                        return SchemaVerdict.INVALID;
                    }
                }
            }
            return SchemaVerdict.VALID;
        }
    }

    /** The fields of an object keep rules of their own, those without a rule of their own the other one. */
    record Fields(Map<String, SchemaRule> known, SchemaRule other) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            SchemaVerdict verdict = SchemaVerdict.VALID;
            for (Map.Entry<String, Tree> field : value.fields().entrySet()) {
                SchemaRule rule = known.getOrDefault(field.getKey(), other);
                verdict = verdict.and(rule.judge(field.getValue()));
                if (verdict == SchemaVerdict.INVALID) {
                    return verdict;
                }
            }
            return verdict;
        }
    }

    /** Each item of a list keeps the rule. */
    record Items(SchemaRule rule) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            SchemaVerdict verdict = SchemaVerdict.VALID;
            for (Tree item : value.items()) {
                verdict = verdict.and(rule.judge(item));
                if (verdict == SchemaVerdict.INVALID) {
                    return verdict;
                }
            }
            return verdict;
        }
    }

    /** An object or a list has so many fields or items. */
    record Size(Tree.Kind kind, int least, int most) implements SchemaRule {

        @Override
        public SchemaVerdict judge(Tree value) {
            int size = value.children().size();
            return SchemaVerdict.of(value.kind() != kind || size >= least && size <= most);
        }
    }
}
