package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.rules.identifier.Countries;

/**
 * {@code address(structured)}: the parts of an address in a known order, as a list or in one text with a sign between. An empty part is
 * one that the address does not have.
 *
 * @param parts ISO names of the parts, in the institution's order
 * @param separator what stands between parts of a text; empty for a list
 */
record AddressParts(List<String> parts, Optional<String> separator) implements Codec {

    /** What postal addresses of ISO have, in the order of the message. */
    static final List<String> NAMES = List.of(
            "CareOf",
            "Dept",
            "SubDept",
            "StrtNm",
            "BldgNb",
            "BldgNm",
            "Flr",
            "UnitNb",
            "PstBx",
            "Room",
            "PstCd",
            "TwnNm",
            "TwnLctnNm",
            "DstrctNm",
            "CtrySubDvsn",
            "Ctry");

    private static final List<String> USUAL = List.of("StrtNm", "BldgNb", "PstCd", "TwnNm", "Ctry");

    private static final Map<String, String> SIGNS = Map.of("comma", ",", "newline", "\n");

    /** The codec of words such as {@code StrtNm TwnNm by ;}. */
    static Optional<Codec> of(List<String> words) {
        int by = words.indexOf("by");
        List<String> names = words.subList(0, by < 0 ? words.size() : by);
        List<String> sign = by < 0 ? List.of() : words.subList(by + 1, words.size());
        boolean known = NAMES.containsAll(names) && Set.copyOf(names).size() == names.size();
        boolean separated =
                by < 0 || (sign.size() == 1 && (sign.get(0).length() == 1 || SIGNS.containsKey(sign.get(0))));
        if (!known || !separated) {
            return Optional.empty();
        }
        Optional<String> separator =
                sign.stream().map(word -> SIGNS.getOrDefault(word, word)).findFirst();
        return Optional.of(new AddressParts(names.isEmpty() ? USUAL : List.copyOf(names), separator));
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.EXACT;
    }

    @Override
    public boolean takesList() {
        return separator.isEmpty();
    }

    @Override
    public List<String> isoPaths() {
        return NAMES.stream().filter(parts::contains).toList();
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        List<String> values = separator.map(sign -> split(source.value(), sign)).orElse(source.values());
        if (values.size() != parts.size()) {
            return Converted.refused(
                    "codec.Address",
                    "has " + values.size() + " parts where " + parts.size() + " are expected: "
                            + String.join(", ", parts));
        }
        Map<String, String> iso = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).equals("Ctry") && !values.get(i).isEmpty() && !Countries.isKnown(values.get(i))) {
                return Converted.refused(
                        "codec.Address", "names a country that ISO 3166 does not have: " + values.get(i));
            }
            if (!values.get(i).isEmpty()) {
                iso.put(parts.get(i), values.get(i));
            }
        }
        return iso.isEmpty() ? Converted.refused("codec.Address", "has no part that is not empty") : Converted.of(iso);
    }

    /** Further parts than there are names for are not made. */
    private List<String> split(String text, String sign) {
        List<String> values = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(sign); end >= 0 && values.size() <= parts.size(); end = text.indexOf(sign, start)) {
            values.add(text.substring(start, end));
            start = end + 1;
        }
        values.add(text.substring(start));
        return values;
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        List<String> values =
                parts.stream().map(part -> iso.getOrDefault(part, "")).toList();
        if (separator.isEmpty()) {
            return Converted.of(new Source(values, List.of()));
        }
        String sign = separator.get();
        return values.stream().anyMatch(value -> value.contains(sign))
                ? Converted.refused("codec.Address", "has the sign in a part that the institution has between parts")
                : Converted.of(Source.of(String.join(sign, values)));
    }
}
