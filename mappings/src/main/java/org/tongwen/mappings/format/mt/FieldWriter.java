package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Writes the values of one field as lines, and says which values it cannot write. */
final class FieldWriter {

    private final FieldRule rule;
    private final FieldValues values;
    private final FieldPath path;
    private final Draft draft;

    FieldWriter(FieldRule rule, FieldValues values, FieldPath path, Draft draft) {
        this.rule = rule;
        this.values = values;
        this.path = path;
        this.draft = draft;
    }

    /** The lines of a field, all of whose values must find their place. */
    List<String> write() {
        int before = draft.size();
        List<String> lines = lines("mt.Format");
        if (draft.size() == before) {
            values.rest().forEach(this::noRoom);
        }
        return lines;
    }

    /** The lines of a field; values may be left for other fields. */
    List<String> lines(String missing) {
        List<String> lines = new ArrayList<>();
        for (LineRule line : rule.lines()) {
            int count = 0;
            for (; count < line.most() && can(line.parts()); count++) {
                lines.add(line.folded(line(line)));
            }
            if (count < line.least()) {
                missing(line, missing);
            }
        }
        return lines;
    }

    private void noRoom(FieldValues.Value value) {
        if (draft.isFaulty(value.path(path))) {
            return;
        }
        String message = "Field " + rule.tag() + " has no room for this value";
        draft.place(value.path(path), value.leaf());
        draft.add(Finding.error("mt.Format", Place.of(value.path(path)), message)
                .value(value.leaf().value())
                .hint("it is one too many, or another that it stands with is missing"));
    }

    private void missing(LineRule line, String id) {
        List<String> names = line.parts().stream()
                .flatMap(part -> part instanceof Component component ? Stream.of(component.name()) : Stream.of())
                .filter(name -> !values.has(name))
                .toList();
        for (String name : names.isEmpty() ? List.of(line.name()) : names) {
            draft.add(Finding.error(id, Place.of(path.of(name)), "Component " + name + " is missing"));
        }
    }

    /** Whether all components that parts must have are there. */
    private boolean can(List<Part> parts) {
        return parts.stream().allMatch(this::can);
    }

    private boolean can(Part part) {
        if (part instanceof Part.Choice choice) {
            return choice.alternatives().stream().anyMatch(this::can);
        }
        return !(part instanceof Component component) || values.has(component.name());
    }

    private String line(LineRule line) {
        StringBuilder text = new StringBuilder();
        line.parts().forEach(part -> part(part, line, text));
        return text.toString();
    }

    private void part(Part part, LineRule line, StringBuilder text) {
        if (part instanceof Part.Literal literal) {
            text.append(literal.text());
        } else if (part instanceof Part.Maybe maybe && can(maybe.parts())) {
            maybe.parts().forEach(inside -> part(inside, line, text));
        } else if (part instanceof Part.Choice choice) {
            alternative(choice).forEach(inside -> part(inside, line, text));
        } else if (part instanceof Component component) {
            values.take(component.name()).ifPresent(value -> text.append(value(component, value, line)));
        }
    }

    private List<Part> alternative(Part.Choice choice) {
        List<List<Part>> possible =
                choice.alternatives().stream().filter(this::can).toList();
        return possible.stream().filter(this::allowed).findFirst().orElse(possible.get(0));
    }

    private boolean allowed(List<Part> parts) {
        return parts.stream()
                .allMatch(part -> !(part instanceof Component component)
                        || values.next(component.name())
                                .filter(value -> !component.allows(value.leaf().value()))
                                .isEmpty());
    }

    /** A value after its checks. Line ends within it could feign fields, so they never reach the text. */
    private String value(Component component, FieldValues.Value value, LineRule line) {
        String text = value.leaf().value();
        Place place = Place.of(value.path(path));
        draft.place(place.path(), value.leaf());
        component.flaw(text, rule.manyLines()).ifPresent(flaw -> draft.add(flaw.at(place)));
        return line.joined() ? text : text.replaceAll("[\\r\\n]", " ");
    }
}
