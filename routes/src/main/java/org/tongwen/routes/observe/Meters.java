package org.tongwen.routes.observe;

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
import java.util.stream.Stream;
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
    public void translation(String mapping, String direction, boolean ok, long nanos, List<Finding> findings) {
        timer(
                "translation",
                "How long translations take.",
                nanos,
                "mapping",
                mapping,
                "direction",
                direction,
                "outcome",
                ok ? "translated" : "refused");
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
