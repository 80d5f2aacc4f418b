package org.tongwen.mappings.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tongwen.mappings.plan.FormulaMessages;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.load.Catalogue;

/** Names of the elements of ISO messages that formulas look at: those of all versions where the formula names none. */
final class MessageNames {

    private final Catalogue catalogue;
    private final Set<String> translated;
    private final Map<String, Set<String>> known = new HashMap<>();

    /**
     * Names of the messages in a catalogue.
     *
     * @param translated the messages that a mapping translates: document and header
     */
    MessageNames(Catalogue catalogue, Set<String> translated) {
        this.catalogue = catalogue;
        this.translated = translated;
    }

    /** Names of elements that these messages have somewhere. */
    Set<String> of(FormulaMessages messages) {
        Set<String> names = new HashSet<>();
        messages.recalled().forEach(name -> names.addAll(ofVersions(name)));
        if (messages.translated()) {
            translated.forEach(id -> names.addAll(ofVersions(id)));
        }
        return names;
    }

    private Set<String> ofVersions(String message) {
        return known.computeIfAbsent(message, name -> {
            Set<String> names = new HashSet<>();
            Set<Type> seen = new HashSet<>();
            catalogue.ids().stream()
                    .filter(id -> id.equals(name) || id.startsWith(name + "."))
                    .flatMap(id -> catalogue.find(id).stream())
                    .forEach(definition -> collect(definition.root(), names, seen));
            // The header of a stored message is seen with it.
            names.add("AppHdr");
            return names;
        });
    }

    private static void collect(ElementDeclaration element, Set<String> names, Set<Type> seen) {
        names.add(element.name());
        if (element.type() instanceof ComplexType type && seen.add(type)) {
            type.elements().forEach(child -> collect(child, names, seen));
        }
    }
}
