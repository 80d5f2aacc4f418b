package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.mappings.codec.Codec;
import org.tongwen.mappings.codec.Converted;
import org.tongwen.mappings.codec.TextCodec;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Placed;
import org.tongwen.xsd.message.Node;

/**
 * A source value and an ISO element, converted by a codec. A list of plain values is one element each.
 *
 * @param isoPath names from the root of the message to the element
 * @param path where the source has the value
 * @param otherwise what takes the place of an absent value; a value equal to it is left out on the way back
 * @param codec the conversion
 * @param call the codec as the mapping writes it, for the ledger
 * @param others further source values that the codec needs
 * @param targets where the codec writes
 * @param isList whether the source has a list of values there, each an element of its own
 */
record Pair(
        String isoPath,
        SourcePath path,
        Optional<Formula> otherwise,
        Codec codec,
        String call,
        List<SourcePath> others,
        List<Target> targets,
        boolean isList)
        implements Content {

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        Optional<Tree> found = path.find(at);
        if (found.isEmpty()) {
            return otherwise.isPresent() && writeDefault(at, element, parent, run);
        }
        Tree value = found.get();
        for (Tree selector : path.selectors(at)) {
            run.read(selector);
        }
        if (!value.isLeaf()) {
            return items(value, at, element, parent, run);
        }
        run.read(value);
        Optional<Node> written = isText()
                ? writeText(value.value(), value, element, parent, run)
                : write(List.of(value.value()), at, value, element, parent, run);
        if (written.isPresent()) {
            carried(value, written.get(), at, run);
        }
        return true;
    }

    private boolean writeDefault(Tree at, ElementDeclaration element, Node parent, Run run) {
        Optional<String> value = otherwise.flatMap(formula -> run.value(formula, at));
        if (value.isEmpty() && otherwise.orElseThrow() instanceof Formula.Given given) {
            run.missing(given, at);
            run.leaveOut(isoPath);
        }
        if (value.isPresent() && otherwise.orElseThrow() instanceof Formula.Given given) {
            run.supplied(given, value.get(), at);
        }
        value.flatMap(text -> write(List.of(text), at, at, element, parent, run))
                .ifPresent(node -> run.trace.defaulted(at, node, this));
        return value.isPresent();
    }

    /** Whether one text becomes the text of the element, which needs no more than that. */
    private boolean isText() {
        return codec instanceof TextCodec && targets.size() == 1 && targets.get(0) == Target.SELF;
    }

    private Optional<Node> writeText(String value, Placed origin, ElementDeclaration element, Node parent, Run run) {
        Converted<String> converted = ((TextCodec) codec).toIso(value, run.context.shortIds());
        if (converted instanceof Converted.Refused<String> refused) {
            refuse(refused, path.text(), origin.place(), value, run);
            run.leaveOut(isoPath);
            return Optional.empty();
        }
        Node node = new Node(element, origin).text(((Converted.Done<String>) converted).value());
        parent.add(node);
        return Optional.of(node);
    }

    /** A list of plain values is one element each, or one text where the codec takes a list. */
    private boolean items(Tree list, Tree at, ElementDeclaration element, Node parent, Run run) {
        List<Tree> values = list.items().stream()
                .filter(item -> item.kind() != Tree.Kind.NULL)
                .toList();
        if (list.kind() == Tree.Kind.OBJECT || !values.stream().allMatch(Tree::isLeaf)) {
            run.error(
                    "mapping.NotAValue",
                    list.place(),
                    path + " holds further fields or lists, where a value is expected");
            list.leaves().forEach(run::read);
            run.leaveOut(isoPath);
            return true;
        }
        values.forEach(run::read);
        if (codec.takesList() && !values.isEmpty()) {
            carry(values, list, at, element, parent, run);
        } else {
            values.forEach(item -> carry(List.of(item), item, at, element, parent, run));
        }
        return !values.isEmpty();
    }

    private void carry(List<Tree> values, Placed origin, Tree at, ElementDeclaration element, Node parent, Run run) {
        List<String> texts = values.stream().map(Tree::value).toList();
        write(texts, at, origin, element, parent, run)
                .ifPresent(written -> values.forEach(value -> carried(value, written, at, run)));
    }

    private void carried(Tree value, Node written, Tree at, Run run) {
        run.trace.carried(value, written, this, at);
        for (SourcePath other : others) {
            other.find(at).ifPresent(more -> {
                for (Tree leaf : texts(more)) {
                    run.trace.carried(leaf, written, this, at);
                }
            });
        }
    }

    private Optional<Node> write(
            List<String> values, Tree at, Placed origin, ElementDeclaration element, Node parent, Run run) {
        Codec.Source source = new Codec.Source(values, others(at, run));
        Converted<Map<String, String>> converted = codec.toIso(source, run.context.shortIds());
        if (converted instanceof Converted.Refused<Map<String, String>> refused) {
            refuse(refused, path.text(), origin.place(), String.join(" ", values), run);
            run.leaveOut(isoPath);
            return Optional.empty();
        }
        Map<String, String> iso = ((Converted.Done<Map<String, String>>) converted).value();
        Node node = new Node(element, origin);
        parent.add(node);
        for (Target target : targets) {
            String text = iso.get(target.key());
            if (text != null) {
                target.set(node, text, origin);
                if (target.beside()) {
                    run.arrange(parent);
                }
            }
        }
        return Optional.of(node);
    }

    private List<String> others(Tree at, Run run) {
        if (others.isEmpty()) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (SourcePath other : others) {
            List<Tree> found = other.find(at).map(Pair::texts).orElse(List.of());
            found.forEach(run::read);
            values.add(joined(found));
        }
        return values;
    }

    /** The texts at the path of another value: itself, or those of a list. */
    private static List<Tree> texts(Tree tree) {
        return tree.isLeaf() ? List.of(tree) : tree.items();
    }

    private static String joined(List<Tree> texts) {
        return texts.size() == 1
                ? texts.get(0).value()
                : texts.stream().map(Tree::value).collect(Collectors.joining("\n"));
    }

    private static void refuse(Converted.Refused<?> refused, String subject, Place place, String value, Run run) {
        run.findings.add(Finding.error(refused.id(), place, subject + " " + refused.message())
                .value(value)
                .hint(refused.hint()));
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        if (!isList || codec.takesList()) {
            ElementRule.onlyOne(nodes, run);
            Node node = nodes.get(0);
            read(node, run).ifPresent(source -> put(source, node, at, run));
            return;
        }
        Tree list = Tree.list(nodes.get(0));
        for (Node node : nodes) {
            read(node, run).ifPresent(source -> {
                Tree item = Tree.text(source.value(), node);
                list.add(item);
                run.trace.carried(item, node, this, list);
            });
        }
        conflict(at.put(path, list), nodes.get(0), list, run);
    }

    private Optional<Codec.Source> read(Node node, Run run) {
        if (isText()) {
            return readText(node, run);
        }
        Map<String, String> iso = gather(node);
        if (iso.isEmpty()) {
            return Optional.empty();
        }
        for (Target target : targets) {
            target.markRead(node, run);
        }
        return source(codec.fromIso(iso, run.context.shortIds()), node, iso.values(), run);
    }

    private Optional<Codec.Source> readText(Node node, Run run) {
        if (!node.children().isEmpty()) {
            return Optional.empty();
        }
        run.read(node);
        String text = Target.text(node);
        Converted<String> converted = ((TextCodec) codec).fromIso(text, run.context.shortIds());
        return converted instanceof Converted.Done<String> done
                ? Optional.of(new Codec.Source(List.of(done.value()), List.of()))
                : source(codec.fromIso(Map.of("", text), run.context.shortIds()), node, List.of(text), run);
    }

    private static Optional<Codec.Source> source(
            Converted<Codec.Source> converted, Node node, Collection<String> texts, Run run) {
        if (converted instanceof Converted.Refused<Codec.Source> refused) {
            refuse(refused, node.name(), node.place(), String.join(" ", texts), run);
            return Optional.empty();
        }
        return Optional.of(((Converted.Done<Codec.Source>) converted).value());
    }

    private Map<String, String> gather(Node node) {
        Map<String, String> iso = new LinkedHashMap<>();
        for (Target target : targets) {
            Optional<String> text = target.get(node);
            if (text.isPresent()) {
                iso.put(target.key(), text.get());
            }
        }
        return iso;
    }

    private void put(Codec.Source source, Node node, Slot at, Run run) {
        if (otherwise.isEmpty()) {
            putValue(source, node, at, run);
        } else if (!otherwise.get().readsSource()) {
            putUnlessDefault(source, node, at, run);
        } else {
            run.later(() -> putUnlessDefault(source, node, at, run));
        }
    }

    private void putUnlessDefault(Codec.Source source, Node node, Slot at, Run run) {
        Optional<String> standard = otherwise.flatMap(formula -> run.value(formula, at.context()));
        if (standard.equals(Optional.of(source.value())) && !run.policy.keepsDefaults()) {
            run.trace.carried(null, node, this, at.context());
            putOthers(source, node, at, run);
        } else {
            putValue(source, node, at, run);
        }
    }

    private void putValue(Codec.Source source, Node node, Slot at, Run run) {
        Tree value = codec.takesList() ? list(source.values(), node) : Tree.text(source.value(), node);
        conflict(at.put(path, value), node, value, run);
        run.trace.carried(value, node, this, value);
        putOthers(source, node, at, run);
    }

    private static Tree list(List<String> texts, Node node) {
        Tree list = Tree.list(node);
        for (String text : texts) {
            list.add(Tree.text(text, node));
        }
        return list;
    }

    private void putOthers(Codec.Source source, Node node, Slot at, Run run) {
        for (int i = 0; i < others.size(); i++) {
            String other = source.others().get(i);
            if (!other.isEmpty()) {
                Tree value = codec.isListAt(i) ? list(other.lines().toList(), node) : Tree.text(other, node);
                conflict(at.put(others.get(i), value), node, value, run);
            }
        }
    }

    private void conflict(boolean put, Node node, Tree value, Run run) {
        if (!put) {
            run.findings.add(Finding.error(
                            "mapping.Conflict",
                            node.place(),
                            path.text() + " has another value already, from another element")
                    .value(value.toString()));
        }
    }

    @Override
    public String text() {
        return path.text() + (call.isEmpty() ? "" : " as " + call);
    }

    @Override
    public Explanation explain(Trace.Link link, Optional<Tree> back, Run run) {
        Tree value = Objects.requireNonNull(link.value());
        boolean isDefault = otherwise
                .flatMap(formula -> run.value(formula, link.at()))
                .filter(value.value()::equals)
                .isPresent();
        if (back.isEmpty() && isDefault) {
            return new Explanation(Fate.DEFAULTED, "equals the default, so the way back leaves it out");
        }
        if (link.node() == null || !isChangedByCodec(link, value, link.node())) {
            return Explanation.NONE;
        }
        return codec.loss().isEmpty()
                ? new Explanation(isCut(value, back) ? Fate.TRUNCATED : Fate.CHANGED, call)
                : new Explanation(back.isEmpty() ? Fate.LOST : Fate.CHANGED, call + ": " + codec.loss());
    }

    /** Whether the codec alone, there and back, makes something else of the value. */
    private boolean isChangedByCodec(Trace.Link link, Tree value, Node node) {
        if (codec.fidelity() == Codec.Fidelity.EXACT) {
            return false;
        }
        List<String> values =
                codec.takesList() ? path.find(link.at()).map(Pair::values).orElse(List.of()) : List.of(value.value());
        List<String> more = others.stream()
                .map(other -> joined(other.find(link.at()).map(Pair::texts).orElse(List.of())))
                .toList();
        return !(codec.fromIso(gather(node)) instanceof Converted.Done<Codec.Source> done
                && done.value().equals(new Codec.Source(values, more)));
    }

    private static List<String> values(Tree list) {
        return list.items().stream()
                .filter(item -> item.kind() != Tree.Kind.NULL)
                .map(Tree::value)
                .toList();
    }

    private boolean isCut(Tree value, Optional<Tree> back) {
        return codec.fidelity() == Codec.Fidelity.LOSSY
                && back.filter(cut -> cut.value().length() < value.value().length())
                        .isPresent();
    }

    @Override
    public Explanation explainIso(Trace.Link link, Optional<String> became) {
        Map<String, String> iso = gather(Objects.requireNonNull(link.node()));
        if (codec.fidelity() == Codec.Fidelity.EXACT
                || !(codec.fromIso(iso) instanceof Converted.Done<Codec.Source> source)) {
            return Explanation.NONE;
        }
        boolean same = codec.toIso(source.value()) instanceof Converted.Done<Map<String, String>> done
                && iso.equals(done.value());
        boolean shorter = codec.fidelity() == Codec.Fidelity.LOSSY
                && became.filter(
                                text -> text.length() < iso.getOrDefault("", "").length())
                        .isPresent();
        return same ? Explanation.NONE : new Explanation(shorter ? Fate.TRUNCATED : Fate.CHANGED, call);
    }

    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        return Fit.carried(gather(node).size());
    }

    @Override
    public boolean takesMany() {
        return isList;
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
