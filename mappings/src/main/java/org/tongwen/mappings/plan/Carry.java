package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.tree.PointerStep;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/**
 * Source fields that travel in the message's supplementary data, because it has no element for them, and come back from there exactly.
 * They stand under a namespace of our own, each with the JSON pointer
 * of where it comes back.
 *
 * @param paths the fields
 * @param supplementary the message's element for supplementary data
 * @param envelope the element in it that holds foreign content
 * @param schema what the source may hold
 */
record Carry(
        List<SourcePath> paths, ElementDeclaration supplementary, ElementDeclaration envelope, SourceField schema) {

    private static final String NAMESPACE = "urn:tongwen:carried:1";
    private static final String CARRIED = "Carried";
    private static final String VALUE = "Value";
    private static final String PATH = "path";

    /** Copies the paths. */
    Carry {
        paths = List.copyOf(paths);
    }

    /** Towards ISO: writes the values that are there. */
    void toIso(Tree source, Node message, Run run) {
        Set<Tree> named = Collections.newSetFromMap(new IdentityHashMap<>());
        paths.stream()
                .flatMap(path -> path.findAll(source).stream())
                .flatMap(Tree::leaves)
                .filter(leaf -> leaf.isLeaf() && leaf.kind() != Tree.Kind.NULL)
                .forEach(named::add);
        List<Tree> values = source.leaves().filter(named::contains).toList();
        if (values.isEmpty()) {
            return;
        }
        Place origin = values.get(0).place();
        run.trace.used(this);
        ItemNumbers numbers = new ItemNumbers(values, message, run.trace);
        Node carried = new Node(Foreign.element(NAMESPACE, CARRIED, false), origin);
        for (Tree value : values) {
            run.read(value);
            Node node = new Node(Foreign.element(NAMESPACE, VALUE, false), value.place());
            node.attribute(PATH, numbers.pointer(value));
            node.text(value.value());
            carried.add(node);
        }
        message.add(new Node(supplementary, origin).add(new Node(envelope, origin).add(carried)));
    }

    /** Back: puts the values where they were, in a source that has all its items. */
    void fromIso(Node message, Slot source, Run run) {
        for (Node data : message.children(supplementary)) {
            for (Node envelopeNode : data.children(envelope)) {
                envelopeNode.children().stream().filter(Carry::isOurs).forEach(carried -> {
                    run.read(carried);
                    run.trace.used(this);
                    carried.children().stream()
                            .filter(value -> value.name().equals(VALUE))
                            .forEach(value -> put(value, source, run));
                });
            }
        }
    }

    private static boolean isOurs(Node node) {
        return node.name().equals(CARRIED)
                && node.declaration().type() instanceof Foreign foreign
                && foreign.namespace().equals(NAMESPACE);
    }

    /** Where in the institution's document a carried value stands; empty for any other element. */
    static String pointer(Node node) {
        boolean carried = node.isForeign()
                && node.name().equals(VALUE)
                && node.parent().filter(Carry::isOurs).isPresent();
        return carried ? node.attribute(PATH).orElse("") : "";
    }

    private void put(Node node, Slot source, Run run) {
        String pointer = node.attribute(PATH).orElse("");
        boolean known = pointer.startsWith("/") && isCarried(pointer);
        if (!known || !put(steps(pointer), source.object(), schema, Tree.text(node.text(), node.place()))) {
            run.findings.add(Finding.error(
                            "mapping.Carry",
                            node.place(),
                            "there is no place for this carried value in the institution's document")
                    .value(pointer));
        }
    }

    /** Only what the mapping carries is taken from a message. */
    private boolean isCarried(String pointer) {
        List<String> names = new ArrayList<>(steps(pointer));
        names.removeIf(step -> step.matches("\\d+"));
        String path = String.join(".", names);
        return paths.stream()
                .map(known -> known.absolute(""))
                .anyMatch(known -> path.equals(known) || path.startsWith(known + "."));
    }

    private static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            steps.add(PointerStep.name(step));
        }
        return steps;
    }

    /** Puts a value below an object; false when something else is in its way. */
    private static boolean put(List<String> steps, Tree object, SourceField field, Tree value) {
        String name = steps.get(0);
        Optional<SourceField> inner = field.field(name);
        if (object.isLeaf() || object.kind() == Tree.Kind.LIST || inner.isEmpty()) {
            return false;
        }
        Tree at = object.fields().get(name);
        if (steps.size() == 1) {
            boolean free = at == null || at.isSameAs(value);
            object.put(name, value);
            return free;
        }
        boolean list = inner.get().items().isPresent();
        if (at == null) {
            at = list ? Tree.list(value.place()) : Tree.object(value.place());
            object.put(name, at);
        }
        return list
                ? item(steps.subList(1, steps.size()), at, inner.get(), value)
                : put(steps.subList(1, steps.size()), at, inner.get(), value);
    }

    /** The item of that number, which is there or is the next one. */
    private static boolean item(List<String> steps, Tree list, SourceField field, Tree value) {
        if (!steps.get(0).matches("\\d{1,7}") || list.kind() != Tree.Kind.LIST) {
            return false;
        }
        int index = Integer.parseInt(steps.get(0));
        if (index > list.items().size()) {
            return false;
        }
        boolean last = steps.size() == 1;
        if (index == list.items().size()) {
            list.add(last ? value : Tree.object(value.place()));
        }
        return last
                || put(
                        steps.subList(1, steps.size()),
                        list.items().get(index),
                        field.items().orElse(field),
                        value);
    }
}
