package org.tongwen.mappings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.sheet.Row;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.outline.Demand;
import org.tongwen.xsd.outline.TypeText;
import org.tongwen.xsd.outline.ValueFacts;

/** What another version of the message means for a mapping: of each element that either writes, what its type and its parents demand. */
record DefinitionChanges(
        AuthoredMapping before, AuthoredMapping after, Map<String, List<Row>> one, Map<String, List<Row>> other) {

    private static final String DOCUMENT = "Document/";

    List<MappingChange> changes() {
        MessageDefinition was = before.plan().definition();
        MessageDefinition is = after.plan().definition();
        if (was.id().equals(is.id())) {
            return List.of();
        }
        List<MappingChange> changes = new ArrayList<>();
        TreeSet<String> groups = new TreeSet<>();
        for (String path : paths()) {
            String below = path.substring(DOCUMENT.length());
            Optional<ElementDeclaration> then = was.find(below);
            Optional<ElementDeclaration> now = is.find(below);
            if (then.isPresent() && now.isPresent()) {
                compare(path, facts(was, below, then.get()), facts(is, below, now.get()), changes);
            } else if (then.isPresent() != now.isPresent()) {
                changes.add(new MappingChange(
                        MappingChange.Kind.TYPE,
                        path,
                        then.isPresent() ? was.id() : "",
                        now.isPresent() ? is.id() : ""));
            }
            for (int slash = below.lastIndexOf('/'); slash > 0; slash = below.lastIndexOf('/', slash - 1)) {
                groups.add(below.substring(0, slash));
            }
        }
        groups.forEach(group -> demanded(group, was, is, changes));
        return changes;
    }

    private TreeSet<String> paths() {
        TreeSet<String> paths = new TreeSet<>(one.keySet());
        paths.addAll(other.keySet());
        paths.removeIf(path -> !path.startsWith(DOCUMENT));
        return paths;
    }

    private static void compare(String path, String then, String now, List<MappingChange> changes) {
        if (!then.equals(now)) {
            changes.add(new MappingChange(MappingChange.Kind.TYPE, path, then, now));
        }
    }

    /** What holds for values, without the type's name: names change with every version and mean nothing. */
    private static String facts(MessageDefinition message, String below, ElementDeclaration element) {
        String demand = Demand.of(message.root(), List.of(below.split("/")))
                .map(Demand::word)
                .orElse("");
        Type type = element.type();
        Optional<SimpleType> value = TypeText.value(type);
        String values = value.map(ValueFacts::of).map(ValueFacts::words).orElse("elements");
        return demand + ", " + values;
    }

    /** What a group must hold in the new message, did not have to in the old one, and is written by neither mapping. */
    private void demanded(String group, MessageDefinition was, MessageDefinition is, List<MappingChange> changes) {
        is.find(group).stream()
                .flatMap(parent -> children(parent).stream()
                        .filter(child -> isMandatory(parent, child.name()))
                        .filter(child -> was.find(group)
                                .filter(old -> isMandatory(old, child.name()))
                                .isEmpty()))
                .map(child -> group + "/" + child.name())
                .filter(path -> paths().stream().noneMatch(written -> isAt(written, DOCUMENT + path)))
                .forEach(path -> changes.add(new MappingChange(
                        MappingChange.Kind.DEMANDED,
                        DOCUMENT + path,
                        "",
                        is.find(path).map(found -> TypeText.of(found.type())).orElse(""))));
    }

    private static List<ElementDeclaration> children(ElementDeclaration parent) {
        return parent.type() instanceof org.tongwen.xsd.definition.ComplexType type ? type.elements() : List.of();
    }

    private static boolean isMandatory(ElementDeclaration parent, String child) {
        return Demand.in(parent, child).filter(Demand.Kind.MANDATORY::equals).isPresent();
    }

    private static boolean isAt(String written, String path) {
        return written.equals(path) || written.startsWith(path + "/");
    }
}
