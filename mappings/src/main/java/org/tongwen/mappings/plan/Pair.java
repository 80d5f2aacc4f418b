package org.tongwen.mappings.plan;

import java.util.LinkedHashMap;
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
            value.ifPresent(text -> write(List.of(text), at, at.place(), element, parent, run));
            return value.isPresent();
        }
        Tree value = found.get();
        path.selectors(at).forEach(run::read);
        if (value.isLeaf()) {
            run.read(value);
            write(List.of(value.value()), at, value.place(), element, parent, run);
            elided(value, at, run);
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
            write(values.stream().map(Tree::value).toList(), at, list.place(), element, parent, run);
        } else {
            values.forEach(item -> write(List.of(item.value()), at, item.place(), element, parent, run));
        }
        return !values.isEmpty();
    }

    private void write(List<String> values, Tree at, Place origin, ElementDeclaration element, Node parent, Run run) {
        Codec.Source source = new Codec.Source(values, others(at, run));
        Converted<Map<String, String>> converted = codec.toIso(source);
        if (converted instanceof Converted.Refused<Map<String, String>> refused) {
            refuse(refused, path.text(), origin, String.join(" ", values), run);
            run.leaveOut(isoPath);
            return;
        }
        Map<String, String> iso = ((Converted.Done<Map<String, String>>) converted).value();
        Node node = new Node(element, origin);
        targets.stream()
                .filter(target -> iso.containsKey(target.key()))
                .forEach(target -> target.set(node, iso.getOrDefault(target.key(), ""), origin));
        parent.add(node);
        ledger(source, iso, origin, run);
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

    /** Says what the way back would make of the value, when that is not the value itself. */
    private void ledger(Codec.Source source, Map<String, String> iso, Place origin, Run run) {
        if (codec.fidelity() == Codec.Fidelity.EXACT) {
            return;
        }
        Converted<Codec.Source> back = codec.fromIso(iso);
        boolean same = back instanceof Converted.Done<Codec.Source> done
                && done.value().equals(source);
        if (!same) {
            Optional<String> became = back instanceof Converted.Done<Codec.Source> done
                    ? Optional.of(String.join("\n", done.value().values()))
                    : Optional.empty();
            run.losses.add(new Loss(origin, path.text(), call, String.join("\n", source.values()), became));
        }
    }

    private void elided(Tree value, Tree at, Run run) {
        if (otherwise
                .flatMap(formula -> run.value(formula, at))
                .filter(value.value()::equals)
                .isPresent()) {
            run.losses.add(new Loss(
                    value.place(),
                    path.text(),
                    "equals the default, so the way back leaves it out",
                    value.value(),
                    Optional.empty()));
        }
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
            read(node, run).ifPresent(source -> list.add(Tree.text(source.value(), node.place())));
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
        Codec.Source source = ((Converted.Done<Codec.Source>) converted).value();
        backLedger(source, iso, node, run);
        return Optional.of(source);
    }

    private Map<String, String> gather(Node node) {
        Map<String, String> iso = new LinkedHashMap<>();
        for (Target target : targets) {
            target.get(node).ifPresent(text -> iso.put(target.key(), text));
        }
        return iso;
    }

    private void backLedger(Codec.Source source, Map<String, String> iso, Node node, Run run) {
        if (codec.fidelity() == Codec.Fidelity.EXACT) {
            return;
        }
        Converted<Map<String, String>> again = codec.toIso(source);
        boolean same = again instanceof Converted.Done<Map<String, String>> done && codec.isSameIso(iso, done.value());
        if (!same) {
            Optional<String> became = again instanceof Converted.Done<Map<String, String>> done
                    ? Optional.of(String.join(" ", done.value().values()))
                    : Optional.empty();
            run.losses.add(new Loss(node.place(), node.name(), call, String.join(" ", iso.values()), became));
        }
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
        if (standard.equals(Optional.of(source.value()))) {
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
