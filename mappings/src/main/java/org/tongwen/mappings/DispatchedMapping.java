package org.tongwen.mappings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.mappings.dispatch.Dispatch;
import org.tongwen.mappings.dispatch.DispatchFile.Line;
import org.tongwen.mappings.dispatch.DispatchFile.Refuse;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.mappings.read.MappingFile.Word;

/** Several mappings as one: each document goes to the mapping that a dispatch file picks for it. */
record DispatchedMapping(Dispatch dispatch, String digest) implements Mapping {

    @Override
    public String name() {
        return dispatch.file().name().text();
    }

    @Override
    public String title() {
        return dispatch.file().title();
    }

    /** All that its mappings have, in the order of its lines. */
    @Override
    public String message() {
        return plans().map(Plan::message).distinct().collect(Collectors.joining(", "));
    }

    private Stream<Plan> plans() {
        return dispatch.plans().stream();
    }

    @Override
    public String format() {
        return Optional.ofNullable(dispatch.file().source().get("format"))
                .map(Word::text)
                .orElse("");
    }

    @Override
    public String mediaType() {
        return dispatch.format().mediaType();
    }

    @Override
    public List<String> given() {
        return plans().flatMap(plan -> plan.given().stream()).distinct().toList();
    }

    @Override
    public List<String> recalls() {
        return plans().flatMap(plan -> plan.recalls().stream()).distinct().toList();
    }

    @Override
    public Optional<String> profile() {
        return dispatch.file().profile().map(Word::text);
    }

    /** Each of its mappings has fields of its own. */
    @Override
    public Map<String, String> noHome() {
        return Map.of();
    }

    /** Kinds of documents that it refuses whatever stands in them. */
    @Override
    public Map<String, String> refuse() {
        Map<String, String> refused = new LinkedHashMap<>();
        Stream.concat(dispatch.file().toIso().stream(), dispatch.file().fromIso().stream())
                .filter(line -> line.condition().isEmpty())
                .forEach(line -> refused(line, refused));
        return refused;
    }

    private static void refused(Line line, Map<String, String> refused) {
        if (line.goal() instanceof Refuse refuse) {
            line.kinds()
                    .forEach(kind -> refused.put(kind.text(), refuse.reason().text()));
        }
    }

    @Override
    public Translation translate(Direction direction, byte[] document, Context context) {
        return switch (direction) {
            case TO_ISO -> dispatch.toIso(document, context);
            case FROM_ISO -> dispatch.fromIso(document, context);
        };
    }

    @Override
    public Optional<String> wholeBecause() {
        return Optional.of("which mapping translates a document shows only when it has been read");
    }
}
