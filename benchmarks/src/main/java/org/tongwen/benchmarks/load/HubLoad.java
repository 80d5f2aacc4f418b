package org.tongwen.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * How many MT103 a hub turns into pacs.008 over HTTP, with validation, rules and journal, beside a bare echo of the same bytes by the same
 * client; then how soon it answers at half of what it shall do, and at half of what it does, as often. Both run on the machine's processors together with the client.
 */
public final class HubLoad {

    private static final int MESSAGES = 1_000;
    private static final int WARM_UP = 100_000;
    private static final int ROUNDS = 5;

    /** Requests a second that a hub shall answer. */
    private static final double AIM = 3_000;

    private HubLoad() {}

    /** Takes how many requests a round has (20,000), how many connections there are (32), and options of {@code serve}. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 32;
        IntFunction<byte[]> requests = Requests.translations(MESSAGES);
        List<String> more = Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length);
        try (Scratch data = Scratch.make();
                Service hub = Service.hub(data.folder(), more);
                Service echo = Service.start(EchoServer.class, "PORT")) {
            LoadClient toHub = new LoadClient(hub.port(), connections, requests);
            LoadClient toEcho = new LoadClient(echo.port(), connections, requests);
            toHub.asFastAsPossible(WARM_UP);
            toEcho.asFastAsPossible(WARM_UP);
            compare(toHub, toEcho, count);
        }
    }

    private static void compare(LoadClient hub, LoadClient echo, int count) {
        double[] ratios = new double[ROUNDS];
        double best = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Load ours = hub.asFastAsPossible(count);
            Load bare = echo.asFastAsPossible(count);
            ratios[i] = ours.rate() / bare.rate();
            best = Math.max(best, ours.rate());
            print(
                    "hub %,8.0f/s (p99 %6.1f ms, %d failures)   echo %,8.0f/s   ratio %.2f",
                    ours.rate(), ours.latencies().millis(0.99), ours.failures(), bare.rate(), ratios[i]);
        }
        Arrays.sort(ratios);
        print("ratio in the middle: %.2f", ratios[ROUNDS / 2]);
        slowest(hub, AIM / 2, count);
        slowest(hub, best / 2, count);
    }

    /** Several times, because what else happens on the machine is seen in the slowest hundredth first. */
    private static void slowest(LoadClient hub, double rate, int count) {
        double[] slowest = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            Load half = hub.atRate(count, rate);
            slowest[i] = half.latencies().millis(0.99);
            print(
                    "at %,.0f/s: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, %d failures",
                    rate,
                    half.latencies().millis(0.5),
                    slowest[i],
                    half.latencies().millis(0.999),
                    half.failures());
        }
        Arrays.sort(slowest);
        print("p99 in the middle: %.1f ms", slowest[ROUNDS / 2]);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
