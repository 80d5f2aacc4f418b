package org.tongwen.rules.identifier;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Currency codes (ISO 4217), present and past, with their decimals and days, from a table of our own. */
public final class Currencies {

    private static final String NONE = "-";

    /**
     * A currency.
     *
     * @param decimals how many it has; empty for those without, such as metals
     * @param from the first day, where one is known that matters
     * @param until the last day; empty while it is in use
     */
    private record Entry(OptionalInt decimals, Optional<LocalDate> from, Optional<LocalDate> until) {

        static Entry of(String[] row) {
            OptionalInt decimals = row[1].equals(NONE) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(row[1]));
            return new Entry(decimals, day(row[2]), day(row[3]));
        }

        private static Optional<LocalDate> day(String cell) {
            return Optional.of(cell).filter(text -> !text.equals(NONE)).map(LocalDate::parse);
        }
    }

    private static final Map<String, Entry> ENTRIES =
            TableFile.rows("currencies.tsv").collect(Collectors.toUnmodifiableMap(row -> row[0], Entry::of));

    private Currencies() {}

    /** Whether the code is or was registered, such as {@code CNY}. */
    public static boolean isKnown(String code) {
        return ENTRIES.containsKey(code);
    }

    /** All codes. */
    public static Set<String> all() {
        return ENTRIES.keySet();
    }

    /** Number of decimals of the currency: 2 for CNY, 0 for JPY, 3 for KWD; empty for unknown codes and for metals such as XAU. */
    public static OptionalInt decimals(String code) {
        return Optional.ofNullable(ENTRIES.get(code)).map(Entry::decimals).orElse(OptionalInt.empty());
    }

    /** The first day of a currency; empty for unknown codes, and for those that are older than any payment that is judged here. */
    public static Optional<LocalDate> from(String code) {
        return Optional.ofNullable(ENTRIES.get(code)).flatMap(Entry::from);
    }

    /** The last day of a currency that is no more; empty for unknown codes and for those in use. */
    public static Optional<LocalDate> until(String code) {
        return Optional.ofNullable(ENTRIES.get(code)).flatMap(Entry::until);
    }
}
