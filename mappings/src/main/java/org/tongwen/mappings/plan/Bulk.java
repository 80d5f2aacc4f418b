package org.tongwen.mappings.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongConsumer;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/** Translates documents of any size from file to file. The result appears whole, when all is well, or not at all. */
final class Bulk {

    /** How many items are translated together. */
    static final int PORTION = 500;

    private final Plan plan;
    private final Translator translator;
    private final BulkCheck.Verdict verdict;

    Bulk(Plan plan, Translator translator) {
        this.plan = plan;
        this.translator = translator;
        this.verdict = BulkCheck.of(plan);
    }

    /** Why the plan needs whole documents in memory; empty when it does not. */
    String refusal() {
        return verdict.reason();
    }

    /**
     * Translates one document. Time stands still meanwhile.
     *
     * @throws UncheckedIOException when a file cannot be read or written
     */
    BulkTranslation translate(Direction direction, Path document, Path result, Context context, LongConsumer progress) {
        if (verdict.list().isEmpty()) {
            return BulkTranslation.refused(
                    0,
                    List.of(Finding.error(
                            "mapping.NotInBulk",
                            Place.NOWHERE,
                            "the mapping cannot be run item by item: " + verdict.reason())),
                    List.of());
        }
        try {
            return translate(direction, verdict.list().get(), document, result, context.still(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BulkTranslation translate(
            Direction direction, BulkList list, Path document, Path result, Context context, LongConsumer progress)
            throws IOException {
        Path target =
                Files.isSymbolicLink(result) && Files.exists(result) ? result.toRealPath() : result.toAbsolutePath();
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        // The work may be abandoned with the process.
        draft.toFile().deleteOnExit();
        try {
            BulkTranslation done = switch (direction) {
                case TO_ISO -> new BulkToIso(plan, list, translator, context, progress).translate(document, draft);
                case FROM_ISO -> new BulkFromIso(plan, list, translator, context, progress).translate(document, draft);
            };
            if (done.ok()) {
                force(draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return done;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A validator of messages of any length. */
    static MessageValidator validator(Catalogue catalogue) {
        return new MessageValidator(catalogue, LIMITS);
    }

    /** The usual limits, but for the length. */
    static final Limits LIMITS = Limits.DEFAULT.maxBytes(Long.MAX_VALUE);
}
