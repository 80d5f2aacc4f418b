package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/**
 * One source value in several elements. Towards ISO the value is split, which must be possible in exactly one way; back, the elements'
 * texts are joined.
 *
 * @param isoPath names from the root of the message to the element around
 * @param path where the source has the value
 * @param pieces how the value is made of the elements' texts
 * @param elements the elements, in the order of the pieces
 * @param as the pieces as the mapping writes them
 */
record Split(String isoPath, SourcePath path, Pieces pieces, List<ElementDeclaration> elements, String as)
        implements Content {

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        Optional<Tree> found = path.find(at).filter(Tree::isLeaf);
        if (found.isEmpty()) {
            return false;
        }
        Tree value = found.get();
        run.read(value);
        Optional<List<String>> texts = pieces.split(value.value());
        if (texts.isEmpty()) {
            run.findings.add(Finding.error(
                            "mapping.Split",
                            value.place(),
                            path + " cannot be split into " + as + " in exactly one way")
                    .value(value.value()));
            run.leaveOut(isoPath);
            return true;
        }
        Node node = new Node(element, value);
        List<ElementDeclaration> inOrder = new ArrayList<>(elements);
        inOrder.sort(Comparator.comparingInt(ElementDeclaration::index));
        for (ElementDeclaration part : inOrder) {
            String text = texts.get().get(elements.indexOf(part));
            if (!text.isEmpty()) {
                node.add(new Node(part, value).text(text));
            }
        }
        parent.add(node);
        run.trace.carried(value, node, this, at);
        return true;
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        ElementRule.onlyOne(nodes, run);
        Node node = nodes.get(0);
        List<String> texts = new ArrayList<>();
        for (ElementDeclaration element : elements) {
            List<Node> parts = node.children(element);
            parts.forEach(run::read);
            texts.add(parts.isEmpty() ? "" : parts.get(0).text());
        }
        Tree value = Tree.text(pieces.join(texts), node);
        run.trace.carried(value, node, this, value);
        if (!at.put(path, value)) {
            run.error("mapping.Conflict", node.place(), path + " has another value already, from another element");
        }
    }

    @Override
    public String text() {
        return "split: " + path + ", as: " + as;
    }

    @Override
    public Explanation explainIso(Trace.Link link, Optional<String> became) {
        return Explanation.undeclared("the joined text cannot be split again in one way only");
    }

    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        return Fit.carried((int) elements.stream()
                .filter(element -> !node.children(element).isEmpty())
                .count());
    }

    @Override
    public boolean hasData() {
        return true;
    }

    @Override
    public boolean fitNeedsSource() {
        return false;
    }
}
