package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.codec.Codec;
import org.tongwen.mappings.codec.Converted;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/**
 * An element that a formula fills. On the way back nothing is carried, but the element must hold what the formula gives, as far as that
 * can be known.
 *
 * @param isoPath names from the root of the message to the element
 * @param formula the formula
 * @param codec what the formula's value goes through, as in {@code = header.sender as terminal(A)}
 * @param text the formula as the mapping writes it
 */
record Computed(String isoPath, Formula formula, Codec codec, String text) implements Content {

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        if (formula instanceof Formula.Path path) {
            path.path().find(at).filter(Tree::isLeaf).ifPresent(run::read);
        }
        Optional<String> value = value(at, run);
        if (value.isEmpty() && formula instanceof Formula.Given) {
            run.leaveOut(isoPath);
        }
        value.ifPresent(filled -> parent.add(new Node(element, origin(at)).text(filled)));
        return false;
    }

    /** What the profile supplied does not stand in the document. */
    private Place origin(Tree at) {
        return formula instanceof Formula.Given given ? Place.of("$" + given.name()) : at.place();
    }

    private Optional<String> value(Tree at, Run run) {
        return run.value(formula, at)
                .map(source -> codec.toIso(Codec.Source.of(source)))
                .filter(Converted.Done.class::isInstance)
                .map(done ->
                        ((Converted.Done<Map<String, String>>) done).value().getOrDefault("", ""));
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        ElementRule.onlyOne(nodes, run);
        Node node = nodes.get(0);
        run.read(node);
        if (!formula.isGenerated()) {
            run.last(() -> compare(node, at, run));
        }
    }

    private void compare(Node node, Slot at, Run run) {
        boolean unknown =
                formula instanceof Formula.Given given && !run.context.given().containsKey(given.name());
        Optional<String> expected = value(at.context(), run);
        if (!unknown && !expected.equals(Optional.of(node.text()))) {
            String message = node.name() + " is not what the mapping's formula gives: "
                    + expected.map(value -> "expected " + value).orElse("nothing is expected") + " (= " + text + ")";
            run.report(run.policy.formulaDiffers(), "mapping.FormulaDiffers", node.place(), message, node.text());
        }
    }

    /** A constant or formula that differs shows that something else wrote the element. */
    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        boolean unknown = formula.isGenerated() || formula instanceof Formula.Given;
        if (unknown) {
            return Fit.of(1);
        }
        return value(at.context(), run).equals(Optional.of(node.text()))
                ? Optional.of(new Fit(1, 1))
                : Optional.empty();
    }

    @Override
    public boolean hasData() {
        return false;
    }

    @Override
    public boolean fitNeedsSource() {
        return formula.readsSource();
    }
}
