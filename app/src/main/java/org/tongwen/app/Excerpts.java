package org.tongwen.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingExcerpt;

/** The lines of files that findings speak of. Each file is read once. */
final class Excerpts {

    private final Map<String, String> texts = new HashMap<>();

    /** The line and a mark under the column; empty when there is no such file. */
    String of(Finding finding) {
        String document = finding.place().document();
        return document.isEmpty()
                ? ""
                : FindingExcerpt.of(finding.place(), texts.computeIfAbsent(document, Excerpts::read));
    }

    private static String read(String document) {
        try {
            Path file = Path.of(document);
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }
}
