package org.tongwen.routes.journal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** An entry that waits to be written: hashed and sealed already, by the thread that brought it. */
final class Waiting {

    private static final int ROW_BYTES = 256;

    final Entry entry;
    final long salt = ThreadLocalRandom.current().nextLong();
    final Optional<MessageRow> opening;
    final List<byte[]> details = new ArrayList<>();
    final Map<Content, List<byte[]>> contents = new EnumMap<>(Content.class);
    final List<Evidence.Part> parts = new ArrayList<>();
    final List<UUID> references;
    final Optional<UUID> rival;
    final long bytes;
    final CompletableFuture<Receipt> future = new CompletableFuture<>();

    private @Nullable Receipt receipt;
    private @Nullable JournalException failure;

    private Waiting(Entry entry, Seals seals) {
        this.entry = entry;
        this.opening = entry.opening().map(opening -> row(entry, opening, seals));
        entry.steps().forEach(step -> details.add(seals.detail(entry.id(), step)));
        entry.contents().forEach((kind, plain) -> add(kind, seals.parts(entry.id(), kind, salt, plain)));
        LinkedHashSet<UUID> hashes = new LinkedHashSet<>();
        entry.references().forEach(reference -> hashes.add(seals.reference(reference)));
        this.references = List.copyOf(hashes);
        this.rival = entry.rival().map(other -> seals.key(other.participant(), other.key()));
        this.bytes = size();
    }

    /**
     * Seals an entry.
     *
     * @throws IllegalArgumentException when it cannot be an entry
     */
    static Waiting of(Entry entry, Seals seals) {
        if (entry.steps().isEmpty()) {
            throw new IllegalArgumentException("an entry has at least one step, which vouches for the rest");
        }
        if (entry.opening().isPresent()
                && entry.steps().stream().allMatch(step -> step.event().state().isEmpty())) {
            throw new IllegalArgumentException("the steps of a new message say where it is");
        }
        return new Waiting(entry, seals);
    }

    /** What is to be said when the transaction is durable. */
    void decide(Receipt decided) {
        receipt = decided;
        failure = null;
    }

    /** It cannot be written, whatever becomes of its neighbours. */
    void refuse(JournalException reason) {
        failure = reason;
    }

    /** Says what was decided. */
    void settle() {
        if (failure != null) {
            future.completeExceptionally(failure);
        } else {
            future.complete(receipt);
        }
    }

    private void add(Content kind, List<byte[]> sealed) {
        contents.put(kind, sealed);
        parts.add(new Evidence.Part(kind.number(), sealed.size(), Form.digest(sealed)));
    }

    private long size() {
        long sum = ROW_BYTES;
        for (List<byte[]> sealed : contents.values()) {
            sum += sealed.stream().mapToLong(part -> part.length).sum();
        }
        return sum + details.stream().mapToLong(detail -> detail.length).sum();
    }

    private static MessageRow row(Entry entry, Opening opening, Seals seals) {
        byte[] original = entry.contents().getOrDefault(Content.ORIGINAL, new byte[0]);
        return new MessageRow(
                entry.id(),
                Moments.number(opening.received()),
                opening.participant(),
                opening.channel(),
                opening.mapping(),
                opening.message(),
                opening.conversation(),
                seals.original(original),
                opening.key().map(key -> seals.key(opening.participant(), key)),
                opening.key().map(Opening.Key::binding).orElse(false));
    }
}
