package org.tongwen.xsd.definition;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.xsd.pattern.Pattern;

/** One condition on the values of a simple type: its primitive's written form, or a facet. */
interface ValueRule {

    /** Whether a value, with its blanks as the type leaves them, keeps the rule. */
    boolean accepts(String value);

    /** What is wrong with a value that does not. */
    Violation violation(String value);

    /** The value is written as its primitive asks for. */
    record Written(Primitive primitive) implements ValueRule {

        @Override
        public boolean accepts(String value) {
            return Lexical.isValid(primitive, value);
        }

        @Override
        public Violation violation(String value) {
            return Violation.ofValue("xsd.Datatype", "must be " + described());
        }

        private String described() {
            return switch (primitive) {
                case DECIMAL -> "a decimal number with a point, such as 12.50";
                case INTEGER -> "a whole number";
                case BOOLEAN -> "true or false";
                case DATE -> "a date, such as 2026-11-21";
                case DATE_TIME -> "a date and time, such as 2026-11-21T10:30:00+08:00";
                case TIME -> "a time, such as 10:30:00+08:00";
                case YEAR -> "a year, such as 2026";
                case YEAR_MONTH -> "a month, such as 2026-11";
                case BASE64 -> "base64";
                case HEX -> "hexadecimal digits in pairs";
                default -> "text";
            };
        }
    }

    /** Its length lies between two bounds. */
    record Length(Primitive primitive, int min, int max) implements ValueRule {

        @Override
        public boolean accepts(String value) {
            int length = Lexical.length(primitive, value);
            return length >= min && length <= max;
        }

        @Override
        public Violation violation(String value) {
            int length = Lexical.length(primitive, value);
            String has = "has " + length + (primitive.isBinary() ? " bytes" : " characters");
            if (min == max) {
                return Violation.ofValue("xsd.Length", has + ", exactly " + min + " are needed");
            }
            if (length == 0) {
                return Violation.ofValue("xsd.MinLength", "must not be empty");
            }
            return length > max
                    ? Violation.ofValue("xsd.MaxLength", has + ", at most " + max + " are allowed")
                    : Violation.ofValue("xsd.MinLength", has + ", at least " + min + " are needed");
        }
    }

    /** It matches one of the patterns. */
    record Matching(List<Pattern> alternatives) implements ValueRule {

        @Override
        public boolean accepts(String value) {
            for (Pattern pattern : alternatives) {
                if (pattern.matches(value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Violation violation(String value) {
            boolean givenUp = alternatives.stream().anyMatch(pattern -> pattern.match(value) == Pattern.Match.GIVEN_UP);
            String expected =
                    alternatives.stream().map(Pattern::source).sorted().collect(Collectors.joining(" or "));
            return Violation.ofValue(
                    "xsd.Pattern", givenUp ? "takes too long to compare with " + expected : "must match " + expected);
        }
    }

    /** It is one of a list of texts. */
    record Listed(Set<String> values) implements ValueRule {

        private static final int SHOWN = 12;

        @Override
        public boolean accepts(String value) {
            return values.contains(value);
        }

        @Override
        public Violation violation(String value) {
            List<String> first = values.stream().limit(SHOWN).toList();
            int rest = values.size() - first.size();
            String shown = String.join(", ", first) + (rest == 0 ? "" : " and " + rest + " more");
            return Violation.ofValue("xsd.NotInEnumeration", "must be one of " + shown);
        }
    }

    /** It is one of a list of numbers, however it is written. */
    record ListedNumber(Set<String> values, Set<DecimalText> numbers) implements ValueRule {

        ListedNumber(Set<String> values) {
            this(values, values.stream().map(DecimalText::ofValid).collect(Collectors.toSet()));
        }

        @Override
        public boolean accepts(String value) {
            return numbers.contains(DecimalText.ofValid(value));
        }

        @Override
        public Violation violation(String value) {
            return new Listed(values).violation(value);
        }
    }

    /** It has not too many digits in all. */
    record TotalDigits(int most) implements ValueRule {

        @Override
        public boolean accepts(String value) {
            // No number has more digits than characters.
            return value.length() <= most || DecimalText.ofValid(value).digits() <= most;
        }

        @Override
        public Violation violation(String value) {
            return Violation.ofValue("xsd.TotalDigits", "must have at most " + most + " digits");
        }
    }

    /** It has not too many digits behind the point. */
    record FractionDigits(int most) implements ValueRule {

        @Override
        public boolean accepts(String value) {
            int point = value.indexOf('.');
            return point < 0
                    || value.length() - point - 1 <= most
                    || DecimalText.ofValid(value).decimals() <= most;
        }

        @Override
        public Violation violation(String value) {
            return Violation.ofValue("xsd.FractionDigits", "must have at most " + most + " decimals");
        }
    }

    /** It lies on the right side of a bound. */
    record Bound(String id, String relation, DecimalText bound, String shown, boolean above, boolean inclusive)
            implements ValueRule {

        @Override
        public boolean accepts(String value) {
            int order = DecimalText.ofValid(value).compare(bound);
            return (inclusive && order == 0) || (above ? order > 0 : order < 0);
        }

        @Override
        public Violation violation(String value) {
            return Violation.ofValue(id, "must be " + relation + " " + shown);
        }
    }
}
