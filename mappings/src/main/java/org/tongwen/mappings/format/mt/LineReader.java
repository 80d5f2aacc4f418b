package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Divides one line of a field into its components and says what is wrong with each. */
final class LineReader {

    /** How to divide components that nothing divides: by their length, or by the characters that they allow. */
    private enum Division {
        LENGTH,
        CHARACTERS
    }

    /** A component with its text and what is wrong with it. */
    record Found(Component component, Slice text, Optional<Flaw> flaw) {}

    /** What a line holds, and flaws of the line beside those of its components. */
    record Reading(List<Found> found, List<Flaw> lineFlaws) {

        List<Flaw> flaws() {
            return Stream.concat(found.stream().flatMap(value -> value.flaw().stream()), lineFlaws.stream())
                    .toList();
        }

        private int firstFlaw() {
            return flaws().stream().mapToInt(Flaw::offset).min().orElse(Integer.MAX_VALUE);
        }
    }

    private final Slice line;
    private final boolean isLine;
    private final Division division;
    private final List<Found> found = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private int at;

    private LineReader(Slice line, boolean isLine, Division division, int at) {
        this.line = line;
        this.isLine = isLine;
        this.division = division;
        this.at = at;
    }

    /**
     * Reads a line. Where a component is too short or too long, everything behind it may seem wrong; of both divisions the one with
     * fewer flaws is therefore taken.
     */
    static Reading read(List<Part> parts, Slice line, boolean isLine) {
        Reading byLength = new LineReader(line, isLine, Division.LENGTH, 0).all(parts);
        if (byLength.flaws().isEmpty()) {
            return byLength;
        }
        Reading byCharacters = new LineReader(line, isLine, Division.CHARACTERS, 0).all(parts);
        return byCharacters.flaws().size() <= byLength.flaws().size() ? byCharacters : byLength;
    }

    private Reading all(List<Part> parts) {
        if (parts(parts, List.of()) && at < line.text().length()) {
            flaws.add(new Flaw("mt.Format", at, "Nothing more is expected here", rest(), Part.shown(parts)));
        }
        return new Reading(found, flaws);
    }

    private String rest() {
        return line.text().substring(at);
    }

    /** Reads parts one behind the other; false when the line cannot be followed further. */
    private boolean parts(List<Part> parts, List<Part> behind) {
        for (int i = 0; i < parts.size(); i++) {
            List<Part> next = parts.subList(i + 1, parts.size());
            if (!part(parts.get(i), next.isEmpty() ? behind : next)) {
                return false;
            }
        }
        return true;
    }

    private boolean part(Part part, List<Part> next) {
        if (part instanceof Part.Literal literal) {
            return literal(literal);
        }
        if (part instanceof Part.Maybe maybe) {
            return rest().isEmpty() || !maybe.mayBegin(rest()) || parts(maybe.parts(), next);
        }
        if (part instanceof Part.Choice choice) {
            return choice(choice);
        }
        return component((Component) part, next);
    }

    private boolean literal(Part.Literal literal) {
        if (!rest().startsWith(literal.text())) {
            flaws.add(new Flaw("mt.Format", at, "Here " + literal.text() + " is expected", rest(), ""));
            return false;
        }
        at += literal.text().length();
        return true;
    }

    private boolean component(Component component, List<Part> next) {
        int end = end(component, next);
        String text = line.text().substring(at, end);
        Optional<Flaw> flaw = component.flaw(text, isLine).map(inside -> inside.shifted(at));
        found.add(new Found(component, line.part(at, end), flaw));
        at = end;
        return !text.isEmpty() || component.notation().matches("");
    }

    private int end(Component component, List<Part> next) {
        int length = line.text().length();
        if (next.isEmpty()) {
            return length;
        }
        Part following = next.get(0) instanceof Part.Maybe maybe ? maybe.parts().get(0) : next.get(0);
        if (following instanceof Part.Literal literal) {
            int divider = line.text().indexOf(literal.text(), at);
            return divider < 0 ? length : divider;
        }
        return at + component.prefix(rest()).orElseGet(() -> undivided(component.notation()));
    }

    private int undivided(Notation notation) {
        int most = Math.min(notation.longest(), rest().length());
        boolean byLength = division == Division.LENGTH && notation.fixed();
        return byLength
                ? most
                : notation.set().map(set -> set.run(rest(), 0, most)).orElse(most);
    }

    /** Takes the first alternative without flaw, or else the one that goes well the farthest. */
    private boolean choice(Part.Choice choice) {
        List<Reading> readings =
                choice.alternatives().stream().map(this::alternative).toList();
        int farthest = readings.stream().mapToInt(Reading::firstFlaw).max().orElse(0);
        List<Reading> best = readings.stream()
                .filter(reading -> reading.firstFlaw() == farthest)
                .toList();
        if (farthest == Integer.MAX_VALUE || best.size() == 1) {
            found.addAll(best.get(0).found());
            flaws.addAll(best.get(0).lineFlaws());
        } else {
            flaws.add(noForm(choice, farthest));
        }
        at = line.text().length();
        return true;
    }

    private Reading alternative(List<Part> parts) {
        return new LineReader(line, isLine, division, at).all(parts);
    }

    private Flaw noForm(Part.Choice choice, int offset) {
        String forms = Part.shown(List.of(choice));
        return new Flaw("mt.Format", offset, "This line has none of the forms allowed", line.text(), forms);
    }
}
