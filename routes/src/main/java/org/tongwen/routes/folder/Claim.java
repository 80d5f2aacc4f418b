package org.tongwen.routes.folder;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.tongwen.mappings.format.MediaType;

/**
 * A dropped file that the hub has taken to work on. Its name is free in all folders, so result, findings and source can share its stem.
 *
 * @param way the folder below {@code inbox}: mapping and direction
 * @param name the file's name, with a mark of time in it when an earlier file had the same
 */
record Claim(Path way, String name) {

    private static final String FINDINGS = ".findings.json";

    /** In bytes; file systems take 255, and names made of this one are longer. */
    private static final int LONGEST_NAME = 180;

    /** The name without its last extension. */
    String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The name of the file with the findings. */
    String findings() {
        return stem() + FINDINGS;
    }

    /** The name of the result, by its media type. */
    String result(String mediaType) {
        return stem() + "." + MediaType.extension(mediaType);
    }

    /** The same file under a name to which something can be added. */
    Claim fitting() {
        String shorter = stem();
        String extension = name.substring(shorter.length());
        if (length(extension) > LONGEST_NAME / 2) {
            shorter = name;
            extension = "";
        }
        while (length(shorter + extension) > LONGEST_NAME) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return new Claim(way, shorter + extension);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The same file under a name with a mark. */
    Claim marked(String mark) {
        return new Claim(way, stem() + "-" + mark + name.substring(stem().length()));
    }

    /** The names that a result may have. */
    List<String> results() {
        return List.of(stem() + ".xml", stem() + ".json", stem() + ".csv", stem() + ".txt");
    }
}
