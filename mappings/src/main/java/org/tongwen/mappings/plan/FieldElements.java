package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/** Elements that a stylesheet made, as source fields: an element is a field of its name, several of one name are a list. */
final class FieldElements {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-F]{4})_");

    private FieldElements() {}

    /** The object whose fields these elements are. */
    static Tree read(List<XdmNode> elements, SourceField schema, Place place) {
        Tree object = Tree.object(place);
        for (XdmNode element : elements) {
            if (element.getNodeKind() == XdmNodeKind.ELEMENT) {
                add(element, object, schema, place);
            }
        }
        return object;
    }

    private static void add(XdmNode element, Tree object, SourceField schema, Place place) {
        String name = name(element.getNodeName().getLocalName());
        Optional<SourceField> field = schema.field(name);
        boolean list = field.filter(known -> known.items().isPresent()).isPresent();
        SourceField inner = field.flatMap(SourceField::items).or(() -> field).orElse(schema);
        Tree value = value(element, inner, place);
        if (list) {
            object.field(name)
                    .orElseGet(() -> {
                        Tree made = Tree.list(place);
                        object.put(name, made);
                        return made;
                    })
                    .add(value);
        } else {
            object.put(name, value);
        }
    }

    private static Tree value(XdmNode element, SourceField schema, Place place) {
        List<XdmNode> children = new ArrayList<>();
        element.children().forEach(children::add);
        children.removeIf(child -> child.getNodeKind() != XdmNodeKind.ELEMENT);
        return children.isEmpty() && schema.fields().isEmpty()
                ? Tree.text(element.getStringValue(), place)
                : read(children, schema, place);
    }

    /** The field's own name: what XML does not allow in names stands as {@code _xHHHH_}. */
    private static String name(String element) {
        return ESCAPED.matcher(element)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
