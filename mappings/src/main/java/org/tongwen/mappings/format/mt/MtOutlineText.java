package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;
import org.tongwen.xsd.finding.VisibleText;

/**
 * Writes an outline for people: a line for each value, its name on the left, groups indented. Lines have at most 100 columns, longer
 * values go on below.
 */
public final class MtOutlineText {

    private static final int WIDTH = 100;
    private static final int WIDEST_NAME = 40;
    private static final int TAG = 5;
    private static final String GAP = "  ";

    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, String value) {}

    private MtOutlineText() {}

    /** The outline as lines. */
    public static String of(MtOutline outline) {
        MtOutlineText text = new MtOutlineText();
        for (MtOutline.Block block : outline.blocks()) {
            text.rows.add(new Row("", ""));
            text.rows.add(new Row("Block " + block.number() + GAP + block.name(), ""));
            text.items(block.items(), GAP);
        }
        String title = outline.type().isEmpty() ? "A message of unknown type" : "MT" + outline.type();
        return VisibleText.of((title + GAP + outline.name()).stripTrailing()) + "\n" + text.lines();
    }

    private void items(List<MtOutline.Item> items, String indent) {
        for (MtOutline.Item item : items) {
            if (item instanceof MtOutline.Group group) {
                rows.add(new Row(indent + group.name(), ""));
                items(group.fields(), indent + GAP);
            } else if (item instanceof MtOutline.Field field) {
                field(field, indent);
            } else if (item instanceof MtOutline.Part part) {
                rows.add(new Row(indent + part.name(), value(part)));
            }
        }
    }

    private void field(MtOutline.Field field, String indent) {
        String name =
                indent + field.tag() + " ".repeat(Math.max(1, TAG - field.tag().length())) + field.name();
        boolean nameless = !field.parts().isEmpty() && isNameless(field.parts().get(0));
        rows.add(new Row(name, nameless ? value(field.parts().get(0)) : ""));
        String before = "";
        for (MtOutline.Part part :
                field.parts().subList(nameless ? 1 : 0, field.parts().size())) {
            String own = part.path().isEmpty() ? "(not understood)" : part.name();
            rows.add(new Row(indent + " ".repeat(TAG) + GAP + (own.equals(before) ? "" : own), value(part)));
            before = own;
        }
    }

    private static boolean isNameless(MtOutline.Part part) {
        return part.name().isEmpty() && !part.path().isEmpty();
    }

    private static String value(MtOutline.Part part) {
        return part.value() + (part.meaning().isEmpty() ? "" : " (" + part.meaning() + ")");
    }

    private String lines() {
        int column = rows.stream()
                        .filter(row -> !row.value().isEmpty())
                        .mapToInt(row -> Math.min(VisibleText.width(row.name()), WIDEST_NAME))
                        .max()
                        .orElse(0)
                + GAP.length();
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, column)));
        return text.toString();
    }

    private static String line(Row row, int column) {
        String name = VisibleText.of(row.name());
        String filled = name + " ".repeat(Math.max(GAP.length(), column - VisibleText.width(name)));
        StringBuilder text = new StringBuilder();
        String start = filled;
        for (String value : row.value().split("\n", -1)) {
            for (String piece : pieces(VisibleText.of(value), WIDTH - column)) {
                text.append((start + piece).stripTrailing()).append('\n');
                start = " ".repeat(column);
            }
        }
        return text.toString();
    }

    private static List<String> pieces(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        do {
            int end = at + Math.min(longest, text.length() - at);
            pieces.add(text.substring(at, end));
            at = end;
        } while (at < text.length());
        return pieces;
    }
}
