package org.tongwen.mappings.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Split;
import org.tongwen.mappings.read.MappingFile.Template;
import org.tongwen.mappings.tree.SourceField;

/** Looks at values that are split into several elements: whether the longest of them can fit at all. How a text falls apart is not known before. */
record SplitCheck(Report report) implements Visitor {

    @Override
    public void group(MappingFile.Group group, Spot spot) {
        if (group.shape() instanceof Split split) {
            Optional<SourceField> field = Walk.inside(group, spot)
                    .flatMap(inside -> inside.field(split.path().text()));
            field.filter(known -> known.maxLength().isPresent()).ifPresent(known -> length(split, known, spot));
        }
    }

    private void length(Split split, SourceField field, Spot spot) {
        List<Integer> rooms = new ArrayList<>();
        for (String name : split.names()) {
            spot.into(name)
                    .flatMap(Spot::valueType)
                    .flatMap(type -> type.maxLength())
                    .ifPresent(rooms::add);
        }
        Template pattern = new Template(split.as().text(), split.as().place());
        long room = rooms.stream().mapToLong(Integer::longValue).sum()
                + pattern.literals().stream().mapToLong(String::length).sum();
        int longest = field.maxLength().getAsInt();
        if (rooms.size() == split.names().size() && longest > room) {
            report.add(
                    MappingFinding.OVERFLOW_POLICY
                            .warning(
                                    split.as().place(),
                                    split.path().text() + " may have " + longest + " characters, but there is room for "
                                            + room + " in " + String.join(", ", split.names()))
                            .hint("a longer text is refused"),
                    spot.isoPath());
        }
    }
}
