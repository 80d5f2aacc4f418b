package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code lines(35)}: a list of lines as one text. A full line joins the next without a blank, because the sender had to break there;
 * a shorter one with a blank. Back, the text is broken so that it would be joined to the same text: at a blank that leaves a line shorter
 * than the width, else behind a full line, whatever follows. The width counts characters, not halves of them.
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
            before = line.codePointCount(0, line.length());
        }
        return Converted.of(Map.of("", text.toString()));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        List<String> lines = new ArrayList<>();
        String text = iso.getOrDefault("", "");
        int start = 0;
        while (text.codePointCount(start, text.length()) > width) {
            int full = text.offsetByCodePoints(start, width);
            int blank = text.lastIndexOf(' ', full - 1);
            boolean atBlank = blank > start;
            lines.add(text.substring(start, atBlank ? blank : full));
            start = atBlank ? blank + 1 : full;
        }
        lines.add(text.substring(start));
        return Converted.of(new Source(lines, List.of()));
    }
}
