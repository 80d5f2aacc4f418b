package org.tongwen.routes.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a secret stands; never the secret itself, so that a configuration can be shown.
 */
public sealed interface Secret {

    /** In a file; a line break at its end does not belong to it. */
    record InFile(Path file) implements Secret {}

    /** In a variable of the environment. */
    record InEnvironment(String variable) implements Secret {}

    /**
     * The secret.
     *
     * @throws IOException when it is not there
     */
    default String read() throws IOException {
        if (this instanceof InFile in) {
            return Files.readString(in.file()).replaceFirst("\\R\\z", "");
        }
        String variable = ((InEnvironment) this).variable();
        String value = System.getenv(variable);
        if (value == null) {
            throw new IOException("the environment has no variable " + variable);
        }
        return value;
    }
}
