package org.tongwen.mappings.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tongwen.mappings.codec.Codec;
import org.tongwen.mappings.codec.Converted;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
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
            Optional<String> value = otherwise.flatMap(formula -> run.value(formula, at));
            value.flatMap(text -> write(List.of(text), at, at.place(), element, parent, run))
                    .ifPresent(node -> run.trace.defaulted(at, node, this));
            return value.isPresent();
        }
        Tree value = found.get();
        path.selectors(at).forEach(run::read);
        if (value.isLeaf()) {
            run.read(value);
            carry(List.of(value), value.place(), at, element, parent, run);
            return true;
        }
        return items(value, at, element, parent, run);
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
            carry(values, list.place(), at, element, parent, run);
        } else {
            values.forEach(item -> carry(List.of(item), item.place(), at, element, parent, run));
        }
        return !values.isEmpty();
    }

    private void carry(List<Tree> values, Place origin, Tree at, ElementDeclaration element, Node parent, Run run) {
        Optional<Node> node = write(values.stream().map(Tree::value).toList(), at, origin, element, parent, run);
        node.ifPresent(written -> {
            values.forEach(value -> run.trace.carried(value, written, this, at));
            others.forEach(other -> other.find(at).ifPresent(value -> run.trace.carried(value, written, this, at)));
        });
    }

    private Optional<Node> write(
            List<String> values, Tree at, Place origin, ElementDeclaration element, Node parent, Run run) {
        Codec.Source source = new Codec.Source(values, others(at, run));
        Converted<Map<String, String>> converted = codec.toIso(source);
        if (converted instanceof Converted.Refused<Map<String, String>> refused) {
            refuse(refused, path.text(), origin, String.join(" ", values), run);
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
        return others.stream()
                .map(other -> other.find(at).filter(Tree::isLeaf))
                .map(found -> {
                    found.ifPresent(run::read);
                    return found.map(Tree::value).orElse("");
                })
                .toList();
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
            read(nodes.get(0), run).ifPresent(source -> put(source, nodes.get(0), at, run));
            return;
        }
        Tree list = Tree.list(nodes.get(0).place());
        for (Node node : nodes) {
            read(node, run).ifPresent(source -> {
                Tree item = Tree.text(source.value(), node.place());
                list.add(item);
                run.trace.carried(item, node, this, list);
            });
        }
        conflict(at.at(path).put(list), nodes.get(0), list.toString(), run);
    }

    private Optional<Codec.Source> read(Node node, Run run) {
        Map<String, String> iso = gather(node);
        if (iso.isEmpty()) {
            return Optional.empty();
        }
        targets.forEach(target -> target.markRead(node, run));
        Converted<Codec.Source> converted = codec.fromIso(iso);
        if (converted instanceof Converted.Refused<Codec.Source> refused) {
            refuse(refused, node.name(), node.place(), String.join(" ", iso.values()), run);
            return Optional.empty();
        }
        return Optional.of(((Converted.Done<Codec.Source>) converted).value());
    }

    private Map<String, String> gather(Node node) {
        Map<String, String> iso = new LinkedHashMap<>();
        for (Target target : targets) {
            target.get(node).ifPresent(text -> iso.put(target.key(), text));
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
        Place place = node.place();
        Tree value = Tree.text(source.value(), place);
        if (codec.takesList()) {
            value = Tree.list(place);
            for (String text : source.values()) {
                value.add(Tree.text(text, place));
            }
        }
        conflict(at.at(path).put(value), node, source.value(), run);
        run.trace.carried(value, node, this, value);
        putOthers(source, node, at, run);
    }

    private void putOthers(Codec.Source source, Node node, Slot at, Run run) {
        for (int i = 0; i < others.size(); i++) {
            String other = source.others().get(i);
            if (!other.isEmpty()) {
                conflict(at.at(others.get(i)).put(Tree.text(other, node.place())), node, other, run);
            }
        }
    }

    private void conflict(boolean put, Node node, String value, Run run) {
        if (!put) {
            run.findings.add(Finding.error(
                            "mapping.Conflict",
                            node.place(),
                            path.text() + " has another value already, from another element")
                    .value(value));
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
        return link.node() != null && isChangedByCodec(link, value, link.node())
                ? new Explanation(isCut(value, back) ? Fate.TRUNCATED : Fate.CHANGED, call)
                : Explanation.NONE;
    }

    /** Whether the codec alone, there and back, makes something else of the value. */
    private boolean isChangedByCodec(Trace.Link link, Tree value, Node node) {
        if (codec.fidelity() == Codec.Fidelity.EXACT) {
            return false;
        }
        List<String> values =
                codec.takesList() ? path.find(link.at()).map(Pair::texts).orElse(List.of()) : List.of(value.value());
        List<String> more = others.stream()
                .map(other -> other.find(link.at()).map(Tree::value).orElse(""))
                .toList();
        return !(codec.fromIso(gather(node)) instanceof Converted.Done<Codec.Source> done
                && done.value().equals(new Codec.Source(values, more)));
    }

    private static List<String> texts(Tree list) {
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
        return same ? Explanation.NONE : new Explanation(Fate.CHANGED, call);
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
