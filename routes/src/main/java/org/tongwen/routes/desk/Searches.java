package org.tongwen.routes.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.journal.Search;
import org.tongwen.routes.journal.State;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/** Reads what is looked for from the parameters of a request. */
final class Searches {

    /** The parameters there are. */
    static final List<String> PARAMETERS =
            List.of("uetr", "reference", "state", "participant", "message", "since", "until", "most");

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private Searches() {}

    static Checked<Search> read(Map<String, String> parameters) {
        try {
            return Checked.of(search(parameters), List.of());
        } catch (WrongException e) {
            return Checked.none(e.finding);
        }
    }

    private static Search search(Map<String, String> parameters) {
        if (parameters.containsKey("uetr") && parameters.containsKey("reference")) {
            throw wrong("uetr and reference do not go together", "");
        }
        Optional<String> reference = text(parameters, "uetr")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .or(() -> text(parameters, "reference"));
        return new Search(
                reference,
                text(parameters, "participant"),
                text(parameters, "state").map(Searches::state),
                text(parameters, "since").map(Searches::instant),
                text(parameters, "until").map(Searches::instant),
                text(parameters, "message"),
                text(parameters, "most").map(Searches::number).orElse(USUAL));
    }

    private static Optional<String> text(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
    }

    private static State state(String word) {
        List<String> words = Arrays.stream(State.values()).map(State::word).toList();
        return Arrays.stream(State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        wrong("the state is one of " + String.join(", ", words) + Nearest.hint(word, words), word));
    }

    private static Instant instant(String text) {
        try {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong("a time is written 2026-01-31T23:59:59Z; a day, which begins in UTC, 2026-01-31", text);
        }
    }

    private static int number(String text) {
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw wrong("most is a number from 1 to " + MOST, text);
    }

    private static WrongException wrong(String message, String value) {
        Finding finding = Finding.error("hub.Parameter", Place.NOWHERE, message);
        return new WrongException(value.isEmpty() ? finding : finding.value(value));
    }

    /** Leaves the reading at the first mistake. */
    private static final class WrongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        WrongException(Finding finding) {
            super(finding.id(), null, false, false);
            this.finding = finding;
        }
    }
}
