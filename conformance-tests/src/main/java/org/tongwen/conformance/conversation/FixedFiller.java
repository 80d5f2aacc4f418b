package org.tongwen.conformance.conversation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Fills in places so that the same name always gives the same texts: no clock, nothing new in each run. */
public final class FixedFiller implements Filler {

    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneOffset.ofHours(8));

    private final String name;

    /** Fills in for something of this name. */
    public FixedFiller(String name) {
        this.name = name;
    }

    @Override
    public String fill(Piece piece) {
        if (piece instanceof Piece.Literal literal) {
            return literal.text();
        } else if (piece instanceof Piece.Fresh fresh) {
            return fresh(fresh);
        } else if (piece instanceof Piece.Now now) {
            return Filler.time(NOW.plus(now.later()));
        } else if (piece instanceof Piece.Utc utc) {
            return Filler.time(NOW.plus(utc.later()).withOffsetSameInstant(ZoneOffset.UTC));
        } else if (piece instanceof Piece.Today today) {
            LocalDate date = NOW.toLocalDate().plusDays(today.later());
            return date.toString();
        }
        throw new MissingException("nothing was said before: " + piece);
    }

    private String fresh(Piece.Fresh fresh) {
        String seed = name + " " + fresh.name();
        UUID uuid = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        // The bits of a name-based UUID, with the version that a UETR has.
        UUID random = new UUID((uuid.getMostSignificantBits() & ~0xF000L) | 0x4000L, uuid.getLeastSignificantBits());
        return fresh.isUetr()
                ? random.toString()
                : "TW" + random.toString().replace("-", "").substring(0, 16);
    }
}
