package org.tongwen.xsd.diff;

import java.util.List;
import org.tongwen.xsd.finding.VisibleText;
import org.tongwen.xsd.outline.Lines;

/** Writes a difference for people: each type that changed with its place, then one line a change, and a summary. */
public final class DifferenceText {

    private static final int WIDTH = 108;
    private static final int EFFECT = 10;

    private final StringBuilder text = new StringBuilder();

    private DifferenceText() {}

    /** The report, in lines each ended by a line feed. */
    public static String of(Difference difference) {
        DifferenceText report = new DifferenceText();
        difference.types().forEach(report::type);
        report.summary(difference);
        return report.text.toString();
    }

    private void type(TypeChange type) {
        text.append(VisibleText.of(type.paths().get(0))).append('\n');
        String names = type.before().equals(type.after()) ? type.before() : type.before() + " → " + type.after();
        long others = type.places() - 1;
        String places = others <= 0 ? "" : ", also at " + others + (others == 1 ? " other place" : " other places");
        text.append("    ").append(VisibleText.of(names)).append(places).append('\n');
        type.changes().forEach(this::change);
        text.append('\n');
    }

    private void change(Change change) {
        List<String> lines = Lines.wrapped(VisibleText.of(sign(change) + " " + words(change)), WIDTH - EFFECT);
        for (int i = 0; i < lines.size(); i++) {
            String effect = i == 0 ? change.effect().word() : "";
            text.append(("  " + effect + " ".repeat(EFFECT - effect.length()) + (i == 0 ? "" : "  ") + lines.get(i))
                    .stripTrailing());
            text.append('\n');
        }
    }

    private static String sign(Change change) {
        return switch (change.kind()) {
            case ADDED -> "+";
            case REMOVED -> "-";
            default -> "~";
        };
    }

    private static String words(Change change) {
        String name = change.name();
        return switch (change.kind()) {
            case ADDED -> name + " " + change.after();
            case REMOVED -> name + " " + change.before();
            case MOVED -> name + " moved " + change.after();
            case RENAMED -> name + " is now called " + change.after();
            case MANDATORY, OPTIONAL, OCCURRENCE -> name + " " + change.before() + " → " + change.after();
            case STRUCTURE, VALUE ->
                change.before().isEmpty() || change.after().isEmpty()
                        ? name + ": " + change.before() + change.after()
                        : name + ": " + change.before() + " → " + change.after();
        };
    }

    private void summary(Difference difference) {
        String before = VisibleText.of(difference.before().id());
        String after = VisibleText.of(difference.after().id());
        text.append(before.equals(after) ? before : before + " → " + after)
                .append(": ")
                .append(difference.summary())
                .append('\n');
        if (difference.types().isEmpty()) {
            return;
        }
        boolean same = before.equals(after);
        text.append("  What was valid ")
                .append(same ? "by the first definition" : "as " + before)
                .append(difference.effect().refusesOld() ? " may be invalid now" : " stays valid")
                .append(".\n");
        text.append("  What is valid ")
                .append(same ? "by the second definition" : "as " + after)
                .append(difference.effect().admitsNew() ? " may not have been valid before" : " was valid before")
                .append(".\n");
    }
}
