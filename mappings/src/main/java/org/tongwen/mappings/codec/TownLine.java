package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongwen.rules.identifier.Countries;

/**
 * Where an address of lines says town and country.
 *
 * @param name the town
 * @param country two letters of ISO 3166
 * @param line number of lines in front of them
 */
record TownLine(String name, String country, int line) {

    private static final Pattern BEHIND = Pattern.compile("(?<town>.*\\S)\\s*,\\s*(?<country>[A-Z]{2})");
    private static final Pattern IN_FRONT = Pattern.compile("(3/)?(?<country>[A-Z]{2})/(?<town>\\S.*)");

    /** Longest line that is looked at. */
    private static final int LONGEST = 200;

    /**
     * Town and country at the end of an address: the country alone in the last line and the town before it, {@code Berlin, DE}, or
     * {@code DE/Berlin} as SWIFT MT has it. Whatever else is there would be a guess.
     */
    static Converted<TownLine> read(List<String> lines) {
        int last = lines.size() - 1;
        String line = last < 0 ? "" : lines.get(last).strip();
        if (line.length() == 2 && last > 0) {
            String town = lines.get(last - 1).strip();
            return town.isEmpty() ? refused() : of(town, line, last - 1);
        }
        return Stream.of(IN_FRONT, BEHIND)
                .map(form -> form.matcher(line.length() <= LONGEST ? line : ""))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> of(found.group("town"), found.group("country"), last))
                .orElseGet(TownLine::refused);
    }

    private static Converted<TownLine> of(String town, String country, int line) {
        return Optional.of(country)
                .filter(Countries::isKnown)
                .map(known -> Converted.of(new TownLine(town, known, line)))
                .orElseGet(TownLine::refused);
    }

    private static Converted<TownLine> refused() {
        return Converted.refused(
                "codec.Address",
                "does not say its town and country",
                "the last lines must be the town and the two letters of its country, or Berlin, DE, or DE/Berlin");
    }
}
