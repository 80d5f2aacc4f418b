package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.load.SchemaFolder;

/**
 * Finds the definition that a word of the command line names: a schema file, a message, or with {@code iso:} before it the built-in
 * definition of a message, which a user's own may have replaced.
 */
record Definitions(Catalogue catalogue) {

    private static final String BUILT_IN = "iso:";
    private static final int SHOWN_VERSIONS = 20;

    /** The definition; a schema file may have findings instead. */
    Checked<MessageDefinition> named(String word) {
        if (word.startsWith(BUILT_IN)) {
            return new Definitions(Catalogue.builtIn()).named(word.substring(BUILT_IN.length()));
        }
        return isFile(word) ? file(word) : Checked.of(message(word), List.of());
    }

    /** Whether a word names a file and not a message. */
    static boolean isFile(String word) {
        return word.endsWith(".xsd") || word.contains("/") || word.contains("\\");
    }

    private static Checked<MessageDefinition> file(String word) {
        Input input = new Input(word);
        if (!input.exists()) {
            throw StopException.notFound(input.missing());
        }
        if (Files.isDirectory(Path.of(word))) {
            throw StopException.notFound(word + ": a folder stands where a schema file is expected");
        }
        try {
            return SchemaFolder.file(Path.of(word));
        } catch (InvalidPathException e) {
            throw StopException.notFound(input.missing());
        }
    }

    /** The definition of a message of the catalogue. */
    MessageDefinition message(String id) {
        return catalogue
                .find(id)
                .orElseThrow(() -> StopException.notFound("no message is named '" + id + "'" + instead(id)));
    }

    /** Versions say more than the nearest name when only the version is missing or wrong. */
    private String instead(String id) {
        List<String> versions = catalogue.versionsLike(id).stream()
                .filter(other -> other.startsWith(id + "."))
                .toList();
        if (versions.isEmpty()) {
            return Nearest.hint(id, catalogue.ids());
        }
        String shown = String.join(", ", versions.subList(0, Math.min(SHOWN_VERSIONS, versions.size())));
        return "; there are " + shown + (versions.size() > SHOWN_VERSIONS ? " and more" : "");
    }
}
