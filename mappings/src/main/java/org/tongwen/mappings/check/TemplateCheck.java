package org.tongwen.mappings.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.xsd.definition.SimpleType;

/** Looks at templates: whether what they join can be split again, fits, and can be a code of the element. */
final class TemplateCheck implements Visitor {

    private final Report report;

    TemplateCheck(Report report) {
        this.report = report;
    }

    @Override
    public void template(MappingFile.Template template, Spot spot) {
        List<Optional<SourceField>> fields =
                template.paths().stream().map(spot::field).toList();
        if (fields.isEmpty() || fields.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        List<SourceField> known = fields.stream().flatMap(Optional::stream).toList();
        separators(template, known, spot);
        spot.valueType().ifPresent(type -> {
            length(template, known, type, spot);
            codes(template, type, spot);
        });
    }

    /** The text between two parts divides them only when neither can hold it: the way back looks at the texts alone. */
    private void separators(MappingFile.Template template, List<SourceField> fields, Spot spot) {
        for (int i = 1; i < fields.size(); i++) {
            String separator = template.literals().get(i);
            boolean doubtful = !separator.isEmpty()
                    && (Texts.mayHold(fields.get(i - 1), separator) || Texts.mayHold(fields.get(i), separator));
            if (doubtful) {
                report.add(
                        MappingFinding.NOT_INVERTIBLE
                                .warning(
                                        template.place(),
                                        "the way back cannot always split this: \"" + example(separator)
                                                + "\" could be " + "\"a\" and \"b" + separator + "c\", or \"a"
                                                + separator + "b\" and \"c\"")
                                .hint("such a text goes to " + template.paths().get(0)
                                        + " whole, with a warning; a pattern in the source schema can rule it out"),
                        spot.isoPath());
                return;
            }
        }
    }

    private static String example(String separator) {
        return "a" + separator + "b" + separator + "c";
    }

    private void length(MappingFile.Template template, List<SourceField> fields, SimpleType type, Spot spot) {
        Optional<Integer> allowed = type.maxLength();
        boolean known = fields.stream().allMatch(field -> field.maxLength().isPresent());
        if (allowed.isEmpty() || !known) {
            return;
        }
        long longest =
                fields.stream().mapToLong(field -> field.maxLength().getAsInt()).sum()
                        + template.literals().stream()
                                .mapToLong(TemplateCheck::characters)
                                .sum();
        if (longest > allowed.get()) {
            report.add(
                    MappingFinding.OVERFLOW_POLICY
                            .warning(
                                    template.place(),
                                    "the parts may have " + longest + " characters together, but " + type.name()
                                            + " of " + spot.element().name() + " allows " + allowed.get())
                            .hint("a longer text is refused"),
                    spot.isoPath());
        }
    }

    private static long characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private void codes(MappingFile.Template template, SimpleType type, Spot spot) {
        Pattern shape = Pattern.compile(
                template.literals().stream().map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
        boolean never = !type.values().isEmpty()
                && type.values().stream().noneMatch(code -> shape.matcher(code).matches());
        if (never) {
            report.add(MappingFinding.NOT_IN_CODE_SET.at(
                    template.place(),
                    "no code of " + spot.element().name() + " looks like this: it must be one of "
                            + String.join(", ", type.values())));
        }
    }
}
