package org.tongwen.routes.step;

import java.util.List;
import java.util.Map;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;

/**
 * A mapping as the hub serves it.
 *
 * @param name its identity in paths, logs and metrics
 * @param title one line on what it is for
 * @param message the ISO message on the one side
 * @param format the format on the other side
 * @param mediaType the media type of the institution's documents
 * @param given names of the values that come from the institution's profile or with the request
 * @param noHome source fields that have no home in the message, with the reason
 * @param digest SHA-256 of the mapping
 * @param engine runs it
 */
public record Translator(
        String name,
        String title,
        String message,
        String format,
        String mediaType,
        List<String> given,
        Map<String, String> noHome,
        String digest,
        Engine engine) {

    /** Translates one document; every error is a finding. */
    @FunctionalInterface
    public interface Engine {

        /** Runs the mapping in that direction. */
        Translation translate(Direction direction, byte[] document, Context context);
    }

    /** The mapping itself behind the engine. */
    public static Translator of(Mapping mapping) {
        return new Translator(
                mapping.name(),
                mapping.title(),
                mapping.message(),
                mapping.format(),
                mapping.mediaType(),
                mapping.given(),
                mapping.noHome(),
                mapping.digest(),
                mapping::translate);
    }
}
