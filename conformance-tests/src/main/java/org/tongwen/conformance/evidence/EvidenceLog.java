package org.tongwen.conformance.evidence;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.tongwen.xsd.finding.Checked;

/**
 * The log of everything that was sent and received, in a file of JSON lines. Each line holds the hash of the line before it. It can only be
 * added to, by several threads at once.
 */
public final class EvidenceLog implements AutoCloseable {

    /** The name of the file in a run's folder. */
    public static final String FILE = "evidence.jsonl";

    private final Clock clock;
    private final Writer file;
    private Chain chain;

    private EvidenceLog(Clock clock, Writer file, Chain chain) {
        this.clock = clock;
        this.file = file;
        this.chain = chain;
    }

    /**
     * Starts a log, over whatever the file held.
     *
     * @param clock gives the times of the exchanges
     * @throws UncheckedIOException when the file cannot be written
     */
    public static EvidenceLog create(Path file, Clock clock) {
        return open(file, clock, Chain.EMPTY, CREATE, TRUNCATE_EXISTING, WRITE);
    }

    /**
     * Goes on with a log.
     *
     * @param end where its chain ends, as {@link #verify} found it
     * @throws UncheckedIOException when the file is not there or cannot be written
     */
    public static EvidenceLog goOn(Path file, Chain end, Clock clock) {
        return open(file, clock, end, WRITE, APPEND);
    }

    private static EvidenceLog open(Path file, Clock clock, Chain chain, OpenOption... options) {
        try {
            return new EvidenceLog(clock, Files.newBufferedWriter(file, StandardCharsets.UTF_8, options), chain);
        } catch (IOException e) {
            throw new UncheckedIOException("the evidence cannot be written to " + file, e);
        }
    }

    /** Adds an exchange. */
    public synchronized Exchange add(Draft draft) {
        Exchange exchange = ExchangeLine.sealed(
                chain.count() + 1, clock.instant().truncatedTo(ChronoUnit.MICROS), draft, chain.head());
        try {
            file.write(ExchangeLine.of(exchange));
            file.write('\n');
            // A run that is killed leaves what was said until then.
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the evidence cannot be written", e);
        }
        chain = new Chain(exchange.number(), exchange.hash());
        return exchange;
    }

    /** Where the chain ends now. */
    public synchronized Chain chain() {
        return chain;
    }

    /** Writes what is still to be written; nothing can be added afterwards. */
    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the evidence cannot be written", e);
        }
    }

    /**
     * Follows the chain in a file from its beginning.
     *
     * @return where it ends, or a finding at the first line that is not as it was written
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Checked<Chain> verify(Path file) {
        return read(file, exchange -> {});
    }

    /** The same, for somebody who also looks at the exchanges; none is handed over from the first wrong line on. */
    public static Checked<Chain> read(Path file, Consumer<Exchange> reader) {
        try {
            return new Follower(file, reader).follow(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the evidence " + file + " cannot be read", e);
        }
    }
}
