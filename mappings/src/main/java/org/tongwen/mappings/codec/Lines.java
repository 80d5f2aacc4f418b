package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code lines(35)}: a list of lines as one text. A full line joins the next without a blank, because the sender had to break there;
 * a shorter one with a blank. Back, the text is broken at blanks where it can be.
 */
final class Lines implements Codec {

    private final int width;

    Lines(int width) {
        this.width = width;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public boolean takesList() {
        return true;
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        StringBuilder text = new StringBuilder();
        int before = 0;
        for (String line : source.values()) {
            text.append(text.isEmpty() || before == width ? "" : " ").append(line);
            before = line.length();
        }
        return Converted.of(Map.of("", text.toString()));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        List<String> lines = new ArrayList<>();
        String rest = iso.getOrDefault("", "");
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end));
            rest = blank > 0 ? rest.substring(end + 1) : rest.substring(end);
        }
        lines.add(rest);
        return Converted.of(new Source(lines, List.of()));
    }
}
