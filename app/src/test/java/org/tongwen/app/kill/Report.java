package org.tongwen.app.kill;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.tongwen.app.kill.KillRun.Kill;
import org.tongwen.app.kill.Outgoing.Fate;

/** What a run came to. */
record Report(
        KillRun.Size size,
        Load load,
        Receiver receiver,
        List<Kill> kills,
        List<Duration> starts,
        long steps,
        Duration loaded,
        Duration whole,
        List<String> complaints) {

    /** Runs side by side, as a table of Markdown. */
    static String table(List<Report> reports) {
        StringBuilder table = new StringBuilder("| |");
        reports.forEach(
                report -> table.append(' ').append(report.size.setting().words).append(" |"));
        table.append("\n|---|").append("--:|".repeat(reports.size())).append('\n');
        List<Map<String, String>> columns =
                reports.stream().map(Report::figures).toList();
        for (String name : columns.get(0).keySet()) {
            table.append("| ")
                    .append(name)
                    .append(" | ")
                    .append(columns.stream().map(column -> column.get(name)).collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        return table.toString();
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("kills", number(kills.size()));
        figures.put("of these, while a hub was starting", number(count(kills, kill -> !kill.working())));
        figures.put(
                "at a kill under load (least, median, most): requests that waited for an answer",
                spread(Kill::requests));
        figures.put("messages answered and not yet delivered", spread(Kill::owed));
        figures.put("deliveries being received", spread(Kill::deliveries));
        figures.put("payments sent", number(size.messages()));
        figures.put("statuses sent", number(load.offered().size() - size.messages()));
        for (Fate fate : Fate.values()) {
            figures.put(
                    "of both, to be " + fate.name().toLowerCase(Locale.ROOT),
                    number(count(load.offered().values(), message -> message.fate() == fate)));
        }
        figures.put("answered in the end", number(load.answers().size()));
        figures.put("requests that found nobody listening", number(load.away()));
        figures.put("requests that got no answer", number(load.broken()));
        figures.put("requests answered with 503", number(load.unavailable()));
        figures.put(
                "messages without an answer that were written, and told so when they came again",
                number(load.written()));
        figures.put("messages without an answer that were not written", number(load.unwritten()));
        figures.put("effects at the receivers", number(receiver.effects().size()));
        figures.put("deliveries attempted", number(receiver.attempts()));
        figures.put("receivers slow, failing or breaking off", number(receiver.troubles()));
        figures.put("deliveries repeated, and told by their key", number(receiver.repeats()));
        figures.put("seconds until ready after a kill, median and worst", startTimes());
        figures.put("steps whose chain was verified", number(steps));
        figures.put("lost, doubled, mixed up or changed", number(complaints.size()));
        figures.put("minutes under load, and in all", minutes(loaded) + " and " + minutes(whole));
        return figures;
    }

    private static <T> int count(Iterable<T> all, Predicate<T> which) {
        int count = 0;
        for (T one : all) {
            count += which.test(one) ? 1 : 0;
        }
        return count;
    }

    private String spread(ToIntFunction<Kill> what) {
        int[] sorted =
                kills.stream().filter(Kill::working).mapToInt(what).sorted().toArray();
        return number(sorted[0]) + ", " + number(sorted[sorted.length / 2]) + ", " + number(sorted[sorted.length - 1]);
    }

    private String startTimes() {
        List<Duration> sorted = starts.stream().sorted().toList();
        return seconds(sorted.get(sorted.size() / 2)) + " and " + seconds(sorted.get(sorted.size() - 1));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
    }

    private static String minutes(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 6e4);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
