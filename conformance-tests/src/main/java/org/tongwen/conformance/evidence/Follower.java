package org.tongwen.conformance.evidence;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Follows the chain of a log line by line. A line ends with a line feed, the last one too, so that no byte can be added or dropped. */
final class Follower {

    /** A body of {@link Body#MOST_KEPT} in the longest way to write it, with room for the headers. */
    private static final int LONGEST = 8 * Body.MOST_KEPT;

    private final String name;
    private final Consumer<Exchange> reader;

    Follower(Path file, Consumer<Exchange> reader) {
        this.name = String.valueOf(file.getFileName());
        this.reader = reader;
    }

    Checked<Chain> follow(Path file) throws IOException {
        Chain chain = Chain.EMPTY;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            for (Optional<byte[]> line = line(bytes); line.isPresent(); line = line(bytes)) {
                Chain before = chain;
                Optional<Exchange> exchange = text(line.get())
                        .flatMap(ExchangeLine::parse)
                        .filter(each -> each.number() == before.count() + 1)
                        .filter(each -> each.previous().equals(before.head()));
                if (exchange.isEmpty()) {
                    return Checked.none(broken(before.count() + 1));
                }
                reader.accept(exchange.get());
                chain = new Chain(exchange.get().number(), exchange.get().hash());
            }
        }
        return Checked.of(chain, List.of());
    }

    private Finding broken(int line) {
        return Finding.error("evidence.Broken", Place.of(line, 1, "").in(name), "the exchange is not as it was written")
                .hint("the line, or the line before it, was changed, added or removed");
    }

    /** The next line without its end; one that has no end is returned with a byte that no line holds. Empty at the end of the file. */
    private static Optional<byte[]> line(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = bytes.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n' && line.size() < LONGEST) {
            line.write(next);
            next = bytes.read();
        }
        if (next != '\n') {
            line.write('\n');
        }
        return Optional.of(line.toByteArray());
    }

    private static Optional<String> text(byte[] line) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
