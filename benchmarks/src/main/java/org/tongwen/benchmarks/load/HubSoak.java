package org.tongwen.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a hub keeps in memory while it is under load for long: after each minute, when all that is not needed has been thrown away. */
public final class HubSoak {

    private static final int MESSAGES = 1_000;
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP = 100_000;
    private static final int SECONDS = 60;
    private static final Pattern LIVE = Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

    private HubSoak() {}

    /** Takes how many minutes it lasts (10), how many requests come a second (1500), and options of {@code serve}. */
    public static void main(String[] arguments) throws Exception {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_500;
        List<String> more = Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length);
        try (Scratch data = Scratch.make();
                Service hub = Service.hub(data.folder(), more)) {
            LoadClient client = new LoadClient(hub.port(), CONNECTIONS, Requests.translations(MESSAGES));
            client.asFastAsPossible(WARM_UP);
            for (int minute = 1; minute <= minutes; minute++) {
                Load load = client.atRate(rate * SECONDS, rate);
                System.out.println(String.format(
                        Locale.ROOT,
                        "minute %2d: %,5.0f/s, p50 %5.1f ms, p99 %6.1f ms, %d failures; live %5.1f MB",
                        minute,
                        load.rate(),
                        load.latencies().millis(0.5),
                        load.latencies().millis(0.99),
                        load.failures(),
                        liveBytes(hub.process().pid()) / 1e6));
            }
        }
    }

    /** What is reachable on the heap of another Java process. */
    private static long liveBytes(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram;
        try (InputStream out = process.getInputStream()) {
            histogram = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        process.waitFor(1, TimeUnit.MINUTES);
        Matcher total = LIVE.matcher(histogram);
        if (!total.find()) {
            throw new IOException(
                    "no histogram: " + histogram.lines().findFirst().orElse(""));
        }
        return Long.parseLong(total.group(1));
    }
}
