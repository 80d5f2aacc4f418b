package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.trans.UncheckedXPathException;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.format.Fitting;
import org.tongwen.mappings.read.MappingFile.Policy;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.condition.IsoSubject;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/** What one translation gathers on its way. */
final class Run {

    final Context context;
    final Policy policy;
    final Formulas formulas;
    final List<Finding> findings = new ArrayList<>();
    final List<LedgerEntry> ledger = new ArrayList<>();
    /** What bringing the rebuilt source into its room did. */
    Fitting fitting = Fitting.NONE;

    final Set<Place> exercised = new HashSet<>();
    final Trace trace;
    private final NoField noField;
    private boolean growing;
    private @Nullable Node judged;
    private @Nullable IsoSubject message;
    private final Map<Node, Set<String>> readAttributes = new IdentityHashMap<>();
    private final Set<Object> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Node, Tree> conditional = new IdentityHashMap<>();
    private final Map<Tree, List<Tree>> groups = new IdentityHashMap<>();
    private final Set<Node> unordered = Collections.newSetFromMap(new IdentityHashMap<>());
    private int items;
    private final Set<String> leftOut = new HashSet<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Runnable> last = new ArrayList<>();

    /**
     * Begins a translation.
     *
     * @param schema what the source may hold; formulas see nothing else
     * @param noField what the mapping says has no field in the institution's format
     * @param growing whether the source is being built, so that formulas must look at it anew each time
     */
    Run(Context context, Policy policy, SourceField schema, NoField noField, boolean growing) {
        this.noField = noField;
        this.growing = growing;
        this.context = context;
        this.policy = policy;
        this.formulas = new Formulas(context, schema);
        this.trace = new Trace(context.reporting() != Reporting.NONE);
    }

    void error(String id, Place place, String message) {
        findings.add(Finding.error(id, place, message));
    }

    void report(Severity severity, String id, Place place, String message, String value) {
        findings.add(new Finding(severity, id, place, message, Optional.of(value), ""));
    }

    /** The value of a formula seen from a place in the source; a formula that fails is a finding. */
    Optional<String> value(Formula formula, Tree at) {
        try {
            if (growing) {
                formulas.refresh();
            }
            return formulas.value(formula, at);
        } catch (SaxonApiException | SaxonApiUncheckedException | UncheckedXPathException e) {
            error(
                    "mapping.FormulaFails",
                    at.place(),
                    "a formula fails: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    /** A value that the document would need, and that only the institution's profile can supply. */
    void missing(Formula.Given given, Tree at) {
        error("mapping.Given", at.place(), "the value " + given.name() + " must be given: " + given.words());
    }

    /** What was supplied because the document has none is told: it is not the sender's. */
    void supplied(Formula.Given given, String value, Tree at) {
        findings.add(Finding.note(
                        "mapping.Supplied", at.place(), "the value " + given.name() + " was supplied: " + given.words())
                .value(value));
    }

    /** Whether the mapping says that an element has no field, so that its value is lost whatever it is. */
    boolean isWithoutField(Node node) {
        return noField.reason(node).isPresent();
    }

    /** What became of the value that an element came back as when it was brought into its room; empty when it had room. */
    Optional<Explanation> fitted(Node node) {
        return trace.link(node)
                .flatMap(link -> Optional.ofNullable(link.value()))
                .flatMap(fitting::of)
                .map(Explanation::fitted);
    }

    /** Remembers the element that contents are asked whether it fits them. */
    void judge(Node node) {
        judged = node;
    }

    /** Whether the mapping says that an element has no field, and says it of something inside the element that is judged. */
    boolean isDetailWithoutField(Node node) {
        Node top = judged;
        return top != null && noField.reason(node, top).isPresent();
    }

    /** The message that is translated back, for conditions on its elements. */
    void translating(BusinessMessage translated) {
        message = IsoSubject.of(translated);
    }

    /** An element as conditions see it. */
    Subject subject(Node node) {
        IsoSubject whole = message == null ? IsoSubject.of(top(node)) : message;
        return whole.at(node);
    }

    /** Remembers an ISO element that is not written because of a finding, so that its absence is not a finding of its own. */
    void leaveOut(String isoPath) {
        leftOut.add(isoPath);
    }

    /** Whether the element at an ISO path, or one below it, was left out because of a finding. */
    boolean isLeftOut(String isoPath) {
        return leftOut.stream().anyMatch(left -> left.equals(isoPath) || left.startsWith(isoPath + "/"));
    }

    /** Remembers that a source value or an ISO node has been carried over. */
    void read(Tree tree) {
        read.add(tree);
    }

    void read(Node node) {
        read.add(node);
    }

    /** Remembers an attribute of a node. */
    void read(Node node, String attribute) {
        readAttributes.computeIfAbsent(node, key -> new HashSet<>()).add(attribute);
    }

    boolean isRead(Node node, String attribute) {
        return readAttributes.getOrDefault(node, Set.of()).contains(attribute);
    }

    boolean isRead(Object valueOrNode) {
        return read.contains(valueOrNode);
    }

    /** Remembers a source value as read if the ISO node that shows it stays in the message. */
    void readWith(Node node, Tree tree) {
        conditional.put(node, tree);
    }

    /** Remembers a node that got a child before those that stand in front of it. */
    void arrange(Node node) {
        unordered.add(node);
    }

    /** Settles the order of elements and which conditional reads count, now that the message is complete. */
    void settle(BusinessMessage message) {
        unordered.forEach(Node::arrange);
        Set<Node> roots = Collections.newSetFromMap(new IdentityHashMap<>());
        message.parts().forEach(part -> roots.add(part.root()));
        conditional.forEach((node, tree) -> {
            if (roots.contains(top(node))) {
                read(tree);
            }
        });
    }

    /** The outermost element around a node. */
    static Node top(Node node) {
        Node top = node;
        for (Optional<Node> above = top.parent(); above.isPresent(); above = top.parent()) {
            top = above.get();
        }
        return top;
    }

    /** Remembers the items of a group by its first one. */
    void group(List<Tree> items) {
        groups.put(items.get(0), items);
    }

    /** The items of the group whose first item this is. */
    List<Tree> group(Tree first) {
        return groups.getOrDefault(first, List.of(first));
    }

    /** Judges something inside an item of a list that is not there yet. */
    <T> T inItem(Supplier<T> judgement) {
        items++;
        try {
            return judgement.get();
        } finally {
            items--;
        }
    }

    boolean isInItem() {
        return items > 0;
    }

    /** Does something once all pairs have been read back: it needs values that other parts of the mapping own. */
    void later(Runnable work) {
        later.add(work);
    }

    /** Does something when the source is rebuilt whole, with what {@code back} fills and what was carried beside the elements. */
    void last(Runnable work) {
        last.add(work);
    }

    /** Does what needed the pairs. */
    void finishPairs() {
        for (int i = 0; i < later.size(); i++) {
            later.get(i).run();
        }
    }

    /** Does what needed the whole source, which no longer grows: formulas need not look at it anew. */
    void finish() {
        formulas.refresh();
        growing = false;
        for (int i = 0; i < last.size(); i++) {
            last.get(i).run();
        }
    }
}
