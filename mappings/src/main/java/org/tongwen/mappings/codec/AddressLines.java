package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code address(lines 70)}: lines of an address as they are. {@code address(hybrid)}: the last lines are the town and its country, the
 * others stay lines.
 *
 * @param width greatest length of a line
 * @param most how many lines ISO may have
 * @param hybrid whether town and country are told apart
 */
record AddressLines(int width, int most, boolean hybrid) implements Codec {

    /** What postal addresses of ISO hold at most. */
    static final int LINES = 7;

    private static final String TOWN = "TwnNm";
    private static final String COUNTRY = "Ctry";

    static String line(int position) {
        return "AdrLine[" + position + "]";
    }

    /** Lines as they are come back; of a town and its country there are several ways of writing. */
    @Override
    public Fidelity fidelity() {
        return hybrid ? Fidelity.NORMALISING : Fidelity.EXACT;
    }

    @Override
    public boolean takesList() {
        return true;
    }

    @Override
    public List<String> isoPaths() {
        List<String> paths = new ArrayList<>(hybrid ? List.of(TOWN, COUNTRY) : List.of());
        IntStream.rangeClosed(1, LINES).mapToObj(AddressLines::line).forEach(paths::add);
        return paths;
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        if (!hybrid) {
            return lines(source.values(), Map.of());
        }
        return TextCodec.then(
                TownLine.read(source.values()),
                town -> lines(
                        source.values().subList(0, town.line()), Map.of(TOWN, town.name(), COUNTRY, town.country())));
    }

    private Converted<Map<String, String>> lines(List<String> lines, Map<String, String> other) {
        if (lines.size() > most) {
            return Converted.refused(
                    "codec.Address", "has " + lines.size() + " lines, at most " + most + " have a home");
        }
        Map<String, String> iso = new LinkedHashMap<>(other);
        for (int i = 0; i < lines.size(); i++) {
            int length = Text.length(lines.get(i));
            if (length > width || length == 0) {
                return Converted.refused(
                        length == 0 ? "codec.Address" : "codec.TooLong",
                        "has in line " + (i + 1) + " " + length + " characters, where 1 to " + width + " have a home");
            }
            iso.put(line(i + 1), lines.get(i));
        }
        return Converted.of(iso);
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= LINES && iso.containsKey(line(i)); i++) {
            lines.add(iso.getOrDefault(line(i), ""));
        }
        boolean fits = lines.size() <= most && lines.stream().allMatch(line -> Text.length(line) <= width);
        if (!fits) {
            return Converted.refused(
                    "codec.TooLong", "has more than " + most + " lines, or longer ones than " + width + " characters");
        }
        if (hybrid) {
            if (!iso.containsKey(TOWN) || !iso.containsKey(COUNTRY)) {
                return Converted.refused("codec.Address", "does not say town and country in elements of their own");
            }
            lines.add(iso.getOrDefault(TOWN, ""));
            lines.add(iso.getOrDefault(COUNTRY, ""));
        }
        return lines.isEmpty()
                ? Converted.refused("codec.Address", "has no line that the institution could take")
                : Converted.of(new Source(lines, List.of()));
    }
}
