package org.tongwen.xsd.outline;

import java.util.ArrayList;
import java.util.List;

/** Breaks words into lines. */
public final class Lines {

    private Lines() {}

    /** The words in lines of at most that width; a word that is longer by itself gets a line of its own. At least one line. */
    public static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
