package org.tongwen.routes.observe;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;

/**
 * Traces of what routes do, sent to a collector by OTLP over HTTP. Spans carry names, times and outcomes, nothing of a message. A collector that
 * is away costs traces, never messages.
 */
public final class Traces implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final SdkTracerProvider provider;

    private Traces(SdkTracerProvider provider) {
        this.provider = provider;
    }

    /**
     * Begins to send.
     *
     * @param address the collector, such as {@code http://127.0.0.1:4318}; what is usual follows by itself: {@code /v1/traces}
     * @param node the name of this process
     */
    public static Traces to(String address, String node) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(address.replaceFirst("/*$", "") + "/v1/traces")
                .setTimeout(TIMEOUT)
                .build();
        Attributes names = Attributes.of(
                AttributeKey.stringKey("service.name"), "tongwen", AttributeKey.stringKey("service.instance.id"), node);
        return new Traces(SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(names)))
                .addSpanProcessor(BatchSpanProcessor.builder(new BareSpans(exporter))
                        .setScheduleDelay(PAUSE)
                        .build())
                .build());
    }

    /** Follows the routes of a context that has not started. */
    public void follow(CamelContext context) {
        context.getRegistry().bind("tongwenTracer", Tracer.class, provider.get("tongwen"));
        context.getRegistry()
                .bind(
                        "tongwenPropagators",
                        ContextPropagators.class,
                        ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
        new OpenTelemetryTracer().init(context);
    }

    /** Sends what is left, for no longer than a collector may take. */
    @Override
    public void close() {
        provider.close();
    }
}
