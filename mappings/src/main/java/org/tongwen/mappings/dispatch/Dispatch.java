package org.tongwen.mappings.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongwen.mappings.dispatch.DispatchFile.Refuse;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.mappings.tree.TreeSubject;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.condition.IsoSubject;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * A dispatch ready to run. It reads a document once, picks a mapping by the first line that fits, and hands the document on as it was read.
 * Immutable, and may be shared by threads.
 */
public final class Dispatch {

    private final DispatchFile file;
    private final SourceFormat format;
    private final MessageValidator validator;
    private final Map<Direction, List<Rule>> rules;

    Dispatch(DispatchFile file, SourceFormat format, MessageValidator validator, Map<Direction, List<Rule>> rules) {
        this.file = file;
        this.format = format;
        this.validator = validator;
        this.rules = Map.copyOf(rules);
    }

    /** As its author wrote it. */
    public DispatchFile file() {
        return file;
    }

    /** The format of the institution's documents. */
    public SourceFormat format() {
        return format;
    }

    /** The mappings that it may pick, each once, in the order of its lines. */
    public List<Plan> plans() {
        return Stream.of(Direction.values())
                .flatMap(direction -> rules(direction).stream())
                .flatMap(rule -> rule.plan().stream())
                .distinct()
                .toList();
    }

    private List<Rule> rules(Direction direction) {
        return rules.getOrDefault(direction, List.of());
    }

    /** Translates an institution's document into ISO 20022 XML. */
    public Translation toIso(byte[] document, Context context) {
        Checked<Tree> read = format.read(document);
        if (!read.ok() || read.value().isEmpty()) {
            return unreadable(read.findings());
        }
        Tree source = read.value().get();
        Optional<Tree> type =
                source.field(DispatchCompiler.HEADER).flatMap(header -> header.field(DispatchCompiler.TYPE));
        String kind = type.map(Tree::value).orElse("");
        Place place = type.map(Tree::place).orElse(source.place());
        return picked(Direction.TO_ISO, kind, new TreeSubject(source), place, plan -> {
            Context under = under(context);
            return DispatchCompiler.isSameSource(file, plan) ? plan.toIso(read, under) : plan.toIso(document, under);
        });
    }

    /** Translates ISO 20022 XML into the institution's document. */
    public Translation fromIso(byte[] xml, Context context) {
        Checked<BusinessMessage> read = validator.validate(xml);
        if (!read.ok() || read.value().isEmpty()) {
            return unreadable(read.findings());
        }
        BusinessMessage message = read.value().get();
        return picked(
                Direction.FROM_ISO,
                message.document().definition().id(),
                IsoSubject.of(message),
                message.document().root().place(),
                plan -> plan.fromIso(read, under(context)));
    }

    private Context under(Context context) {
        return file.profile()
                .map(usual -> context.under(context.profile().or(Profile.of(usual.text()))))
                .orElse(context);
    }

    private Translation picked(
            Direction direction, String kind, Subject document, Place place, Function<Plan, Translation> work) {
        Optional<Rule> fitting = rules(direction).stream()
                .filter(rule -> rule.fits(kind, document))
                .findFirst();
        if (fitting.isEmpty()) {
            return Translation.refused(List.of(noMapping(direction, kind, place)));
        }
        Rule rule = fitting.get();
        return rule.plan()
                .map(plan -> work.apply(plan).by(plan.name()))
                .orElseGet(() -> Translation.refused(List.of(refused(rule, kind, place))));
    }

    private static Finding refused(Rule rule, String kind, Place place) {
        String reason =
                rule.line().goal() instanceof Refuse refuse ? refuse.reason().text() : "";
        Finding finding = Finding.error("mapping.Refused", place, "this message is not translated: " + reason);
        return kind.isEmpty() ? finding : finding.value(kind);
    }

    private Finding noMapping(Direction direction, String kind, Place place) {
        List<Rule> near =
                rules(direction).stream().filter(rule -> rule.isFor(kind)).toList();
        String message = near.isEmpty()
                ? file.name().text() + " has no mapping for messages of this kind"
                : file.name().text() + " has mappings for this kind, but none for what stands in this message";
        String hint = near.isEmpty() ? known(direction) : conditions(near);
        Finding finding = Finding.error("mapping.NoMapping", place, message).hint(hint);
        return kind.isEmpty() ? finding : finding.value(kind);
    }

    private String known(Direction direction) {
        TreeSet<String> kinds = new TreeSet<>();
        rules(direction).forEach(rule -> kinds.addAll(rule.kinds()));
        return kinds.isEmpty() ? "it has no lines for this direction" : "it has lines for " + String.join(", ", kinds);
    }

    private static String conditions(List<Rule> rules) {
        return "its lines want "
                + String.join(
                        "; or ",
                        rules.stream()
                                .flatMap(rule -> rule.condition().stream())
                                .map(Object::toString)
                                .toList());
    }

    /** Nobody can tell which mapping's values these are, so what is sensitive to any of them is hidden. */
    private Translation unreadable(List<Finding> findings) {
        List<Finding> shown = findings.stream()
                .map(finding -> finding.id().equals("mt.Type") && finding.hint().isEmpty()
                        ? finding.hint(known(Direction.TO_ISO))
                        : finding)
                .toList();
        for (Plan plan : plans()) {
            shown = plan.hidden(shown);
        }
        return Translation.refused(shown.stream().sorted().toList());
    }
}
