package org.tongwen.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.tongwen.routes.access.ApiKey;

/**
 * How many MT103 a hub takes from one bank and delivers to another as pacs.008, over HTTP, with validation, rules and journal: each is written down
 * when it is taken, when its delivery begins and when it has ended. Client, hub and receiver run on the machine's processors together.
 */
public final class HubDelivery {

    private static final int CONNECTIONS = 32;
    private static final int WARM_UP = 20_000;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    private final Service hub;
    private final Receiver receiver;
    private final IntFunction<byte[]> messages;
    private int sent;

    private HubDelivery(Service hub, Receiver receiver, IntFunction<byte[]> messages) {
        this.hub = hub;
        this.receiver = receiver;
        this.messages = messages;
    }

    /** Takes how many messages a round has (10,000), then how many come a second, round by round (250 500 1000); 0 is as fast as possible. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int[] rates = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()
                : new int[] {250, 500, 1_000, 0};
        ApiKey bank = ApiKey.random();
        ApiKey other = ApiKey.random();
        IntFunction<byte[]> messages = Requests.messages(WARM_UP + count * rates.length, bank.text());
        try (Scratch scratch = Scratch.make();
                Receiver receiver = Receiver.start();
                Service hub = Service.hubOf(configuration(scratch.folder(), bank, other, receiver.port()))) {
            HubDelivery delivery = new HubDelivery(hub, receiver, messages);
            delivery.round(WARM_UP, 0);
            for (int rate : rates) {
                print(rate, delivery.round(count, rate));
            }
        }
    }

    private static Path configuration(Path folder, ApiKey bank, ApiKey other, int receiver) throws IOException {
        String text = """
                store: {file: journal, keys: keys.json}
                observe: {json-log: no}
                participants:
                  bank:
                    agents: [AAAAGB2LXXX]
                    credentials: {api-keys: %s}
                    mappings: [swift.mt103]
                    counterparties: [other]
                    profile: cbpr-plus
                  other:
                    agents: [BBBBESMMXXX]
                    credentials: {api-keys: %s}
                    mappings: [iso]
                    counterparties: [bank]
                    receives: {channel: http, to: "http://127.0.0.1:%d/", mappings: {pacs.008: iso}}
                """.formatted(bank.hash(), other.hash(), receiver);
        return Files.writeString(folder.resolve("hub.yaml"), text, StandardCharsets.UTF_8);
    }

    /**
     * What came of a round.
     *
     * @param load the answers
     * @param waiting how many had been answered and not delivered when the last answer came
     * @param seconds from the first request to the last delivery
     * @param missing how many were not delivered in time
     */
    private record Round(Load load, int waiting, double seconds, int missing) {}

    /** Sends the next messages: none is sent twice. */
    private Round round(int count, int rate) throws InterruptedException {
        int begin = sent;
        sent += count;
        LoadClient client = new LoadClient(hub.port(), CONNECTIONS, number -> messages.apply(begin + number));
        int before = receiver.taken();
        long start = System.nanoTime();
        Load load = client.atRate(count, rate);
        int due = count - load.failures();
        int waiting = due - (receiver.taken() - before);
        while (receiver.taken() - before < due && System.nanoTime() - start < PATIENCE) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Round(load, waiting, seconds, due - (receiver.taken() - before));
    }

    private static void print(int rate, Round round) {
        System.out.println(String.format(
                Locale.ROOT,
                "%s: answered %,6.0f/s, p50 %5.1f ms, p99 %6.1f ms, %d failures; delivered %,6.0f/s, %,d behind at the last answer, %d missing",
                rate == 0 ? "as fast as possible" : "at " + rate + "/s",
                round.load().rate(),
                round.load().latencies().millis(0.5),
                round.load().latencies().millis(0.99),
                round.load().failures(),
                round.load().latencies().count() / round.seconds(),
                round.waiting(),
                round.missing()));
    }
}
