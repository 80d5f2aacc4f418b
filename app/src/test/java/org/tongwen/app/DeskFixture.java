package org.tongwen.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.desk.Counter;
import org.tongwen.routes.desk.Desk;
import org.tongwen.routes.desk.Reprocessing;
import org.tongwen.routes.desk.Trial;
import org.tongwen.routes.desk.Viewer;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.StoredJournal;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingJson;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;

/** A journal with messages, and a desk in front of it that speaks HTTP to one operator. */
final class DeskFixture implements AutoCloseable {

    static final String KEY = "twk_operator";
    private static final String FINDINGS =
            "{\"findings\":[{\"severity\":\"error\",\"id\":\"screen.Limit\",\"message\":\"too much\",\"path\":\"/Document\"}]}";

    private final StoredJournal journal;
    private final HttpServer server;
    private final List<String> requests = new ArrayList<>();

    private DeskFixture(StoredJournal journal, HttpServer server) {
        this.journal = journal;
        this.server = server;
    }

    /** With the store of a hub that has no configuration, in that folder. */
    static DeskFixture open(Path data) {
        StoredJournal journal =
                StoredJournal.open(HubConfig.local(data, "127.0.0.1").store(), "hub", Clock.systemUTC());
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            DeskFixture fixture = new DeskFixture(journal, server);
            Counter counter = new Counter(new Desk(journal, new Pipeline(), new MessageLog(false), Clock.systemUTC()));
            server.createContext("/", exchange -> fixture.answer(exchange, counter));
            server.start();
            return fixture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> requests() {
        return requests;
    }

    StoredJournal journal() {
        return journal;
    }

    /** A message that is held. */
    MessageId held(String source) {
        MessageId id = MessageId.next(Clock.systemUTC());
        Opening opening = new Opening(
                Clock.systemUTC().instant(), "acme", "http", "acme.payout", "pacs.008.001.08", id, Optional.empty());
        journal.write(Entry.opening(id, opening)
                .step(step(Event.RECEIVED, "acme", "{}"))
                .step(step(Event.HELD, Step.HUB, FINDINGS))
                .content(Content.ORIGINAL, source.getBytes(StandardCharsets.UTF_8))
                .content(Content.ISO, "<iso/>".getBytes(StandardCharsets.UTF_8))
                .reference(new Reference(Reference.Kind.END_TO_END_ID, "E-1 ü"))
                .entry());
        return id;
    }

    private static Step step(Event event, String actor, String detail) {
        return new Step(Clock.systemUTC().instant(), event, actor, detail.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        journal.close();
    }

    private void answer(HttpExchange exchange, Counter counter) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-API-Key"));
        Checked<byte[]> answer = known
                ? counter.answer(call(exchange), new Viewer("carol", true))
                : Checked.none(Finding.error("hub.Unauthenticated", Place.NOWHERE, "who are you?"));
        byte[] body = answer.value()
                .orElseGet(() -> JsonReport.object(json -> {
                    json.writeFieldName("findings");
                    FindingJson.array(answer.findings(), json);
                }));
        exchange.sendResponseHeaders(answer.value().isPresent() ? 200 : 422, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Call call(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> parameters = new TreeMap<>();
        for (String part : query == null ? new String[0] : query.split("&")) {
            String[] pair = part.split("=", 2);
            parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        List<String> path =
                Arrays.asList(exchange.getRequestURI().getPath().substring(1).split("/"));
        return new Call(
                exchange.getRequestMethod(),
                path,
                parameters,
                exchange.getRequestBody().readAllBytes());
    }

    /** Releases what says that it is good; holds what says so; refuses the rest. */
    private static final class Pipeline implements Reprocessing {

        @Override
        public void decided(MessageId id) {}

        @Override
        public Checked<Trial> release(Story story, byte[] iso, Entry.Draft draft) {
            draft.content(Content.DELIVERY, iso)
                    .dispatch(new Dispatch("beta", Content.DELIVERY, "application/xml", "pacs.008.001.08"));
            return Checked.of(Trial.NOTHING, List.of());
        }

        @Override
        public Trial again(Story story, byte[] source, Entry.Draft draft) {
            String text = new String(source, StandardCharsets.UTF_8);
            Event event = text.contains("good") ? Event.RELEASED : text.contains("hold") ? Event.HELD : Event.REFUSED;
            draft.content(Content.ISO, source).step(step(event, Step.HUB, "{}"));
            return Trial.NOTHING;
        }
    }
}
