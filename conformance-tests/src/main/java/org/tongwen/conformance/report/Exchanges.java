package org.tongwen.conformance.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.conformance.evidence.Body;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.evidence.Exchange;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;

/** The beginnings of what went over the wire in the cases that did not pass. */
public final class Exchanges {

    private final Map<Integer, Shown> byNumber;

    private Exchanges(Map<Integer, Shown> byNumber) {
        this.byNumber = byNumber;
    }

    /**
     * An exchange as a report shows it.
     *
     * @param head number, time and first line
     * @param body its beginning
     * @param again the command that sends it again; empty where nothing was sent, or not all of it was kept
     */
    record Shown(String head, String body, Optional<String> again) {

        private static Shown of(Exchange exchange) {
            String who = exchange.direction() == Exchange.Direction.SENT ? "suite" : "participant";
            boolean asks = exchange.kind() == Exchange.Kind.REQUEST;
            String line = asks
                    ? exchange.method() + " " + exchange.url()
                    : exchange.status() == 0 ? "no answer" : "answer " + exchange.status();
            String note = exchange.note().isEmpty() ? "" : " (" + exchange.note() + ")";
            return new Shown(
                    exchange.number() + " · " + exchange.time() + " · from the " + who + " · " + Limits.name(line)
                            + Limits.name(note),
                    body(exchange.body()),
                    again(exchange));
        }

        /** The body is taken from the evidence, byte for byte as it was sent. */
        private static Optional<String> again(Exchange exchange) {
            boolean asked = exchange.kind() == Exchange.Kind.REQUEST
                    && exchange.direction() == Exchange.Direction.SENT
                    && exchange.method().equals("POST")
                    && exchange.body().isWhole();
            String type = exchange.headers().getOrDefault("content-type", "application/xml");
            String body = isText(exchange.body()) ? "jq -j .body.text" : "jq -r .body.base64 | base64 -d";
            return asked
                    ? Optional.of("sed -n " + exchange.number() + "p evidence.jsonl | " + body + " | curl -i -H "
                            + Words.quoted("Content-Type: " + type) + " --data-binary @- "
                            + Words.quoted(exchange.url()))
                    : Optional.empty();
        }

        private static boolean isText(Body body) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.kept()));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }

        private static String body(Body body) {
            String text = new String(body.kept(), StandardCharsets.UTF_8);
            String more = body.isWhole()
                    ? ""
                    : String.format("\n(%,d bytes came; the evidence keeps the first)", body.length());
            return ShownText.shortened(IndentedXml.of(text), Limits.BODY) + more;
        }
    }

    /** None, for a report without evidence beside it. */
    public static Exchanges none() {
        return new Exchanges(Map.of());
    }

    /**
     * Those that the report needs, from the evidence in a run's folder. Evidence that is broken gives what stands before the break.
     *
     * @throws java.io.UncheckedIOException when the evidence is there and cannot be read
     */
    public static Exchanges read(RunReport report, Path folder) {
        Path file = folder.resolve(EvidenceLog.FILE);
        if (!Files.isRegularFile(file)) {
            return none();
        }
        Set<Integer> needed = report.run().requirements().stream()
                .flatMap(result ->
                        result.cases().stream().filter(Exchanges::isShown).limit(Limits.CASES))
                .flatMap(Exchanges::numbers)
                .collect(Collectors.toSet());
        Map<Integer, Shown> shown = new HashMap<>();
        EvidenceLog.read(file, exchange -> {
            if (needed.contains(exchange.number())) {
                shown.put(exchange.number(), Shown.of(exchange));
            }
        });
        return new Exchanges(shown);
    }

    /** Of one case, in order. */
    List<Shown> of(CaseResult tried) {
        return numbers(tried).filter(byNumber::containsKey).map(byNumber::get).toList();
    }

    private static boolean isShown(CaseResult tried) {
        return tried.outcome() == Outcome.FAIL || tried.outcome() == Outcome.ERROR;
    }

    private static Stream<Integer> numbers(CaseResult tried) {
        return tried.evidence().stream().limit(Limits.EXCHANGES);
    }
}
