package org.tongwen.routes.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an entry wrote beside its steps. It is kept with the first of them, so that the chain of steps covers it all.
 *
 * @param salt mixed into the sealing of the contents, so that those of two entries cannot change places
 * @param opening the digest of the row of a new message
 * @param key the keyed hash that makes repeats
 * @param contents the contents
 * @param references keyed hashes of references that were new for the message
 * @param deliveries what is to be delivered
 * @param settled what became of a delivery
 * @param forgotten steps whose contents were deleted
 */
record Evidence(
        long salt,
        Optional<byte[]> opening,
        Optional<UUID> key,
        List<Part> contents,
        List<UUID> references,
        List<Due> deliveries,
        Optional<Settled> settled,
        List<Long> forgotten) {

    /** A content: its kind, in how many rows it is, and the digest of what they hold. */
    record Part(int kind, int rows, byte[] digest) {}

    /** A delivery: its number, and the digest of what never changes in its row. */
    record Due(long number, byte[] digest) {}

    /** What became of a delivery. */
    record Settled(long delivery, int attempt, int outcome) {}

    private static final int VERSION = 1;
    private static final int DIGEST = 32;

    byte[] bytes() {
        Form form = new Form().small(VERSION).number(salt);
        form.small(opening.isPresent() ? 1 : 0);
        opening.ifPresent(form::fixed);
        form.small(key.isPresent() ? 1 : 0);
        key.ifPresent(form::id);
        form.number(contents.size());
        contents.forEach(part -> form.small(part.kind()).number(part.rows()).fixed(part.digest()));
        form.number(references.size());
        references.forEach(form::id);
        form.number(deliveries.size());
        deliveries.forEach(due -> form.number(due.number()).fixed(due.digest()));
        form.small(settled.isPresent() ? 1 : 0);
        settled.ifPresent(
                done -> form.number(done.delivery()).number(done.attempt()).small(done.outcome()));
        form.number(forgotten.size());
        forgotten.forEach(form::number);
        return form.bytes();
    }

    /**
     * Reads what {@link #bytes()} wrote; empty for the steps of an entry after the first.
     *
     * @throws IllegalArgumentException when somebody changed it so that it cannot be read
     */
    static Optional<Evidence> of(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("unknown form of evidence");
            }
            Evidence evidence = read(in);
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("evidence with a tail");
            }
            return Optional.of(evidence);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("evidence is cut", e);
        }
    }

    private static Evidence read(ByteBuffer in) {
        long salt = in.getLong();
        Optional<byte[]> opening = in.get() == 1 ? Optional.of(digest(in)) : Optional.empty();
        Optional<UUID> key = in.get() == 1 ? Optional.of(id(in)) : Optional.empty();
        List<Part> contents = many(in, () -> new Part(in.get(), (int) in.getLong(), digest(in)));
        List<UUID> references = many(in, () -> id(in));
        List<Due> deliveries = many(in, () -> new Due(in.getLong(), digest(in)));
        Optional<Settled> settled =
                in.get() == 1 ? Optional.of(new Settled(in.getLong(), (int) in.getLong(), in.get())) : Optional.empty();
        return new Evidence(salt, opening, key, contents, references, deliveries, settled, many(in, in::getLong));
    }

    private static <T> List<T> many(ByteBuffer in, Supplier<T> one) {
        long count = in.getLong();
        if (count < 0 || count > in.remaining()) {
            throw new IllegalArgumentException("evidence is cut");
        }
        List<T> all = new ArrayList<>((int) count);
        for (long i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }

    private static UUID id(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    private static byte[] digest(ByteBuffer in) {
        byte[] digest = new byte[DIGEST];
        in.get(digest);
        return digest;
    }
}
