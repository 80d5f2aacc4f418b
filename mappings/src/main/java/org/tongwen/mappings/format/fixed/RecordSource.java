package org.tongwen.mappings.format.fixed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Divides a document into records: by line ends, or by counting bytes. */
final class RecordSource {

    private static final int CHUNK = 16_384;

    private final InputStream source;
    private final FixedLayout layout;
    private final List<Finding> findings;
    private final int longest;
    private final byte lineFeed;
    private final byte carriageReturn;
    private final byte blank;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int filled;
    private long number;
    private boolean stopped;

    RecordSource(InputStream source, FixedLayout layout, List<Finding> findings) {
        this.source = source;
        this.layout = layout;
        this.findings = findings;
        this.longest = layout.all().mapToInt(FixedRecord::length).max().orElse(0);
        this.lineFeed = one(layout, "\n");
        this.carriageReturn = one(layout, "\r");
        this.blank = one(layout, " ");
    }

    private static byte one(FixedLayout layout, String character) {
        return layout.charset().encode(character).orElseThrow()[0];
    }

    /**
     * The next record; empty at the end.
     *
     * @throws UncheckedIOException when the stream cannot be read
     */
    Optional<RawRecord> next() {
        return stopped ? Optional.empty() : layout.counted() ? counted() : line();
    }

    /** Whether the document was given up before its end, so that what is not there may still come. */
    boolean isStopped() {
        return stopped;
    }

    /** Empty lines are passed over at the end of the document only. */
    private Optional<RawRecord> line() {
        long empty = 0;
        while (peek() >= 0) {
            number++;
            byte[] line = untilLineEnd();
            if (stopped) {
                return Optional.empty();
            }
            if (line.length > 0) {
                if (empty > 0) {
                    stopsNothing("fixed.EmptyLine", empty, "an empty line stands between records");
                }
                byte[] whole = layout.trimmed() && line.length < longest ? padded(line) : line;
                return Optional.of(new RawRecord(number, whole, line.length));
            }
            empty = empty == 0 ? number : empty;
        }
        return Optional.empty();
    }

    private byte[] padded(byte[] line) {
        byte[] whole = Arrays.copyOf(line, longest);
        Arrays.fill(whole, line.length, longest, blank);
        return whole;
    }

    private byte[] untilLineEnd() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(longest);
        int next = take();
        while (next >= 0 && (byte) next != lineFeed) {
            if (line.size() > FixedLayoutReader.LONGEST_RECORD) {
                stop("fixed.TooLarge", "a line is longer than " + FixedLayoutReader.LONGEST_RECORD + " bytes");
                return new byte[0];
            }
            line.write(next);
            next = take();
        }
        byte[] bytes = line.toByteArray();
        boolean crlf = next >= 0 && bytes.length > 0 && bytes[bytes.length - 1] == carriageReturn;
        return crlf ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    private Optional<RawRecord> counted() {
        if (peek() < 0) {
            return Optional.empty();
        }
        number++;
        byte[] record = new byte[longest];
        int length = 0;
        while (length < longest && peek() >= 0) {
            record[length] = (byte) take();
            length++;
        }
        if (length < longest) {
            stop("fixed.CutRecord", "the document ends after " + length + " of the record's " + longest + " bytes");
            return Optional.empty();
        }
        byte[] end = layout.charset().encode(layout.lineEnd()).orElseThrow();
        for (int i = 0; i < end.length && peek() >= 0; i++) {
            if ((byte) take() != end[i]) {
                stop("fixed.RecordLength", "a line end is expected behind byte " + longest + " of the record");
                return Optional.empty();
            }
        }
        return Optional.of(new RawRecord(number, record, length));
    }

    /** Reads no further: whatever follows would be out of step, or more than a document may be. */
    private void stop(String id, String message) {
        stopped = true;
        stopsNothing(id, number, message);
    }

    private void stopsNothing(String id, long record, String message) {
        findings.add(Finding.error(id, Place.of((int) Math.min(record, Integer.MAX_VALUE), 1, ""), message));
    }

    private int peek() {
        if (at == filled) {
            try {
                filled = Math.max(0, source.read(chunk, 0, CHUNK));
                at = 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return at < filled ? chunk[at] & 0xFF : -1;
    }

    private int take() {
        int next = peek();
        at += next < 0 ? 0 : 1;
        return next;
    }
}
