package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.trans.UncheckedXPathException;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/**
 * An element that a stylesheet fills and reads.
 *
 * @param isoPath names from the root of the message to the element
 * @param stylesheet the stylesheet
 * @param file its name, for reports
 * @param reads what it carries of the source; without any of it the element is not written
 * @param source what the source schema says of the object that the stylesheet works on
 * @param oneWay why there is no way back; empty when there is one
 */
record Styled(
        String isoPath,
        Stylesheet stylesheet,
        String file,
        List<SourcePath> reads,
        SourceField source,
        Optional<String> oneWay)
        implements Content {

    private interface Work {
        void run() throws SaxonApiException;
    }

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        List<Tree> carried = reads.stream()
                .flatMap(path -> path.find(at).stream())
                .flatMap(Tree::leaves)
                .toList();
        if (carried.isEmpty()) {
            return false;
        }
        Node node = new Node(element, carried.get(0).place());
        attempt(carried.get(0).place(), run, () -> {
            for (XdmNode result : stylesheet.toIso(run.formulas.node(at), run.context.given())) {
                write(result, node, run);
            }
        });
        carried.forEach(value -> {
            run.read(value);
            run.trace.carried(value, node, this, at);
        });
        if (!node.children().isEmpty() || !node.text().isEmpty()) {
            parent.add(node);
        }
        return true;
    }

    private void attempt(Place place, Run run, Work work) {
        try {
            work.run();
        } catch (SaxonApiException | SaxonApiUncheckedException | UncheckedXPathException | IllegalStateException e) {
            run.error("mapping.StylesheetFails", place, "the stylesheet " + file + " fails: " + Stylesheet.reason(e));
            run.leaveOut(isoPath);
        }
    }

    private void write(XdmNode result, Node parent, Run run) {
        if (result.getNodeKind() == XdmNodeKind.TEXT) {
            parent.text(parent.text() + result.getStringValue().strip());
        } else if (result.getNodeKind() == XdmNodeKind.ATTRIBUTE) {
            parent.attribute(result.getNodeName().getLocalName(), result.getStringValue());
        } else if (result.getNodeKind() == XdmNodeKind.ELEMENT) {
            child(result, parent, run);
        }
    }

    private void child(XdmNode result, Node parent, Run run) {
        String name = result.getNodeName().getLocalName();
        Optional<ElementDeclaration> declaration = parent.declaration().type() instanceof ComplexType type
                ? type.elements().stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                : Optional.empty();
        if (declaration.isEmpty()) {
            run.error(
                    "mapping.StylesheetFails",
                    parent.origin(),
                    "the stylesheet " + file + " writes " + name + ", but " + parent.name() + " has no such element");
            return;
        }
        Node node = new Node(declaration.get(), parent.origin());
        result.axisIterator(Axis.ATTRIBUTE).forEachRemaining(inner -> write(inner, node, run));
        result.children().forEach(inner -> write(inner, node, run));
        parent.add(node);
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        if (oneWay.isPresent()) {
            nodes.stream().flatMap(Node::all).forEach(node -> markRead(node, run));
            return;
        }
        ElementRule.onlyOne(nodes, run);
        Node node = nodes.get(0);
        node.all().forEach(inner -> markRead(inner, run));
        attempt(node.place(), run, () -> {
            List<XdmNode> results = stylesheet.fromIso(IsoDocument.of(node), run.context.given());
            FieldElements.read(results, source, node.place()).fields().forEach((name, value) -> {
                run.trace.carried(value, node, this, value);
                SourcePath.parse(name).ifPresent(path -> at.at(path).put(value));
            });
        });
    }

    private void markRead(Node node, Run run) {
        run.read(node);
        node.attributes().keySet().forEach(name -> run.read(node, name));
        run.trace.carried(null, node, this, Tree.object(Place.NOWHERE));
    }

    @Override
    public String text() {
        return "xslt: " + file;
    }

    @Override
    public Explanation explain(Trace.Link link, Optional<Tree> back, Run run) {
        return oneWay.map(reason -> new Explanation(Fate.LOST, reason)).orElse(Explanation.NONE);
    }

    @Override
    public Explanation explainIso(Trace.Link link, Optional<String> became) {
        return oneWay.map(reason -> new Explanation(Fate.LOST, reason)).orElse(Explanation.NONE);
    }

    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        return Fit.possible();
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
