package org.tongwen.mappings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.tongwen.mappings.plan.BulkTranslation;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;

/** A mapping ready to run in both directions. It is immutable and may be shared by threads. {@link Mappings} reads them from files. */
public interface Mapping {

    /** Its identity in commands, HTTP paths, logs and metrics, such as {@code wechat-pay.transfer-batch}. */
    String name();

    /** One line on what it is for. */
    String title();

    /** The ISO message on the one side, such as {@code pain.001.001.09}. */
    String message();

    /** The format on the other side, such as {@code json}. */
    String format();

    /** The media type of the institution's documents, such as {@code application/json}. */
    String mediaType();

    /** SHA-256 of the mapping file and the files it uses, in hexadecimal digits. */
    String digest();

    /** Names of the values that the institution's profile supplies. */
    List<String> given();

    /** Stored messages of the conversation that it needs, with or without their version, such as {@code pacs.008}. */
    default List<String> recalls() {
        return List.of();
    }

    /** The scheme whose rules messages usually keep to, such as {@code cbpr-plus}; empty when that is not for the mapping to say. */
    default Optional<String> profile() {
        return Optional.empty();
    }

    /** Source fields that have no home in the message, with the reason. */
    Map<String, String> noHome();

    /** Source fields that stop the translation when they are there, with the reason. */
    Map<String, String> refuse();

    /** Translates a document; every error is a finding, never an exception. */
    Translation translate(Direction direction, byte[] document, Context context);

    /** Why it needs whole documents in memory; empty when it also translates documents of any size from file to file. */
    default Optional<String> wholeBecause() {
        return Optional.of("it does not say how");
    }

    /**
     * Translates a document of any size, some items of its list at a time. The result appears whole, when no finding is an error, or not at
     * all. It is the one that the other way gives, but for the time of day and random identifiers. A mapping with {@link #wholeBecause} refuses.
     *
     * @param document a file, which is read twice
     * @param result the file to be written
     * @param progress is told how many items are done
     * @throws java.io.UncheckedIOException when a file cannot be read or written
     */
    default BulkTranslation translate(
            Direction direction, Path document, Path result, Context context, LongConsumer progress) {
        throw new UnsupportedOperationException(name() + " needs whole documents");
    }
}
