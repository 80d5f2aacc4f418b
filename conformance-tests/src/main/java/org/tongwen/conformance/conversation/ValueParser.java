package org.tongwen.conformance.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.Path;
import org.tongwen.rules.yaml.Times;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads texts with places, <code>${...}</code>. */
final class ValueParser {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NOW = Pattern.compile("(now|utc|today)(?: *([+-]) *(.+))?");
    private static final Pattern FRESH = Pattern.compile("new\\.([a-z][a-z0-9-]*)");

    private ValueParser() {}

    /** What a text says, or a finding at that place. */
    static Checked<Value> parse(String text, Place place) {
        List<Piece> pieces = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int done = 0;
        while (places.find()) {
            literal(text.substring(done, places.start()), pieces);
            Optional<Piece> piece = piece(places.group(1).strip());
            if (piece.isEmpty()) {
                return Checked.none(wrong(places.group(), place));
            }
            pieces.add(piece.get());
            done = places.end();
        }
        String rest = text.substring(done);
        if (rest.contains("${")) {
            return Checked.none(wrong(rest, place));
        }
        literal(rest, pieces);
        return Checked.of(new Value(text, pieces), List.of());
    }

    private static void literal(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Literal(text));
        }
    }

    private static Optional<Piece> piece(String inside) {
        Matcher fresh = FRESH.matcher(inside);
        Matcher time = NOW.matcher(inside);
        if (fresh.matches()) {
            return Optional.of(new Piece.Fresh(fresh.group(1)));
        } else if (time.matches()) {
            return time(time);
        }
        Checked<Path> path = Condition.parsePath("/" + inside);
        return path.value().map(Piece.At::new);
    }

    private static Optional<Piece> time(Matcher parts) {
        Optional<Duration> later = parts.group(3) == null ? Optional.of(Duration.ZERO) : Times.parse(parts.group(3));
        boolean before = "-".equals(parts.group(2));
        Optional<Duration> signed = later.map(time -> before ? time.negated() : time);
        return switch (parts.group(1)) {
            case "now" -> signed.map(Piece.Now::new);
            case "utc" -> signed.map(Piece.Utc::new);
            default -> signed.map(time -> new Piece.Today((int) time.toDays()));
        };
    }

    private static Finding wrong(String text, Place place) {
        return Finding.error("conformance.WrongValue", place, "this is not a place that can be filled in")
                .value(text)
                .hint("such as ${new.id}, ${now + 10 s}, ${today}, ${data.account} or ${pay.GrpHdr.MsgId}");
    }
}
