package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code address(wrap 70)}: an address in one text, in ISO as lines.
 *
 * @param lines how text is broken and joined
 */
record AddressText(Lines lines) implements Codec {

    /** ISO may have broken the lines at other places. */
    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public List<String> isoPaths() {
        return IntStream.rangeClosed(1, AddressLines.LINES)
                .mapToObj(AddressLines::line)
                .toList();
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        List<String> broken = lines.broken(source.value());
        if (broken.size() > AddressLines.LINES) {
            return Converted.refused(
                    "codec.TooLong",
                    "needs " + broken.size() + " lines, at most " + AddressLines.LINES + " have a home");
        }
        Map<String, String> iso = new LinkedHashMap<>();
        for (int i = 0; i < broken.size(); i++) {
            iso.put(AddressLines.line(i + 1), broken.get(i));
        }
        return Converted.of(iso);
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        List<String> found = new ArrayList<>();
        for (int i = 1; i <= AddressLines.LINES && iso.containsKey(AddressLines.line(i)); i++) {
            found.add(iso.getOrDefault(AddressLines.line(i), ""));
        }
        return found.isEmpty()
                ? Converted.refused("codec.Address", "has no line that the institution could take")
                : Converted.of(Source.of(lines.joined(found)));
    }
}
