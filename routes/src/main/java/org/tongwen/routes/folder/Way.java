package org.tongwen.routes.folder;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the folders say in which a file lay.
 *
 * @param participant who sent it; empty for whoever needs no credentials
 * @param mapping the mapping that it is to be translated by; empty when it is a message that is handed over
 * @param direction which way it is translated; empty for messages
 */
record Way(Optional<String> participant, Optional<String> mapping, String direction) {

    private static final String MESSAGES = "messages";

    /** What a path below the inbox says; empty when it says nothing that is known. */
    static Optional<Way> of(Path path) {
        String last = String.valueOf(path.getFileName());
        boolean isMessage = last.equals(MESSAGES);
        int names = path.toString().isEmpty() ? 0 : path.getNameCount();
        int most = isMessage ? 2 : 3;
        if (names > most || names < most - 1) {
            return Optional.empty();
        }
        Optional<String> participant =
                names == most ? Optional.of(path.getName(0).toString()) : Optional.empty();
        return Optional.of(
                isMessage
                        ? new Way(participant, Optional.empty(), "")
                        : new Way(
                                participant, Optional.of(path.getName(names - 2).toString()), last));
    }
}
