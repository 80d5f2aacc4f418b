package org.tongwen.xsd.outline;

import java.util.ArrayList;
import java.util.List;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.finding.VisibleText;

/** Writes an outline in four columns: the tree, occurrence, type, and what a value may be. Alternatives of a choice have a bar before them. */
public final class OutlineText {

    private static final int WIDTH = 120;
    private static final int LEAST_FOR_WORDS = 52;

    private record Row(String tree, String occurrence, String type, String words) {}

    private final List<Row> rows = new ArrayList<>();

    private OutlineText() {}

    /** The outline in lines, each ended by a line feed. */
    public static String of(Outline outline) {
        OutlineText text = new OutlineText();
        text.add(outline, "");
        return text.layout();
    }

    /** An occurrence as people write it, such as {@code [0..1]} or {@code [1..*]}. */
    public static String occurrence(int min, int max) {
        return "[" + min + ".." + (max == Particle.UNBOUNDED ? "*" : max) + "]";
    }

    private void add(Outline outline, String indent) {
        rows.add(new Row(
                indent + VisibleText.of(shown(outline)),
                occurrence(outline.min(), outline.max()),
                VisibleText.of(outline.type().map(Type::name).orElse("")),
                VisibleText.of(words(outline))));
        for (Outline part : outline.parts()) {
            boolean bar = outline.choice() && part.kind() != Outline.Kind.ATTRIBUTE;
            add(part, indent + (bar ? "| " : "  "));
        }
    }

    private static String shown(Outline outline) {
        return switch (outline.kind()) {
            case ELEMENT -> outline.name();
            case ATTRIBUTE -> "@" + outline.name();
            case SEQUENCE -> "(in this order)";
            case CHOICE -> "(one of)";
            case ANY, ANY_CHECKED -> "(any element)";
        };
    }

    private static String words(Outline outline) {
        return switch (outline.kind()) {
            case ELEMENT, ATTRIBUTE -> outline.value().map(ValueFacts::words).orElseGet(() -> structure(outline));
            case SEQUENCE, CHOICE -> "";
            case ANY -> namespace(outline) + "; its content is not checked";
            case ANY_CHECKED -> namespace(outline) + "; checked if its definition is known";
        };
    }

    private static String structure(Outline outline) {
        int left = outline.left().elements();
        if (outline.left().recursive()) {
            return "as further up: it holds itself";
        }
        if (left == 0) {
            return outline.choice() ? "choose one" : "";
        }
        return outline.choice() ? "choose one of " + left + " …" : left + (left == 1 ? " element …" : " elements …");
    }

    private static String namespace(Outline outline) {
        return switch (outline.name()) {
            case "##any" -> "of any namespace";
            case "##other" -> "of another namespace";
            default -> "of namespace " + outline.name();
        };
    }

    private String layout() {
        int tree = rows.stream().mapToInt(row -> row.tree().length()).max().orElse(0);
        int occurrence =
                rows.stream().mapToInt(row -> row.occurrence().length()).max().orElse(0);
        int type = rows.stream().mapToInt(row -> row.type().length()).max().orElse(0);
        int words = Math.min(tree + occurrence + type + 6, WIDTH - LEAST_FOR_WORDS);
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            String head = padded(row.tree(), tree) + padded(row.occurrence(), occurrence) + row.type();
            append(head, row.words(), words, text);
        }
        return text.toString();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length() + 2);
    }

    /** The words stand in their column, in as many lines as they need; below the head where that is too long. */
    private static void append(String head, String words, int column, StringBuilder text) {
        List<String> lines = Lines.wrapped(words, Math.max(WIDTH - column, LEAST_FOR_WORDS));
        boolean fits = head.length() + 2 <= column;
        String first = fits ? head + " ".repeat(column - head.length()) : head;
        boolean below = !fits && !words.isEmpty();
        if (below) {
            text.append(head).append('\n');
        }
        for (int i = 0; i < lines.size(); i++) {
            // A pattern too long for its column starts further to the left.
            int indent = Math.max(2, Math.min(column, WIDTH - lines.get(i).length()));
            String before = i == 0 && !below ? first : " ".repeat(indent);
            text.append((before + lines.get(i)).stripTrailing()).append('\n');
        }
    }
}
