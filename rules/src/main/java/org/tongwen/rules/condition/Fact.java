package org.tongwen.rules.condition;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongwen.rules.identifier.Currencies;

/** What conditions may ask of a value besides its text. */
public enum Fact {
    /** Its own name: that of its element. */
    NAME,
    /** The name of its type in the definition. */
    TYPE,
    /** The first day of a currency; nothing for one whose first day is not known. */
    FIRST_DAY,
    /** The last day of a currency; nothing for one that is in use. */
    LAST_DAY;

    /** As conditions write it, such as {@code last-day}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the fact on one of the values at a path passes a test. */
    boolean some(Path path, Subject at, Predicate<String> test) {
        return switch (this) {
            case NAME -> path.some(at, value -> test.test(value.name()));
            case TYPE -> path.some(at, value -> test.test(value.type()));
            case FIRST_DAY -> path.someText(at, text -> passes(Currencies.from(text), test));
            case LAST_DAY -> path.someText(at, text -> passes(Currencies.until(text), test));
        };
    }

    private static boolean passes(Optional<LocalDate> day, Predicate<String> test) {
        return day.map(LocalDate::toString).filter(test).isPresent();
    }
}
