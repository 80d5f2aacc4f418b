package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/** Moves findings about an ISO message that a mapping wrote to the places in the source that its values came from. */
record Relocation(BusinessMessage message, List<Leaf> leaves) {

    private static final Pattern STEP = Pattern.compile("([^/\\[\\]]+)(?:\\[(\\d+)\\])?");

    List<Finding> relocate(List<Finding> findings) {
        return findings.stream().map(this::relocate).toList();
    }

    /** Where in the source the element at an ISO path, or the nearest one around it, came from. */
    Place origin(String isoPath) {
        return nearest(isoPath).map(Node::origin).orElse(Place.NOWHERE);
    }

    /** The finding at its place in the source; its hint tells the one in the message. */
    Finding relocate(Finding finding) {
        String isoPath = finding.place().path();
        Place origin = origin(isoPath);
        String source = source(isoPath).map(field -> " comes from " + field).orElse("");
        String hint = "ISO path " + isoPath + source;
        return finding.at(origin).hint(finding.hint().isEmpty() ? hint : finding.hint() + "; " + hint);
    }

    /** The deepest node on the way to an ISO path. */
    private Optional<Node> nearest(String isoPath) {
        Matcher steps = STEP.matcher(isoPath);
        if (!steps.find()) {
            return Optional.empty();
        }
        Optional<Node> node = root(steps.group(1));
        while (node.isPresent() && steps.find()) {
            int position = steps.group(2) == null ? 1 : Integer.parseInt(steps.group(2));
            Optional<Node> child = node.get()
                    .children(steps.group(1))
                    .filter(found -> found.position() == position)
                    .findFirst();
            if (child.isEmpty()) {
                return node;
            }
            node = child;
        }
        return node;
    }

    private Optional<Node> root(String name) {
        return message.parts()
                .map(part -> part.root())
                .filter(root -> root.name().equals(name))
                .findFirst();
    }

    /** The path of names alone, as mappings count it: no positions, no attribute, no slash in front. */
    static String plain(String isoPath) {
        return isoPath.replaceAll("\\[\\d+\\]", "").replaceFirst("/@.*", "").replaceFirst("^/", "");
    }

    /** The source field that an ISO path is mapped from. */
    private Optional<String> source(String isoPath) {
        String plain = plain(isoPath);
        return leaves.stream()
                .filter(leaf -> leaf.isoPath().equals(plain) || leaf.isoPath().startsWith(plain + "/"))
                .flatMap(leaf -> leaf.sources().stream())
                .findFirst();
    }
}
