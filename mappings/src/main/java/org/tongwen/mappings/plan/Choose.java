package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.mappings.tree.TreeSubject;
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
 * @param cases in the order of the mapping
 * @param free the contents of the cases without a condition on the element, which are recognised by what they wrote
 * @param hasData whether a case carries values of the source
 * @param fitNeedsSource whether recognising a case looks at the source
 */
record Choose(
        String isoPath,
        Optional<Formula> by,
        String text,
        List<Case> cases,
        List<Content> free,
        boolean hasData,
        boolean fitNeedsSource)
        implements Content {

    /**
     * One of the cases.
     *
     * @param name its name
     * @param content what it writes
     * @param when when it holds
     */
    record Case(String name, Content content, CaseConditions.Conditions when) {

        private boolean isOf(Subject source) {
            return when.source().isEmpty() || when.source().get().holds(source);
        }

        private boolean mayBe(Node element, Run run) {
            return when.iso().isEmpty() || when.iso().get().holds(run.subject(element));
        }
    }

    /** A choice of these cases. What never changes is worked out once, because every message asks for it. */
    static Choose of(String isoPath, Optional<Formula> by, String text, List<Case> cases) {
        return new Choose(
                isoPath,
                by,
                text,
                List.copyOf(cases),
                cases.stream()
                        .filter(one -> one.when().iso().isEmpty())
                        .map(Case::content)
                        .toList(),
                cases.stream().anyMatch(one -> one.content().hasData()),
                cases.stream().anyMatch(one -> one.content().fitNeedsSource()));
    }

    /** The name of the case for a source. */
    private Optional<String> name(Tree at, Run run) {
        if (by.isPresent()) {
            return run.value(by.get(), at);
        }
        Subject subject = new TreeSubject(at);
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).isOf(subject)) {
                return Optional.of(cases.get(i).name());
            }
        }
        return Optional.empty();
    }

    private Optional<Content> content(String name) {
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).name().equals(name)) {
                return Optional.of(cases.get(i).content());
            }
        }
        return Optional.empty();
    }

    private String names() {
        return cases.stream().map(Case::name).collect(Collectors.joining(", "));
    }

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        Optional<String> name = name(at, run);
        if (name.isEmpty()) {
            return false;
        }
        Optional<Content> content = content(name.get());
        if (content.isEmpty()) {
            run.findings.add(Finding.error("mapping.NoCase", at.place(), "there is no case for what " + text + " gives")
                    .value(name.get())
                    .hint("cases: " + names()));
            discriminator(at).ifPresent(run::read);
            run.leaveOut(isoPath);
            return false;
        }
        int before = parent.children().size();
        boolean data = content.get().toIso(at, element, parent, run);
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
        return cases.stream()
                .filter(one -> one.content() == content)
                .map(Case::name)
                .findFirst()
                .orElse("");
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        if (fitNeedsSource) {
            run.later(() -> recognise(nodes, at, run));
        } else {
            recognise(nodes, at, run);
        }
    }

    private void recognise(List<Node> nodes, Slot at, Run run) {
        Optional<Content> content =
                byCondition(nodes.get(0), run).or(() -> ElementRule.best(free, nodes.get(0), at, run));
        if (content.isEmpty()) {
            run.error(
                    "mapping.NoCase", nodes.get(0).place(), nodes.get(0).name() + " fits none of the cases " + names());
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
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            if (one.when().iso().isPresent() && one.mayBe(node, run)) {
                return Optional.of(one.content());
            }
        }
        return Optional.empty();
    }

    /** A case whose condition the element does not meet is none that it fits. */
    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        Optional<Fit> best = Optional.empty();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).mayBe(node, run)) {
                best = Fit.better(best, cases.get(i).content().fit(node, at, run));
            }
        }
        return best;
    }
}
