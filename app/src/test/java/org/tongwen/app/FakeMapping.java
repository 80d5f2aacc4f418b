package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.LedgerEntry;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A mapping whose result is written down beforehand. */
record FakeMapping(String name, Work work) implements Mapping {

    /** What it does with a document. */
    interface Work {
        Translation translate(Direction direction, byte[] document, Context context);
    }

    /** A mapping whose result is the document itself. */
    static FakeMapping echo(String name) {
        return new FakeMapping(name, (direction, document, context) -> done(document));
    }

    /** A mapping that takes no document. */
    static FakeMapping refusing(String name) {
        Finding finding = Finding.error("mapping.Amount", Place.of(3, 7, "/amount"), "the amount has too many decimals")
                .value("1.5");
        return new FakeMapping(
                name,
                (direction, document, context) ->
                        new Translation(Optional.empty(), "application/xml", List.of(finding), List.of()));
    }

    static Translation done(byte[] result, LedgerEntry... losses) {
        return new Translation(Optional.of(result), "application/xml", List.of(), List.of(losses));
    }

    static MappingSource source(Mapping... mappings) {
        return (folder, catalogue) -> Checked.of(Mappings.of(List.of(mappings)), List.of());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String title() {
        return "转账 " + name;
    }

    @Override
    public String message() {
        return "pacs.008.001.08";
    }

    @Override
    public String format() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String digest() {
        return "d1e5";
    }

    @Override
    public List<String> recalls() {
        return List.of("pacs.008");
    }

    @Override
    public List<String> given() {
        return List.of("debtor_name", "debtor_agent", "uetr");
    }

    @Override
    public Map<String, String> noHome() {
        return Map.of("notify_url", "channel callback");
    }

    @Override
    public Map<String, String> refuse() {
        return Map.of("refund", "refunds go another way");
    }

    @Override
    public Translation translate(Direction direction, byte[] document, Context context) {
        return work.translate(direction, document, context);
    }
}
