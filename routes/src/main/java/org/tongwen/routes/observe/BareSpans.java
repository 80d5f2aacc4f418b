package org.tongwen.routes.observe;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Lets out of spans only what cannot hold a value of a message: names, times and these attributes. Queries of addresses and texts of exceptions
 * stay here.
 */
final class BareSpans implements SpanExporter {

    private static final Set<String> KEPT = Set.of(
            "component", "op", "exchangeId", "routeId", "error", "http.method", "http.status_code", "url.scheme");

    private final SpanExporter exporter;

    BareSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Bare::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Bare extends DelegatingSpanData {

        private final Attributes attributes;

        Bare(SpanData span) {
            super(span);
            attributes = span.getAttributes().toBuilder()
                    .removeIf(key -> !KEPT.contains(key.getKey()))
                    .build();
        }

        /** The name without what may follow a path. */
        @Override
        public String getName() {
            return super.getName().replaceFirst("[?#].*", "");
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        /** Its description is the text of an exception. */
        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
