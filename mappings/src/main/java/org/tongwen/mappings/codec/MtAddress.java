package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of SWIFT MT, whose lines are few and narrow. {@code address(numbered 33 most 3, town, street)} is that of option F: a country,
 * lines of the town and lines of the street; towards ISO town and country are elements, the street is one or two lines.
 * {@code address(flat 35 most 3)} is that of options K and D, lines that nothing tells apart; they stay lines. Back, what ISO has in elements
 * is written into lines, in the X set of SWIFT; what the lines do not hold is cut and ends in a plus.
 *
 * @param width greatest length of a line
 * @param most how many lines there may be, those of the town counted
 * @param others paths of the lines of town and street; none for lines that nothing tells apart
 */
record MtAddress(int width, int most, List<String> others) implements Codec {

    private static final String TOWN = "TwnNm";
    private static final String COUNTRY = "Ctry";
    private static final String MARK = "+";

    /** A country and a stroke stand in front of the first line of a town. */
    private static final int COUNTRY_LENGTH = 3;

    /** What ISO lets a town have. */
    private static final int LONGEST_TOWN = 35;

    /** What CBPR+ allows beside town and country. */
    private static final int HYBRID_LINES = 2;

    /** What belongs to a street, in the order in which it is written; a number follows its street without a comma. */
    private static final List<String> STREET =
            List.of("Dept", "SubDept", "StrtNm", "BldgNb", "BldgNm", "Flr", "PstBx", "Room", "TwnLctnNm", "DstrctNm");

    private static final Charset X =
            (Charset) Codecs.find("charset(swift-x)", Map.of()).orElseThrow();

    private boolean isNumbered() {
        return !others.isEmpty();
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.LOSSY;
    }

    @Override
    public boolean takesList() {
        return !isNumbered();
    }

    @Override
    public List<String> sourcePaths() {
        return others;
    }

    @Override
    public boolean isListAt(int other) {
        return true;
    }

    @Override
    public List<String> isoPaths() {
        Stream<String> lines = IntStream.rangeClosed(1, AddressLines.LINES).mapToObj(AddressLines::line);
        return Stream.of(STREET.stream(), Stream.of("PstCd", TOWN, "CtrySubDvsn", COUNTRY), lines)
                .flatMap(paths -> paths)
                .toList();
    }

    @Override
    public boolean worksWith(Set<String> places) {
        return places.containsAll(List.of(TOWN, COUNTRY, AddressLines.line(1)));
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        Map<String, String> iso = new LinkedHashMap<>();
        List<String> lines = source.values();
        if (isNumbered() && source.value().isEmpty()) {
            return Converted.refused("codec.Address", "has no country");
        }
        if (isNumbered()) {
            List<String> town = lines(source.others().get(0));
            int fitting = fitting(town);
            if (!town.isEmpty()) {
                iso.put(TOWN, town(Integer.MAX_VALUE).joined(town.subList(0, fitting)));
            }
            iso.put(COUNTRY, source.value());
            List<String> more = new ArrayList<>(lines(source.others().get(1)));
            more.addAll(town.subList(fitting, town.size()));
            lines = hybrid(more);
        }
        for (int i = 0; i < lines.size(); i++) {
            iso.put(AddressLines.line(i + 1), lines.get(i));
        }
        return Converted.of(iso);
    }

    /** The lines of a town: the first one has less room, because the country stands before it. */
    private Lines town(int lines) {
        return new Lines(width - COUNTRY_LENGTH, width, lines, lines == Integer.MAX_VALUE ? "" : MARK);
    }

    /** How many of a town's lines its element holds; the others become lines of the address. */
    private int fitting(List<String> town) {
        int lines = town.size();
        while (lines > 1 && Text.length(town(Integer.MAX_VALUE).joined(town.subList(0, lines))) > LONGEST_TOWN) {
            lines--;
        }
        return lines;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    /** No more lines than may stand beside town and country. */
    private List<String> hybrid(List<String> street) {
        return street.size() <= HYBRID_LINES
                ? street
                : List.of(street.get(0), new Lines(width).joined(street.subList(1, street.size())));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        Map<String, String> plain = new LinkedHashMap<>();
        iso.forEach((path, text) -> plain.put(path, X.transliterated(text)));
        if (!isNumbered()) {
            return flat(plain);
        }
        String country = iso.getOrDefault(COUNTRY, "");
        if (country.isEmpty()) {
            return Converted.refused("codec.Address", "has no country in an element of its own");
        }
        List<String> town = plain.containsKey(TOWN) ? town(most).broken(plain.getOrDefault(TOWN, "")) : List.of();
        List<String> street = street(plain, most - Math.max(1, town.size()));
        return Converted.of(new Source(List.of(country), List.of(String.join("\n", town), String.join("\n", street))));
    }

    private Converted<Source> flat(Map<String, String> iso) {
        String place = Stream.of(
                        joined(" ", iso, List.of("PstCd", TOWN)), joined(", ", iso, List.of("CtrySubDvsn", COUNTRY)))
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        iso.keySet().removeAll(List.of("PstCd", "CtrySubDvsn"));
        List<String> lines = new ArrayList<>(street(iso, place.isEmpty() ? most : most - 1));
        if (!place.isEmpty()) {
            lines.addAll(new Lines(width, width, 1, MARK).broken(place));
        }
        return lines.isEmpty()
                ? Converted.refused("codec.Address", "has nothing that a line could hold")
                : Converted.of(new Source(lines, List.of()));
    }

    /** What is neither town nor country, in so many lines. */
    private List<String> street(Map<String, String> iso, int room) {
        List<String> parts = new ArrayList<>();
        Stream.concat(STREET.stream(), Stream.of("PstCd", "CtrySubDvsn"))
                .map(name -> name.equals("BldgNb")
                        ? ""
                        : joined(" ", iso, name.equals("StrtNm") ? List.of(name, "BldgNb") : List.of(name)))
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);
        List<String> lines = new ArrayList<>();
        if (!parts.isEmpty()) {
            lines.add(String.join(", ", parts));
        }
        for (int i = 1; iso.containsKey(AddressLines.line(i)); i++) {
            lines.add(iso.getOrDefault(AddressLines.line(i), ""));
        }
        return fitted(lines, room);
    }

    /** Lines of the width: each broken for itself where there is room, else all together, and cut. */
    private List<String> fitted(List<String> lines, int room) {
        if (lines.isEmpty() || room <= 0) {
            return List.of();
        }
        List<String> each = lines.stream()
                .flatMap(line -> new Lines(width).broken(line).stream())
                .toList();
        return each.size() <= room ? each : new Lines(width, width, room, MARK).broken(String.join(" ", lines));
    }

    private static String joined(String between, Map<String, String> iso, List<String> names) {
        return names.stream()
                .map(name -> iso.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + between + other)
                .orElse("");
    }

    /** Reads what stands behind {@code numbered} or {@code flat}. */
    static Optional<Codec> of(List<String> words) {
        Matcher form = FORM.matcher(String.join(" ", words));
        if (!form.matches() || form.group("numbered") == null != (form.group("town") == null)) {
            return Optional.empty();
        }
        List<String> others = path(form.group("town"), form.group("street"));
        return Optional.of(
                new MtAddress(Integer.parseInt(form.group("width")), Integer.parseInt(form.group("most")), others));
    }

    private static List<String> path(@Nullable String town, @Nullable String street) {
        return town == null || street == null ? List.of() : List.of(town, street);
    }

    private static final Pattern FORM = Pattern.compile(
            "(?:(?<numbered>numbered)|flat) (?<width>[1-9][0-9]) most (?<most>[1-7])(?: (?<town>\\S+) (?<street>\\S+))?");
}
