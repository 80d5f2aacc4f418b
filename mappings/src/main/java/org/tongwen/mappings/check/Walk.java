package org.tongwen.mappings.check;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.read.MappingFile.Choice;
import org.tongwen.mappings.read.MappingFile.Content;
import org.tongwen.mappings.read.MappingFile.Element;
import org.tongwen.mappings.read.MappingFile.Formula;
import org.tongwen.mappings.read.MappingFile.Group;
import org.tongwen.mappings.read.MappingFile.Pair;
import org.tongwen.mappings.read.MappingFile.Template;
import org.tongwen.mappings.read.MappingFile.Word;

/**
 * The walk over mapping, message and source side by side. Where a name leads nowhere it turns back without a word: compiling the mapping
 * says so.
 */
record Walk(List<Visitor> visitors) {

    void elements(List<Element> elements, Spot spot) {
        for (Element element : elements) {
            spot.into(element.name()).ifPresent(inside -> {
                visitors.forEach(visitor -> visitor.element(element, inside));
                element.contents().forEach(content -> content(content, inside));
            });
        }
    }

    private void content(Content content, Spot spot) {
        if (content instanceof Group group) {
            visitors.forEach(visitor -> visitor.group(group, spot));
            inside(group, spot).ifPresent(inner -> group(group, inner));
        } else if (content instanceof Pair pair) {
            visitors.forEach(visitor -> visitor.pair(pair, spot));
        } else if (content instanceof Formula formula) {
            visitors.forEach(visitor -> visitor.formula(formula, spot));
        } else if (content instanceof Template template) {
            visitors.forEach(visitor -> visitor.template(template, spot));
        }
    }

    private void group(Group group, Spot spot) {
        Optional<Choice> choice = group.choice();
        choice.ifPresent(known -> {
            visitors.forEach(visitor -> visitor.choice(group, known, spot));
            known.cases().values().forEach(content -> content(content, spot));
        });
        elements(group.children(), spot);
    }

    /** The place that the rules of a group start from. */
    static Optional<Spot> inside(Group group, Spot spot) {
        Optional<Spot> item = group.each().isEmpty() ? Optional.of(spot) : spot.each(text(group.each()));
        return group.at().isEmpty() ? item : item.flatMap(found -> found.at(text(group.at())));
    }

    private static String text(Optional<Word> word) {
        return word.map(Word::text).orElse("");
    }
}
