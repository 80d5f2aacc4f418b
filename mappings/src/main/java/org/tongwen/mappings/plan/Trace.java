package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.message.Node;

/** Which source value one translation carried to or from which ISO element, and by what. A trace that is off remembers nothing. */
final class Trace {

    /**
     * A value and where it went.
     *
     * @param value the source value; null when a formula gave the element's text
     * @param node the ISO element; null when the value decides something and is not written itself
     * @param rule what carried it
     * @param at the object of the source that the rule's paths start from
     */
    record Link(@Nullable Tree value, @Nullable Node node, Content rule, Tree at) {}

    private final boolean on;
    private boolean keepsItems;
    private final List<Link> links = new ArrayList<>();
    private final List<Link> defaults = new ArrayList<>();
    private final Map<Node, Tree> items = new IdentityHashMap<>();
    private final Map<Tree, Node> itemNodes = new IdentityHashMap<>();
    private final Map<Tree, Tree> same = new IdentityHashMap<>();
    private final Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Map<Tree, Link> byValue;
    private @Nullable Map<Node, Link> byNode;

    Trace(boolean on) {
        this.on = on;
        this.keepsItems = on;
    }

    /** Remembers which element stands for which item in any case: supplementary data counts items by their elements. */
    void keepItems() {
        keepsItems = true;
    }

    /** A value went into an element, or came from it. */
    void carried(@Nullable Tree value, @Nullable Node node, Content rule, Tree at) {
        if (on) {
            links.add(new Link(value, node, rule, at));
        }
    }

    /** What carries no value itself had something to do: a list with items, or what travels in supplementary data. */
    void used(Object rule) {
        if (on) {
            used.add(rule);
        }
    }

    /**
     * All that carried, filled or read something.
     *
     * @param stays whether an element is in the message in the end
     */
    Set<Object> rules(Predicate<Node> stays) {
        Set<Object> rules = Collections.newSetFromMap(new IdentityHashMap<>());
        rules.addAll(used);
        Stream.concat(links.stream(), defaults.stream())
                .filter(link -> link.node() == null || stays.test(link.node()))
                .forEach(link -> rules.add(link.rule()));
        return rules;
    }

    /** A value is carried with an equal one. */
    void same(Tree value, Tree carried) {
        if (on) {
            same.put(value, carried);
        }
    }

    /** There was no value, and the mapping's default took its place. */
    void defaulted(Tree at, Node node, Content rule) {
        if (on) {
            defaults.add(new Link(at, node, rule, at));
        }
    }

    /** An element stands for an item of a list. */
    void item(Node node, Tree item) {
        if (keepsItems) {
            items.putIfAbsent(node, item);
            itemNodes.putIfAbsent(item, node);
        }
    }

    /** The item that an element stands for. */
    Optional<Tree> itemOf(Node node) {
        return Optional.ofNullable(items.get(node));
    }

    /** The first element that stands for an item. */
    Optional<Node> nodeOf(Tree item) {
        return Optional.ofNullable(itemNodes.get(item));
    }

    List<Link> defaults() {
        return defaults;
    }

    /** What carried a value; the first of several. */
    Optional<Link> link(Tree value) {
        Map<Tree, Link> known = byValue;
        if (known == null) {
            known = new IdentityHashMap<>();
            for (Link link : links) {
                if (link.value() != null) {
                    known.putIfAbsent(link.value(), link);
                }
            }
            byValue = known;
        }
        return Optional.ofNullable(known.get(same.getOrDefault(value, value)));
    }

    /** What carried an element, or the element around it that a codec fills as a whole. */
    Optional<Link> link(Node node) {
        Map<Node, Link> known = byNode;
        if (known == null) {
            known = new IdentityHashMap<>();
            for (Link link : links) {
                if (link.node() != null) {
                    known.putIfAbsent(link.node(), link);
                }
            }
            byNode = known;
        }
        Optional<Node> around = Optional.of(node);
        while (around.isPresent() && !known.containsKey(around.get())) {
            around = around.get().parent();
        }
        return around.map(known::get);
    }
}
