package org.tongwen.routes.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.tongwen.routes.journal.Keys.Label;

/** How contents, details and names are sealed and hashed, so that none can take another's place. */
final class Seals {

    /** H2 takes no more than 1 MB in one value. */
    private static final int PART_BYTES = 512 * 1024;

    private static final int MOST_PARTS = 256;

    private final Keys keys;

    Seals(Keys keys) {
        this.keys = keys;
    }

    /**
     * A content in sealed parts.
     *
     * @throws IllegalArgumentException when it is too large for the store
     */
    List<byte[]> parts(MessageId message, Content kind, long salt, byte[] bytes) {
        if (bytes.length > (long) PART_BYTES * MOST_PARTS) {
            throw new IllegalArgumentException("a content of " + bytes.length + " bytes is too large for the journal");
        }
        int count = Math.max(1, (bytes.length + PART_BYTES - 1) / PART_BYTES);
        List<byte[]> sealed = new ArrayList<>(count);
        for (int part = 0; part < count; part++) {
            byte[] plain = count == 1
                    ? bytes
                    : Arrays.copyOfRange(bytes, part * PART_BYTES, Math.min(bytes.length, (part + 1) * PART_BYTES));
            sealed.add(keys.seal(plain, aboutContent(message, kind, salt, part)));
        }
        return sealed;
    }

    /** The content that was sealed in parts. */
    byte[] whole(MessageId message, Content kind, long salt, List<byte[]> sealed) {
        List<byte[]> parts = new ArrayList<>(sealed.size());
        int size = 0;
        for (byte[] one : sealed) {
            byte[] part = keys.open(one, aboutContent(message, kind, salt, parts.size()));
            parts.add(part);
            size += part.length;
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        byte[] whole = new byte[size];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    byte[] detail(MessageId message, Step step) {
        return keys.seal(
                step.detail(),
                aboutDetail(message, Moments.number(step.at()), step.event().word()));
    }

    byte[] detail(StepRow row) {
        return keys.open(row.detail(), aboutDetail(row.message(), row.at(), row.event()));
    }

    UUID reference(Reference reference) {
        return keys.hash(
                Label.REFERENCE, new Form().small(reference.kind().number()).text(reference.value()));
    }

    UUID key(String participant, Opening.Key key) {
        return keys.hash(Label.REPEAT, new Form().text(participant).text(key.text()));
    }

    UUID original(byte[] bytes) {
        return keys.hash(Label.ORIGINAL, new Form().bytes(bytes));
    }

    UUID lane(MessageId conversation, String receiver) {
        return keys.hash(Label.LANE, new Form().id(conversation.value()).text(receiver));
    }

    private static byte[] aboutContent(MessageId message, Content kind, long salt, int part) {
        return new Form()
                .small(0)
                .id(message.value())
                .small(kind.number())
                .number(salt)
                .number(part)
                .bytes();
    }

    private static byte[] aboutDetail(MessageId message, long at, String event) {
        return new Form().small(1).id(message.value()).number(at).text(event).bytes();
    }
}
