package org.tongwen.routes.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.xsd.finding.Finding;

/** The hub's meters, in the text form of Prometheus. */
public final class Meters implements AutoCloseable {

    /** What {@link #scrape} writes. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** Meters of their own, with those of the Java machine. */
    public Meters() {
        Stream.of(
                        new ClassLoaderMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        collections)
                .forEach(binder -> binder.bindTo(registry));
    }

    /** Where Camel's own meters go. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Counts a translation by a mapping that is known. */
    public void translation(String mapping, String direction, Outcome outcome, long nanos, List<Finding> findings) {
        timer(
                "translation",
                "How long translations take.",
                nanos,
                "mapping",
                mapping,
                "direction",
                direction,
                "outcome",
                outcome == Outcome.DONE ? "translated" : outcome.word());
        for (Finding finding : findings) {
            registry.counter(
                            "translation.findings",
                            "mapping",
                            mapping,
                            "id",
                            finding.id(),
                            "severity",
                            finding.severity().word())
                    .increment();
        }
        long undeclared = findings.stream()
                .filter(finding -> finding.id().equals("mapping.UndeclaredLoss"))
                .count();
        // Also when there was none: a counter that is not there cannot be watched.
        registry.counter("undeclared.loss", "mapping", mapping).increment(undeclared);
    }

    /** Counts a validation; the message is an identifier of the catalogue or {@code none}. */
    public void validation(String message, boolean valid, long nanos) {
        timer(
                "validation",
                "How long validations take.",
                nanos,
                "message",
                message,
                "outcome",
                valid ? "valid" : "invalid");
    }

    /** Counts an attempt to deliver; the outcome is {@code delivered}, {@code retry}, {@code dead} or {@code overtaken}. */
    public void delivery(String receiver, String outcome, Duration took) {
        timer(
                "delivery",
                "How long attempts to deliver take.",
                took.toNanos(),
                "receiver",
                receiver,
                "outcome",
                outcome);
    }

    /** Measures what waits in the journal. While the store is away there are no numbers. */
    public void journal(Journal journal) {
        gauge(
                "outbox.oldest",
                "How long the oldest delivery that is due has been waiting.",
                "seconds",
                journal,
                counts -> counts.oldest().toMillis() / 1e3);
        gauge("outbox.waiting", "Deliveries that are due or planned.", "", journal, Journal.Counts::waiting);
        gauge("outbox.dead", "Deliveries that were given up.", "", journal, Journal.Counts::dead);
        gauge("messages.held", "Messages that are held for an operator.", "", journal, Journal.Counts::held);
    }

    private void gauge(
            String name, String description, String unit, Journal journal, ToDoubleFunction<Journal.Counts> count) {
        Gauge.builder(name, journal, each -> count(each, count))
                .description(description)
                // An empty one would leave a stroke at the end of the name.
                .baseUnit(unit.isEmpty() ? null : unit)
                .register(registry);
    }

    private static double count(Journal journal, ToDoubleFunction<Journal.Counts> count) {
        try {
            return count.applyAsDouble(journal.counts());
        } catch (JournalException e) {
            return Double.NaN;
        }
    }

    /** Measures how long the revocation lists count still, where there are any; below zero one of them has ended. */
    public void revocations(Supplier<Optional<Duration>> left) {
        if (left.get().isPresent()) {
            Gauge.builder(
                            "revocation.lists.left",
                            () -> left.get().orElse(Duration.ZERO).toMillis() / 1e3)
                    .description("How long the revocation list that ends first counts still.")
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    /** Counts a request that was refused, by the finding that decided. */
    public void refusal(String id) {
        registry.counter("requests.refused", "id", id).increment();
    }

    /** Measures how many mappings are served and how many files refused. */
    public void mappings(ServedMappings mappings) {
        Gauge.builder(
                        "mappings.served",
                        mappings,
                        served -> served.current().all().size())
                .description("Mappings that are served.")
                .register(registry);
        Gauge.builder("mappings.refused", mappings, Meters::refused)
                .description("Mapping files whose present content is not served.")
                .register(registry);
    }

    private static long refused(ServedMappings mappings) {
        return mappings.standings().stream()
                .filter(standing -> standing.refusal().isPresent())
                .count();
    }

    /** Counts a changed mapping file by what became of it. */
    public void reload(ServedMappings.Outcome outcome) {
        registry.counter("mapping.reloads", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** All meters as Prometheus reads them. */
    public String scrape() {
        return registry.scrape("text/plain");
    }

    private void timer(String name, String description, long nanos, String... labels) {
        Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .tags(labels)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
