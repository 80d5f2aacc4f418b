package org.tongwen.benchmarks;

import java.util.Map;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.load.Catalogue;

/** A built-in mapping with documents for both directions: generated ones, and what the mapping makes of them. */
final class Lane {

    private static final Mappings MAPPINGS =
            Mappings.builtIn(Catalogue.builtIn()).value().orElseThrow();

    private final Mapping mapping;
    private final Context context;
    private final Cycle<byte[]> documents;
    private final Cycle<byte[]> messages;

    /** Translates every document once, so that a document which is refused is known before anything is measured. */
    Lane(String mapping, Map<String, String> given, Cycle<byte[]> documents) {
        this.mapping = MAPPINGS.find(mapping).orElseThrow();
        this.context = Context.live(given);
        this.documents = documents;
        this.messages = documents.map(document -> result(Direction.TO_ISO, document));
        messages.items().forEach(message -> result(Direction.FROM_ISO, message));
    }

    private Lane(Lane other, Reporting reporting) {
        this.mapping = other.mapping;
        this.context = other.context.reporting(reporting);
        this.documents = other.documents;
        this.messages = other.messages;
    }

    /** The same lane, on which translations report that much. */
    Lane reporting(Reporting reporting) {
        return new Lane(this, reporting);
    }

    Cycle<byte[]> documents() {
        return documents;
    }

    Cycle<byte[]> messages() {
        return messages;
    }

    Translation toIso() {
        return mapping.translate(Direction.TO_ISO, documents.next(), context);
    }

    Translation fromIso() {
        return mapping.translate(Direction.FROM_ISO, messages.next(), context);
    }

    private byte[] result(Direction direction, byte[] document) {
        Translation translation = mapping.translate(direction, document, context);
        return translation
                .result()
                .orElseThrow(() -> new IllegalStateException(
                        mapping.name() + " refuses a generated document: " + translation.findings()));
    }
}
