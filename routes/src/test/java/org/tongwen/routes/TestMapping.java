package org.tongwen.routes;

import java.util.List;
import java.util.Map;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;

/** A mapping whose work is given beforehand. */
record TestMapping(String name, String mediaType, Work work) implements Mapping {

    /** What it does with a document. */
    interface Work {
        Translation translate(Direction direction, byte[] document, Context context);
    }

    @Override
    public String title() {
        return "Payouts of ACME";
    }

    @Override
    public String message() {
        return "pain.001.001.09";
    }

    @Override
    public String format() {
        return "json";
    }

    @Override
    public String digest() {
        return "d1ge57";
    }

    @Override
    public List<String> given() {
        return List.of("debtor_name", "debtor_account", "uetr");
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
