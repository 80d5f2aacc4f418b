package org.tongwen.routes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Fate;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/** A hub on a free port with a mapping whose outcome the document itself chooses, and a client for it. */
final class TestHub implements AutoCloseable {

    static final String MAPPING = "acme.payout";
    static final Instant SINCE = Instant.parse("2026-11-21T02:30:00Z");
    /** Each hub gets a folder of its own to remember in. */
    static final HubOptions OPTIONS = HubOptions.of(HubConfig.local(Path.of("nowhere"), "127.0.0.1"))
            .port(0)
            .maxBytes(1_000_000);

    final Hub hub;
    private final Data data;
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch mayLeave = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    TestHub(HubOptions options) {
        this(options, "application/json");
    }

    /** A hub whose institution sends documents of that media type. */
    TestHub(HubOptions options, String mediaType) {
        data = Data.create();
        hub = Hub.start(
                options.config(HubConfig.local(data.path(), "127.0.0.1")),
                ServedMappings.fixed(Mappings.of(List.of(new TestMapping(MAPPING, mediaType, this::translate))), SINCE),
                Catalogue.builtIn(),
                reader()::read);
    }

    static TestHub start() {
        return new TestHub(OPTIONS);
    }

    static Finding error(String id) {
        return Finding.error(id, Place.of(3, 7, "/amount"), "something is wrong")
                .value("SECRET-VALUE");
    }

    private static MessageReader reader() {
        return new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);
    }

    /** {@code error <id>} is refused for that reason; anything else comes back with what the engine was given. */
    private Translation translate(Direction direction, byte[] document, Context context) {
        String text = new String(document, StandardCharsets.UTF_8);
        if (text.startsWith("error ")) {
            return new Translation(Optional.empty(), "", List.of(error(text.substring(6))), List.of());
        }
        if (text.equals("gbk")) {
            byte[] bytes = "金额".getBytes(Charset.forName("GBK"));
            return new Translation(Optional.of(bytes), "text/csv; charset=GBK", List.of(), List.of());
        }
        if (text.equals("packed")) {
            byte[] bytes = {0x12, 0x3C};
            return new Translation(Optional.of(bytes), "application/octet-stream", List.of(), List.of());
        }
        if (text.equals("values")) {
            return new Translation(Optional.of(document), "application/xml", List.of(), ledger(context.reporting()));
        }
        if (text.equals("context")) {
            return shown(context);
        }
        if (text.equals("crash")) {
            throw new IllegalStateException("SECRET-VALUE");
        }
        if (text.equals("wait")) {
            waitUntilLetGo();
        }
        String result = "<" + direction.word() + " debtor='" + context.given().getOrDefault("debtor_name", "")
                + "' account='" + context.given().getOrDefault("debtor_account", "") + "'>" + text + "</"
                + direction.word() + ">";
        String mediaType = direction == Direction.TO_ISO ? "application/xml" : "application/json";
        return new Translation(
                Optional.of(result.getBytes(StandardCharsets.UTF_8)),
                mediaType,
                List.of(Finding.warning("mapping.Odd", Place.of("/odd"), "this is odd")),
                List.of(entry("remark", Fate.TRUNCATED, "long text", "long", "cut")));
    }

    /** The profile, the day, and the UETR. */
    private static Translation shown(Context context) {
        String shown = context.profile().scheme().orElse("usual") + " "
                + context.profile().asOf().map(Object::toString).orElse("today") + " "
                + context.given().getOrDefault("uetr", "none");
        return new Translation(Optional.of(shown.getBytes(StandardCharsets.UTF_8)), "text/plain", List.of(), List.of());
    }

    private static List<LedgerEntry> ledger(Reporting reporting) {
        LedgerEntry lost = entry("remark", Fate.TRUNCATED, "long text", "long", "cut");
        LedgerEntry mapped = entry("amount", Fate.MAPPED, "1.5", "1.5", "");
        return switch (reporting) {
            case NONE -> List.of();
            case LOSSES -> List.of(lost);
            case LINEAGE -> List.of(mapped, lost);
        };
    }

    private static LedgerEntry entry(String field, Fate fate, String value, String became, String reason) {
        return new LedgerEntry(Place.of("/" + field), field, fate, value, Optional.of(became), reason, "", "");
    }

    private void waitUntilLetGo() {
        entered.countDown();
        try {
            mayLeave.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return hub.port().orElseThrow();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> toIso(String body) {
        return post("/translations/" + MAPPING + "/to-iso", body);
    }

    HttpResponse<String> method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    HttpClient client() {
        return client;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends bytes as they are and returns all that comes back until the hub closes the connection. */
    String raw(String bytes) throws IOException {
        return RawHttp.send(port(), bytes);
    }

    @Override
    public void close() {
        mayLeave.countDown();
        hub.close();
        data.close();
    }
}
