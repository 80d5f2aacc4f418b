package org.tongwen.mappings.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.mappings.tree.TreeSubject;
import org.tongwen.rules.condition.Condition;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Node;

/**
 * One of several contents. Towards ISO a field, a formula or the cases' own conditions say which; on the way back a case is recognised by
 * its condition or by what it wrote, and the field is set.
 *
 * @param isoPath names from the root of the message to the element
 * @param by what names the case; empty when the conditions of the cases decide
 * @param text the field or formula as the mapping writes it
 * @param cases the contents by name, in the order of the mapping
 * @param conditions the conditions of those cases that have any
 */
record Choose(
        String isoPath,
        Optional<Formula> by,
        String text,
        Map<String, Content> cases,
        Map<String, CaseConditions.Conditions> conditions)
        implements Content {

    private static final CaseConditions.Conditions NONE =
            new CaseConditions.Conditions(Optional.empty(), Optional.empty());

    /** Copies the cases. */
    Choose {
        cases = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        conditions = Map.copyOf(conditions);
    }

    private CaseConditions.Conditions conditions(String name) {
        return conditions.getOrDefault(name, NONE);
    }

    /** The name of the case for a source. */
    private Optional<String> name(Tree at, Run run) {
        if (by.isPresent()) {
            return run.value(by.get(), at);
        }
        TreeSubject subject = new TreeSubject(at);
        for (String name : cases.keySet()) {
            Optional<Condition> condition = conditions(name).source();
            if (condition.isEmpty() || condition.get().holds(subject)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        Optional<String> name = name(at, run);
        if (name.isEmpty()) {
            return false;
        }
        Content content = cases.get(name.get());
        if (content == null) {
            run.findings.add(Finding.error("mapping.NoCase", at.place(), "there is no case for what " + text + " gives")
                    .value(name.get())
                    .hint("cases: " + String.join(", ", cases.keySet())));
            discriminator(at).ifPresent(run::read);
            run.leaveOut(isoPath);
            return false;
        }
        int before = parent.children().size();
        boolean data = content.toIso(at, element, parent, run);
        List<Node> written = parent.children();
        // That a condition on the source holds is something that the source says.
        data |= by.isEmpty() && written.size() > before;
        discriminator(at).ifPresent(field -> {
            run.read(field);
            run.trace.carried(field, written.size() == before ? null : written.get(before), this, at);
        });
        return data;
    }

    /** The field that names the case, if one does. */
    private Optional<Tree> discriminator(Tree at) {
        return by.isPresent() && by.get() instanceof Formula.Path path
                ? path.path().find(at).filter(Tree::isLeaf)
                : Optional.empty();
    }

    @Override
    public Explanation explain(Trace.Link link, Optional<Tree> back, Run run) {
        return Explanation.undeclared(
                link.node() == null
                        ? "the case has no values, so the message does not show it"
                        : back.map(name -> "the way back takes the element for the case " + name.value())
                                .orElse("the mapping does not declare it"));
    }

    private String nameOf(Content content) {
        return cases.entrySet().stream()
                .filter(entry -> entry.getValue() == content)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        if (fitNeedsSource()) {
            run.later(() -> recognise(nodes, at, run));
        } else {
            recognise(nodes, at, run);
        }
    }

    private void recognise(List<Node> nodes, Slot at, Run run) {
        Optional<Content> content = byCondition(nodes.get(0), run).or(() -> byContent(nodes.get(0), at, run));
        if (content.isEmpty()) {
            run.error(
                    "mapping.NoCase",
                    nodes.get(0).place(),
                    nodes.get(0).name() + " fits none of the cases " + String.join(", ", cases.keySet()));
            return;
        }
        if (by.isPresent() && by.get() instanceof Formula.Path path) {
            Tree name = Tree.text(nameOf(content.get()), nodes.get(0));
            at.put(path.path(), name);
            run.trace.carried(name, null, this, name);
        }
        content.get().fromIso(nodes, at, run);
    }

    /** The first case whose condition on the element holds. */
    private Optional<Content> byCondition(Node node, Run run) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        Subject subject = run.subject(node);
        for (Map.Entry<String, Content> one : cases.entrySet()) {
            Optional<Condition> condition = conditions(one.getKey()).iso();
            if (condition.isPresent() && condition.get().holds(subject)) {
                return Optional.of(one.getValue());
            }
        }
        return Optional.empty();
    }

    /** The case that wrote what the element holds, of those without a condition on it. */
    private Optional<Content> byContent(Node node, Slot at, Run run) {
        List<Content> free = cases.entrySet().stream()
                .filter(one -> conditions(one.getKey()).iso().isEmpty())
                .map(Map.Entry::getValue)
                .toList();
        return ElementRule.best(free, node, at, run);
    }

    /** A case whose condition the element does not meet is none that it fits. */
    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        if (conditions.isEmpty()) {
            return cases.values().stream()
                    .flatMap(content -> content.fit(node, at, run).stream())
                    .max(Fit::compareTo);
        }
        Subject subject = run.subject(node);
        return cases.entrySet().stream()
                .flatMap(one -> fit(one.getKey(), one.getValue(), subject, node, at, run).stream())
                .max(Fit::compareTo);
    }

    private Optional<Fit> fit(String name, Content content, Subject subject, Node node, Slot at, Run run) {
        Optional<Condition> condition = conditions(name).iso();
        if (condition.isEmpty()) {
            return content.fit(node, at, run);
        }
        return condition.get().holds(subject) ? content.fit(node, at, run) : Optional.empty();
    }

    @Override
    public boolean hasData() {
        return cases.values().stream().anyMatch(Content::hasData);
    }

    @Override
    public boolean fitNeedsSource() {
        return cases.values().stream().anyMatch(Content::fitNeedsSource);
    }
}
