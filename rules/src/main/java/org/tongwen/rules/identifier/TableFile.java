package org.tongwen.rules.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A table that comes with the rules: a row a line, cells divided by tabs, remarks behind a hash. */
final class TableFile {

    private TableFile() {}

    /** The rows of a table in the pack of the standard. */
    static Stream<String[]> rows(String name) {
        String file = "/packs/iso/" + name;
        try (InputStream stream = TableFile.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
