package org.tongwen.conformance.play;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.tongwen.conformance.conversation.Filler;
import org.tongwen.conformance.conversation.Piece;
import org.tongwen.conformance.participant.Inbox;
import org.tongwen.conformance.participant.SuiteClock;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.condition.Subject;

/** Fills in the places of one message while a case is played. */
final class LiveFiller implements Filler {

    private static final String RUN =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static final AtomicLong COUNT = new AtomicLong();

    private final Memory memory;
    private final SuiteClock clock;
    private final Inbox inbox;
    private final Map<String, String> made = new HashMap<>();

    LiveFiller(Memory memory, SuiteClock clock, Inbox inbox) {
        this.memory = memory;
        this.clock = clock;
        this.inbox = inbox;
    }

    @Override
    public String fill(Piece piece) {
        if (piece instanceof Piece.Literal literal) {
            return literal.text();
        } else if (piece instanceof Piece.Fresh fresh) {
            return made.computeIfAbsent(fresh.name(), name -> fresh(fresh));
        } else if (piece instanceof Piece.Now now) {
            return Filler.time(clock.local().plus(now.later()));
        } else if (piece instanceof Piece.Utc utc) {
            return Filler.time(clock.local().plus(utc.later()).withOffsetSameInstant(ZoneOffset.UTC));
        } else if (piece instanceof Piece.Today today) {
            return clock.local().toLocalDate().plusDays(today.later()).toString();
        }
        return at(((Piece.At) piece).path());
    }

    private String fresh(Piece.Fresh fresh) {
        String identifier = fresh.isUetr()
                ? UUID.randomUUID().toString()
                : "TW" + RUN + String.format("%08d", COUNT.incrementAndGet());
        inbox.own(identifier);
        return identifier;
    }

    private String at(Path path) {
        Optional<Subject> found = path.first(memory);
        return found.flatMap(subject -> path.attribute().isPresent()
                        ? subject.attribute(path.attribute().get())
                        : Optional.of(subject.text()))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new MissingException("there is nothing at " + path));
    }
}
