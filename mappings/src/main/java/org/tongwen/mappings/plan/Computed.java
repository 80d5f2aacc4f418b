package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.codec.Codec;
import org.tongwen.mappings.codec.Converted;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/**
 * An element that a formula fills. On the way back nothing is carried, but the element must hold what the formula gives, as far as that
 * can be known.
 *
 * @param isoPath names from the root of the message to the element
 * @param formula the formula
 * @param codec what the formula's value goes through, as in {@code = header.sender as terminal(A)}
 * @param isPlain whether it is written as it is, without a codec
 * @param text the formula as the mapping writes it
 */
record Computed(String isoPath, Formula formula, Codec codec, boolean isPlain, String text) implements Content {

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        Optional<String> source = run.value(formula, at);
        if (source.isEmpty()) {
            if (formula instanceof Formula.Given || !run.formulas.isAtHand(formula)) {
                run.leaveOut(isoPath);
            }
            return false;
        }
        if (isPlain) {
            write(source.get(), at, element, parent, run);
            return false;
        }
        Converted<Map<String, String>> converted = codec.toIso(Codec.Source.of(source.get()), run.context.shortIds());
        if (converted instanceof Converted.Refused<Map<String, String>> refused) {
            run.findings.add(Finding.error(refused.id(), origin(at), "= " + text + " " + refused.message())
                    .value(source.get())
                    .hint(refused.hint()));
            run.leaveOut(isoPath);
            return false;
        }
        write(text(converted).orElse(""), at, element, parent, run);
        return false;
    }

    private void write(String value, Tree at, ElementDeclaration element, Node parent, Run run) {
        Node node = new Node(element, formula instanceof Formula.Given ? origin(at) : at).text(value);
        parent.add(node);
        run.trace.carried(null, node, this, at);
        if (formula instanceof Formula.Path path) {
            path.path().find(at).filter(Tree::isLeaf).ifPresent(read -> run.readWith(node, read));
        }
    }

    /** What the profile supplied does not stand in the document. */
    private Place origin(Tree at) {
        return formula instanceof Formula.Given given ? Place.of("$" + given.name()) : at.place();
    }

    private Optional<String> value(Tree at, Run run) {
        Optional<String> value = run.value(formula, at);
        return isPlain ? value : value.flatMap(source -> text(codec.toIso(Codec.Source.of(source))));
    }

    private static Optional<String> text(Converted<Map<String, String>> converted) {
        return converted instanceof Converted.Done<Map<String, String>> done
                ? Optional.of(done.value().getOrDefault("", ""))
                : Optional.empty();
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        ElementRule.onlyOne(nodes, run);
        Node node = nodes.get(0);
        run.read(node);
        run.trace.carried(null, node, this, at.context());
        if (!formula.isGenerated()) {
            run.last(() -> compare(node, at, run));
        }
    }

    private void compare(Node node, Slot at, Run run) {
        boolean unknown = !run.formulas.isAtHand(formula)
                || (formula instanceof Formula.Given given
                        && !run.context.given().containsKey(given.name()));
        if (unknown || run.isWithoutField(node)) {
            return;
        }
        Optional<String> expected = value(at.context(), run);
        if (!agrees(expected, node)) {
            String message = node.name() + " is not what the mapping's formula gives: "
                    + expected.map(value -> "expected " + value).orElse("nothing is expected") + " (= " + text + ")";
            run.report(run.policy.formulaDiffers(), "mapping.FormulaDiffers", node.place(), message, node.text());
        }
    }

    private static boolean agrees(Optional<String> expected, Node node) {
        return expected.filter(value -> MessageComparison.isSame(value, node.text(), node.declaration()))
                .isPresent();
    }

    @Override
    public Explanation explainIso(Trace.Link link, Optional<String> became) {
        return new Explanation(Fate.LOST, "the way to ISO computes it anew: = " + text);
    }

    /** A constant or formula that differs shows that something else wrote the element. */
    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        boolean unknown = formula.isGenerated() || formula instanceof Formula.Given || !run.formulas.isAtHand(formula);
        if (unknown || (run.isInItem() && formula.isRelative())) {
            return Fit.possible();
        }
        if (agrees(value(at.context(), run), node)) {
            return Fit.agreed();
        }
        // What has no field anyway may be anything.
        return run.isDetailWithoutField(node) ? Fit.possible() : Optional.empty();
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
