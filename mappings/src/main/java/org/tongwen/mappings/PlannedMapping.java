package org.tongwen.mappings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.tongwen.mappings.plan.BulkTranslation;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.plan.Translation;

/** The mapping that a mapping file was compiled to. */
record PlannedMapping(Plan plan, String digest) implements Mapping {

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public String title() {
        return plan.title();
    }

    @Override
    public String message() {
        return plan.message();
    }

    @Override
    public String format() {
        return plan.format();
    }

    @Override
    public String mediaType() {
        return plan.mediaType();
    }

    @Override
    public List<String> given() {
        return plan.given();
    }

    @Override
    public List<String> recalls() {
        return plan.recalls();
    }

    @Override
    public Map<String, String> noHome() {
        return plan.noHome();
    }

    @Override
    public Map<String, String> refuse() {
        return plan.refuse();
    }

    @Override
    public Translation translate(Direction direction, byte[] document, Context context) {
        return switch (direction) {
            case TO_ISO -> plan.toIso(document, context);
            case FROM_ISO -> plan.fromIso(document, context);
        };
    }

    @Override
    public Optional<String> wholeBecause() {
        return plan.wholeBecause();
    }

    @Override
    public BulkTranslation translate(
            Direction direction, Path document, Path result, Context context, LongConsumer progress) {
        return plan.translate(direction, document, result, context, progress);
    }
}
