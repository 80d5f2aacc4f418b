package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Writes the values of one field as lines, and says which values it cannot write. */
final class FieldWriter {

    private static final String LINE_END = "\r\n";

    private final FieldRule rule;
    private final FieldValues values;
    private final FieldPath path;
    private final Draft draft;
    private final StringBuilder text;

    FieldWriter(FieldRule rule, FieldValues values, FieldPath path, Draft draft) {
        this.rule = rule;
        this.values = values;
        this.path = path;
        this.draft = draft;
        this.text = draft.text();
    }

    /** Writes the lines of a field, all of whose values must find their place. */
    void write() {
        int before = draft.size();
        lines("mt.Format");
        if (draft.size() == before && !values.isEmpty()) {
            values.rest(name -> true).forEach(this::noRoom);
        }
    }

    /** Writes the lines of a field; values may be left for other fields. */
    void lines(String missing) {
        int start = text.length();
        for (int i = 0; i < rule.lines().size(); i++) {
            LineRule line = rule.lines().get(i);
            int count = 0;
            for (; count < line.most() && can(line.parts()); count++) {
                if (text.length() > start || count > 0) {
                    text.append(LINE_END);
                }
                int lineStart = text.length();
                parts(line.parts(), line);
                if (line.over() > 0) {
                    fold(line, lineStart);
                }
            }
            if (count < line.least()) {
                missing(line, missing);
            }
        }
    }

    /** Writes a line again that is too long because its first value runs over into the next. */
    private void fold(LineRule line, int start) {
        String folded = line.folded(text.substring(start)).replace("\n", LINE_END);
        text.setLength(start);
        text.append(folded);
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
                .flatMap(part -> part instanceof Component component ? Stream.of(component) : Stream.of())
                .filter(component -> !values.has(component.slot()))
                .map(Component::name)
                .toList();
        for (String name : names.isEmpty() ? List.of(line.name()) : names) {
            draft.add(Finding.error(id, Place.of(path.of(name)), "Component " + name + " is missing"));
        }
    }

    /** Whether all components that parts must have are there. */
    private boolean can(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (!can(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean can(Part part) {
        if (part instanceof Component component) {
            return values.has(component.slot());
        }
        return !(part instanceof Part.Choice choice)
                || possible(choice) < choice.alternatives().size();
    }

    private void parts(List<Part> parts, LineRule line) {
        for (int i = 0; i < parts.size(); i++) {
            part(parts.get(i), line);
        }
    }

    private void part(Part part, LineRule line) {
        if (part instanceof Component component) {
            Tree value = values.next(component.slot());
            if (value != null) {
                value(component, value, values.take(component.slot()), line);
            }
        } else if (part instanceof Part.Literal literal) {
            text.append(literal.text());
        } else if (part instanceof Part.Choice choice) {
            parts(alternative(choice), line);
        } else if (part instanceof Part.Maybe maybe && !maybe.read() && can(maybe.parts())) {
            parts(maybe.parts(), line);
        }
    }

    /**
     * The alternative that takes the most values, so that constant text stands for none, the first of several; or else the first whose
     * components are there.
     */
    private List<Part> alternative(Part.Choice choice) {
        List<List<Part>> alternatives = choice.alternatives();
        int first = possible(choice);
        int best = -1;
        for (int i = first; i < alternatives.size(); i++) {
            boolean fits = can(alternatives.get(i)) && allowed(alternatives.get(i));
            if (fits && (best < 0 || components(alternatives.get(i)) > components(alternatives.get(best)))) {
                best = i;
            }
        }
        return alternatives.get(best < 0 ? first : best);
    }

    private static int components(List<Part> parts) {
        int components = 0;
        for (int i = 0; i < parts.size(); i++) {
            components += parts.get(i) instanceof Component ? 1 : 0;
        }
        return components;
    }

    private int possible(Part.Choice choice) {
        int at = 0;
        while (at < choice.alternatives().size() && !can(choice.alternatives().get(at))) {
            at++;
        }
        return at;
    }

    private boolean allowed(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Component component
                    && !component.values().isEmpty()) {
                Tree value = values.next(component.slot());
                if (value != null && !component.allows(value.value())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Writes a value after its checks. Line ends within it could feign fields, so they never reach the text. */
    private void value(Component component, Tree leaf, int number, LineRule line) {
        String content = leaf.value();
        if (draft.isFull() || !component.fits(content, 0, content.length())) {
            note(component, new FieldValues.Value(leaf, component.name(), number));
        }
        if (content.indexOf('\n') < 0 && content.indexOf('\r') < 0) {
            text.append(content);
        } else {
            text.append(
                    line.joined()
                            ? content.replace("\r", "").replace("\n", LINE_END)
                            : content.replaceAll("[\\r\\n]", " "));
        }
    }

    private void note(Component component, FieldValues.Value value) {
        draft.write(path, value);
        component
                .flaw(value.leaf().value(), rule.manyLines())
                .ifPresent(flaw -> draft.add(flaw.at(Place.of(value.path(path)))));
    }
}
