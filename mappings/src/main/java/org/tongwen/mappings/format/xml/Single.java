package org.tongwen.mappings.format.xml;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * The option {@code one} of formats with a definition: paths of elements, divided by blanks, that may repeat but of which the institution
 * sends one. They are objects then and not lists, and a document with a second one is refused.
 */
public final class Single {

    /** The option's name. */
    public static final String OPTION = "one";

    private Single() {}

    /**
     * The elements that the option names.
     *
     * @param findings takes paths that name no element, or one that does not repeat
     */
    public static Set<ElementDeclaration> of(
            Map<String, String> options, MessageDefinition definition, List<Finding> findings) {
        Set<ElementDeclaration> single = new HashSet<>();
        String paths = options.getOrDefault(OPTION, "").strip();
        for (String path : paths.isEmpty() ? new String[0] : paths.split("\\s+")) {
            Optional<ElementDeclaration> element = definition.find(path.replace('.', '/'));
            if (element.filter(ElementDeclaration::repeats).isEmpty()) {
                findings.add(Finding.error(
                                "mapping.UnknownOption",
                                Place.NOWHERE,
                                definition.id() + " has no such element that may repeat")
                        .value(path));
            }
            element.ifPresent(single::add);
        }
        return single;
    }
}
