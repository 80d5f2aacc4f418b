package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;

/**
 * Lays the text block open: its lines in their order, each with what was read from it. A line that nothing was read from, and the end of
 * one where something is wrong, stand as they are.
 */
final class MtTextOutline {

    private final FieldNames names;
    private final MtOutlineTree items;
    private final Map<Integer, List<TextPath>> values = new HashMap<>();
    private final Set<Integer> faulty = new HashSet<>();

    MtTextOutline(FieldNames names, Tree message, List<Finding> findings) {
        this.names = names;
        this.items = new MtOutlineTree(names);
        message.leaves().map(TextPath::of).filter(TextPath::isOfText).forEach(this::add);
        findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> faulty.add(finding.place().line()));
    }

    private void add(TextPath value) {
        values.computeIfAbsent(value.line(), line -> new ArrayList<>()).add(value);
    }

    List<MtOutline.Item> items(List<RawField> fields) {
        fields.forEach(this::field);
        return items.items();
    }

    private void field(RawField field) {
        List<TextPath> found = new ArrayList<>();
        List<MtOutline.Part> parts = new ArrayList<>();
        int covered = 0;
        for (RawField.Line line : field.lines()) {
            List<TextPath> here = values.getOrDefault(line.number(), List.of());
            here.forEach(value -> parts.add(part(field.tag(), value)));
            found.addAll(here);
            if (line.number() > covered) {
                left(field, line, here).filter(text -> !text.isBlank()).ifPresent(text -> parts.add(unread(text)));
            }
            covered = here.stream().mapToInt(TextPath::lastLine).reduce(covered, Math::max);
        }
        List<String> groups = found.isEmpty() ? items.groups() : found.get(0).groups();
        String group = groups.isEmpty() ? "" : groups.get(groups.size() - 1).replaceFirst("\\[.*", "");
        items.add(groups, new MtOutline.Field(field.tag(), names.field(group, field.tag()), field.line(), parts));
    }

    private boolean isRead(RawField.Line line) {
        return values.containsKey(line.number());
    }

    private MtOutline.Part part(String tag, TextPath value) {
        String component = value.component();
        String name = component.isEmpty() ? "" : names.component(tag, component);
        return new MtOutline.Part(value.path(), name, value.text(), names.meaning(tag, component, value.text()));
    }

    private static MtOutline.Part unread(String text) {
        return new MtOutline.Part("", "", text, "");
    }

    /** What of a line was not read: all of it, or what stands behind the last value where something is wrong. */
    private Optional<String> left(RawField field, RawField.Line line, List<TextPath> values) {
        if (values.isEmpty()) {
            boolean unread =
                    faulty.contains(line.number()) || field.lines().stream().noneMatch(this::isRead);
            return unread ? Optional.of(line.text()) : Optional.empty();
        }
        int end = values.stream().mapToInt(TextPath::end).max().orElseThrow() - line.column();
        boolean more =
                faulty.contains(line.number()) && end >= 0 && end < line.text().length();
        return more ? Optional.of(line.text().substring(end)) : Optional.empty();
    }
}
