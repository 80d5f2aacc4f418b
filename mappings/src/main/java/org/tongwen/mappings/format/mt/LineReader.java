package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Divides one line of a field into its components. A sound line is only divided; of another one it is said what is wrong with each
 * component.
 */
final class LineReader {

    /** What the reader does at a mistake, and how it divides components that nothing divides. */
    private enum Mode {
        /** Stops at the first mistake. */
        SOUND,
        /** Notes mistakes; a component of fixed length has that length. */
        BY_LENGTH,
        /** Notes mistakes; a component ends where a character does not belong to it. */
        BY_CHARACTERS
    }

    private final String text;
    private final boolean isLine;
    private final Mode mode;
    private final List<Flaw> lineFlaws = new ArrayList<>(0);
    private final List<Optional<Flaw>> componentFlaws = new ArrayList<>(0);
    private Component[] components = new Component[8];
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int size;
    private int lineStart;
    private int lineEnd;
    private int at;

    private LineReader(String text, boolean isLine, Mode mode) {
        this.text = text;
        this.isLine = isLine;
        this.mode = mode;
    }

    /** A reader of sound lines of a text. */
    static LineReader of(String text) {
        return new LineReader(text, false, Mode.SOUND);
    }

    /** Reads the line that stands from one offset to before another; false when something is wrong with it. */
    boolean reads(List<Part> parts, int start, int end) {
        begin(start, end, start);
        return parts(parts, null) && at == lineEnd;
    }

    /**
     * Reads a line with its flaws. Where a component is too short or too long, everything behind it may seem wrong; of both divisions
     * the one with fewer flaws is therefore taken.
     */
    static LineReader explaining(List<Part> parts, String text, int start, int end, boolean isLine) {
        LineReader byLength = new LineReader(text, isLine, Mode.BY_LENGTH);
        byLength.begin(start, end, start);
        byLength.all(parts);
        LineReader byCharacters = new LineReader(text, isLine, Mode.BY_CHARACTERS);
        byCharacters.begin(start, end, start);
        byCharacters.all(parts);
        return byCharacters.flaws().size() <= byLength.flaws().size() ? byCharacters : byLength;
    }

    /** How many components were found. */
    int size() {
        return size;
    }

    Component component(int number) {
        return components[number];
    }

    int start(int number) {
        return starts[number];
    }

    int end(int number) {
        return ends[number];
    }

    /** What is wrong with a component, at an offset in the text. */
    Optional<Flaw> flaw(int number) {
        return number < componentFlaws.size() ? componentFlaws.get(number) : Optional.empty();
    }

    /** What is wrong beside components. */
    List<Flaw> lineFlaws() {
        return lineFlaws;
    }

    private List<Flaw> flaws() {
        return Stream.concat(componentFlaws.stream().flatMap(Optional::stream), lineFlaws.stream())
                .toList();
    }

    private int firstFlaw() {
        return flaws().stream().mapToInt(Flaw::offset).min().orElse(Integer.MAX_VALUE);
    }

    private void begin(int start, int end, int from) {
        lineStart = start;
        lineEnd = end;
        at = from;
        size = 0;
    }

    private LineReader all(List<Part> parts) {
        if (parts(parts, null) && at < lineEnd) {
            wrong("Nothing more is expected here", rest(), Part.shown(parts));
        }
        return this;
    }

    private String rest() {
        return text.substring(at, lineEnd);
    }

    /** Notes a mistake of the line; false, for the line cannot be followed further. */
    private boolean wrong(String message, String value, String hint) {
        lineFlaws.add(new Flaw("mt.Format", at, message, value, hint));
        return false;
    }

    /** Reads parts one behind the other; false when the line cannot be followed further. */
    private boolean parts(List<Part> parts, @Nullable Part behind) {
        int last = parts.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (!part(parts.get(i), i < last ? parts.get(i + 1) : behind)) {
                return false;
            }
        }
        return true;
    }

    private boolean part(Part part, @Nullable Part next) {
        if (part instanceof Component component) {
            return component(component, next);
        }
        if (part instanceof Part.Literal literal) {
            return literal(literal.text());
        }
        if (part instanceof Part.Maybe maybe) {
            return at == lineEnd || !maybe.mayBegin(text, at, lineEnd) || parts(maybe.parts(), next);
        }
        Part.Choice choice = (Part.Choice) part;
        return mode == Mode.SOUND ? soundChoice(choice) : choice(choice);
    }

    private boolean literal(String literal) {
        if (at + literal.length() > lineEnd || !text.startsWith(literal, at)) {
            return mode != Mode.SOUND && wrong("Here " + literal + " is expected", rest(), "");
        }
        at += literal.length();
        return true;
    }

    private boolean component(Component component, @Nullable Part next) {
        int end = end(component, next);
        boolean fits = component.fits(text, at, end);
        if (mode == Mode.SOUND) {
            if (!fits) {
                return false;
            }
        } else {
            componentFlaws.add(component.flaw(text.substring(at, end), isLine).map(inside -> inside.shifted(at)));
        }
        add(component, at, end);
        boolean empty = at == end;
        at = end;
        return !empty || component.notation().matches("");
    }

    private void add(Component component, int start, int end) {
        if (size == components.length) {
            components = Arrays.copyOf(components, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        components[size] = component;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    private int end(Component component, @Nullable Part next) {
        if (next == null) {
            return lineEnd;
        }
        Part following = next instanceof Part.Maybe maybe ? maybe.parts().get(0) : next;
        if (following instanceof Part.Literal literal) {
            return divider(literal.text());
        }
        int prefix = component.prefix(text, at);
        return at + (prefix >= 0 ? prefix : undivided(component.notation()));
    }

    private int divider(String divider) {
        int last = lineEnd - divider.length();
        for (int i = at; i <= last; i++) {
            if (text.startsWith(divider, i)) {
                return i;
            }
        }
        return lineEnd;
    }

    private int undivided(Notation notation) {
        int most = Math.min(notation.longest(), lineEnd - at);
        if (mode != Mode.BY_CHARACTERS && notation.fixed() || notation.set().isEmpty()) {
            return most;
        }
        return notation.set().get().run(text, at, at + most);
    }

    private boolean soundChoice(Part.Choice choice) {
        int from = at;
        int before = size;
        for (int i = 0; i < choice.alternatives().size(); i++) {
            if (parts(choice.alternatives().get(i), null) && at == lineEnd) {
                return true;
            }
            at = from;
            size = before;
        }
        return false;
    }

    /** Takes the first alternative without flaw, or else the one that goes well the farthest. */
    private boolean choice(Part.Choice choice) {
        List<LineReader> readings =
                choice.alternatives().stream().map(this::alternative).toList();
        int farthest = readings.stream().mapToInt(LineReader::firstFlaw).max().orElse(0);
        List<LineReader> best = readings.stream()
                .filter(reading -> reading.firstFlaw() == farthest)
                .toList();
        if (farthest == Integer.MAX_VALUE || best.size() == 1) {
            take(best.get(0));
        } else {
            String forms = Part.shown(List.of(choice));
            String line = text.substring(lineStart, lineEnd);
            lineFlaws.add(new Flaw("mt.Format", farthest, "This line has none of the forms allowed", line, forms));
        }
        at = lineEnd;
        return true;
    }

    private LineReader alternative(List<Part> parts) {
        LineReader reading = new LineReader(text, isLine, mode);
        reading.begin(lineStart, lineEnd, at);
        return reading.all(parts);
    }

    private void take(LineReader reading) {
        for (int i = 0; i < reading.size; i++) {
            add(reading.components[i], reading.starts[i], reading.ends[i]);
        }
        componentFlaws.addAll(reading.componentFlaws);
        lineFlaws.addAll(reading.lineFlaws);
    }
}
