package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Element;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Checks a group of a mapping against the type of its element: what must be there, what excludes each other, what may not repeat. */
record StructureCheck(List<Finding> findings) {

    void check(List<Element> elements, Place place, Scope scope) {
        if (!(scope.element().type() instanceof ComplexType type)) {
            return;
        }
        Set<String> written = elements.stream().map(Element::name).collect(Collectors.toSet());
        type.content().ifPresent(particle -> check(particle, written, place, scope));
        for (Element element : elements) {
            scope.child(element.name()).ifPresent(declaration -> repeats(element, declaration, scope));
        }
    }

    private void check(Particle particle, Set<String> written, Place place, Scope scope) {
        if (particle instanceof Particle.Element element) {
            if (element.min() > 0 && !written.contains(element.declaration().name())) {
                missing(element.declaration(), place, scope);
            }
        } else if (particle instanceof Particle.Sequence sequence) {
            if (sequence.min() > 0 || names(sequence).stream().anyMatch(written::contains)) {
                sequence.parts().forEach(part -> check(part, written, place, scope));
            }
        } else if (particle instanceof Particle.Choice choice) {
            choice(choice, written, place, scope);
        }
    }

    private void choice(Particle.Choice choice, Set<String> written, Place place, Scope scope) {
        List<Particle> taken = choice.parts().stream()
                .filter(part -> names(part).stream().anyMatch(written::contains))
                .toList();
        String names = String.join(", ", names(choice));
        if (taken.isEmpty() && choice.min() > 0 && choice.parts().stream().allMatch(part -> part.min() > 0)) {
            findings.add(Finding.error("mapping.MissingMandatory", place, scope.isoPath() + " needs one of " + names));
        } else if (taken.size() > 1 && choice.max() == 1) {
            String both = taken.stream()
                    .flatMap(part -> names(part).stream())
                    .filter(written::contains)
                    .collect(Collectors.joining(", "));
            findings.add(Finding.error(
                    "mapping.ChoiceConflict", place, scope.isoPath() + " is a choice, but the mapping writes " + both));
        }
        taken.forEach(part -> check(part, written, place, scope));
    }

    private void missing(ElementDeclaration element, Place place, Scope scope) {
        findings.add(Finding.error(
                "mapping.MissingMandatory",
                place,
                scope.isoPath() + "/" + element.name() + " is mandatory ("
                        + element.type().name() + ") and has no rule"));
    }

    private static List<String> names(Particle particle) {
        if (particle instanceof Particle.Element element) {
            return List.of(element.declaration().name());
        }
        List<Particle> parts = particle instanceof Particle.Sequence sequence
                ? sequence.parts()
                : particle instanceof Particle.Choice choice ? choice.parts() : List.of();
        return parts.stream().flatMap(part -> names(part).stream()).toList();
    }

    private void repeats(Element element, ElementDeclaration declaration, Scope scope) {
        boolean each = element.contents().stream()
                .anyMatch(content -> content instanceof MappingFile.Group group && isPresent(group.each()));
        if (!declaration.repeats() && (each || element.contents().size() > 1)) {
            findings.add(Finding.error(
                    "mapping.TooManyRepeats",
                    element.place(),
                    scope.isoPath() + "/" + element.name()
                            + " may occur only once, but the mapping writes it several times"));
        }
    }

    private static boolean isPresent(Optional<?> value) {
        return value.isPresent();
    }
}
