package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.MessageWriter;
import org.tongwen.xsd.message.Node;

/** Runs a plan: one document at a time, in either direction. */
final class Translator {

    private final Plan plan;
    private final MessageValidator validator;
    private final Ledger ledger;
    private final Mask mask;
    private final SchemeGate schemes;

    Translator(Plan plan) {
        this.plan = plan;
        this.validator = new MessageValidator(plan.catalogue, Limits.DEFAULT);
        this.ledger = new Ledger(plan.file, plan.backs);
        this.schemes = new SchemeGate(plan.format, plan.leaves());
        Set<String> sensitive = plan.file.sensitive().stream().map(Word::text).collect(Collectors.toSet());
        this.mask = new Mask(sensitive, plan.leaves());
    }

    /** Translates an institution's document into ISO 20022 XML. */
    Translation toIso(byte[] bytes, Context context) {
        return toIso(plan.format.read(bytes), context);
    }

    /** Translates a document that has been read. */
    Translation toIso(Checked<Tree> read, Context context) {
        if (!read.ok() || read.value().isEmpty()) {
            return failed(mask.findings(read.findings()), List.of());
        }
        Run run = run(context, Portion.WHOLE, false);
        run.findings.addAll(read.findings());
        Tree source = read.value().get();
        BusinessMessage message = message(source, run, Portion.WHOLE);
        Translation translation =
                finished(run, () -> Checked.of(MessageWriter.xml(message), List.of()), "application/xml");
        return masked(translation, source, message);
    }

    /** Begins a translation. */
    Run run(Context context, Portion portion, boolean growing) {
        Run run = new Run(context, plan.file.policy(), plan.format.schema(), ledger.noField(), growing);
        run.formulas.totals(portion.totals());
        return run;
    }

    /** The message that a document gives. What there is to say of both is in the run then; with an error there the message is not to be used. */
    BusinessMessage message(Tree source, Run run, Portion portion) {
        missingGiven(run.context, run);
        SeenMessages seen = new SeenMessages(plan.catalogue, name -> stored(name, source, run));
        run.formulas.see(seen);
        BusinessMessage message = write(source, run);
        run.findings.addAll(seen.findings());
        portion.placing().accept(message);
        ledger.source(source, run);
        List<Finding> invalid = MessageValidator.check(message).stream()
                .filter(finding -> portion.judges(finding) && !isFollowUp(finding, run))
                .toList();
        Relocation relocation = new Relocation(message, plan.leaves());
        run.findings.addAll(relocation.relocate(invalid));
        plan.charset.ifPresent(policy -> run.findings.addAll(relocation.relocate(policy.check(message))));
        run.findings.addAll(schemes.check(message, relocation, run));
        if (run.context.reporting() != Reporting.NONE && Outcome.of(run.findings) == Outcome.HELD) {
            run.ledger.addAll(Ledger.held(source));
        }
        roundTrip(source, message, seen, run, portion);
        exercised(message, run);
        return message;
    }

    /** The stored message that a document names, as far as the mapping says how it does. */
    private Optional<byte[]> stored(String message, Tree source, Run run) {
        Originals originals = run.context.originals();
        return Optional.ofNullable(plan.recallBy.get(message))
                .flatMap(by -> by.reference(source, run))
                .map(reference -> originals.find(message, reference))
                .orElseGet(() -> originals.find(message));
    }

    /** Translates the message back, and says what became of the source's values. */
    private void roundTrip(Tree source, BusinessMessage message, SeenMessages seen, Run run, Portion portion) {
        List<Tree> computed = ledger.computed(source, run);
        boolean reports = run.context.reporting() != Reporting.NONE;
        // With an error there is no result, so that nothing can be said of what it would lose.
        if (Finding.anyError(run.findings) || (!reports && computed.isEmpty())) {
            return;
        }
        Run back = run(run.context, portion, true);
        back.formulas.see(seen);
        Tree again = rebuild(message, seen, back);
        ledger.compare(computed, again, run);
        if (reports) {
            new SourceComparison(run, back, () -> ledger.homeless(source), computed).compare(source, again);
        }
    }

    private BusinessMessage write(Tree source, Run run) {
        plan.carry.ifPresent(carried -> run.trace.keepItems());
        Optional<Message> head = plan.header.map(part -> part.toIso(source, run));
        BusinessMessage message = new BusinessMessage(head, plan.document.toIso(source, run));
        plan.carry.ifPresent(carried -> body(message).ifPresent(body -> carried.toIso(source, body, run)));
        run.settle(message);
        return message;
    }

    /** The one element below the document's root. */
    private static Optional<Node> body(BusinessMessage message) {
        return message.document().root().children().stream().findFirst();
    }

    /** The source that a message gives, as far as the mapping reads it. */
    private Tree rebuild(BusinessMessage message, SeenMessages seen, Run run) {
        seen.translating(message);
        run.translating(message);
        Slot source = Slot.root();
        message.header()
                .ifPresent(head ->
                        plan.header.ifPresent(part -> part.group().fromIso(List.of(head.root()), source, run)));
        plan.document.group().fromIso(List.of(message.document().root()), source, run);
        run.finishPairs();
        plan.backs.forEach(back -> back.write(source, run));
        plan.carry.ifPresent(carried -> body(message).ifPresent(body -> carried.fromIso(body, source, run)));
        run.fitting = plan.format.fit(source.object());
        run.finish();
        return source.object();
    }

    /** Which leaves wrote or read something; what was written into an element that then stayed empty does not count. */
    private void exercised(BusinessMessage message, Run run) {
        if (run.context.reporting() == Reporting.LINEAGE) {
            Set<Node> roots = Collections.newSetFromMap(new IdentityHashMap<>());
            message.parts().forEach(part -> roots.add(part.root()));
            run.exercised.addAll(plan.places(run.trace.rules(node -> roots.contains(Run.top(node)))));
        }
    }

    /** An element is missing because its value was refused: that has been said. */
    private static boolean isFollowUp(Finding finding, Run run) {
        return finding.id().equals("xsd.MissingElement")
                && run.isLeftOut(Relocation.plain(finding.place().path()));
    }

    private void missingGiven(Context context, Run run) {
        for (String name : plan.given()) {
            if (!context.given().containsKey(name) && !plan.file.onDemand().containsKey(name)) {
                run.error(
                        "mapping.Given",
                        Place.NOWHERE,
                        "the value " + name + " must be given; the document does not hold it");
            }
        }
    }

    /** Translates ISO 20022 XML into the institution's document. */
    Translation fromIso(byte[] xml, Context context) {
        return fromIso(validator.validate(xml), context);
    }

    /** Translates a message that has been read and judged. */
    Translation fromIso(Checked<BusinessMessage> read, Context context) {
        if (!read.ok() || read.value().isEmpty()) {
            return failed(mask.findings(read.findings()), List.of());
        }
        BusinessMessage message = read.value().get();
        Optional<Finding> wrong = wrongMessage(message);
        if (wrong.isPresent()) {
            return failed(List.of(wrong.get()), List.of()).of(message);
        }
        Run run = run(context, Portion.WHOLE, true);
        run.findings.addAll(read.findings());
        Tree source = source(message, run, Portion.WHOLE);
        return masked(finished(run, () -> plan.format.write(source), plan.format.mediaType()), source, message);
    }

    /** The document that a message gives. What there is to say of both is in the run then; with an error there the document is not to be used. */
    Tree source(BusinessMessage message, Run run, Portion portion) {
        Originals originals = run.context.originals();
        SeenMessages seen = new SeenMessages(plan.catalogue, name -> originals.find(name, message));
        run.formulas.see(seen);
        Tree source = rebuild(message, seen, run);
        run.findings.addAll(seen.findings());
        message.parts().forEach(part -> ledger.iso(part.root(), run));
        if (run.context.reporting() != Reporting.NONE && !Finding.anyError(run.findings)) {
            Run there = run(run.context, portion, false);
            there.formulas.see(seen);
            BusinessMessage again = write(source, there);
            compare(message, again, new MessageComparison(run, there, ledger.noField()));
        }
        exercised(message, run);
        return source;
    }

    private static void compare(BusinessMessage one, BusinessMessage other, MessageComparison comparison) {
        one.header()
                .ifPresent(head -> comparison.compare(
                        head.root(), other.header().map(Message::root).orElse(null)));
        comparison.compare(one.document().root(), other.document().root());
    }

    /** Document and header must be of the versions that the mapping is written for. */
    Optional<Finding> wrongMessage(BusinessMessage message) {
        Optional<Message> wrongHeader = message.header()
                .filter(head -> plan.header.isPresent()
                        && !plan.header
                                .get()
                                .definition()
                                .id()
                                .equals(head.definition().id()));
        Optional<Message> wrong = Optional.of(message.document())
                .filter(found -> !found.definition().id().equals(plan.message()))
                .or(() -> wrongHeader);
        return wrong.map(found -> Finding.error(
                        "mapping.WrongMessage",
                        found.root().place(),
                        "the mapping " + plan.name() + " is for " + plan.message()
                                + plan.header
                                        .map(part ->
                                                " with " + part.definition().id())
                                        .orElse(""))
                .value(found.definition().id()));
    }

    /** With the message, and without the values of sensitive fields in what is said of the translation. */
    private Translation masked(Translation translation, Tree source, BusinessMessage message) {
        if (!mask.hides()) {
            return translation.of(message);
        }
        Mask own = mask(source, message);
        return new Translation(
                translation.result(),
                translation.mediaType(),
                own.findings(translation.findings()),
                own.ledger(translation.ledger()),
                translation.exercised(),
                translation.by(),
                Optional.of(message));
    }

    /** Hides the values that sensitive fields of a document and its message have. */
    Mask mask(Tree source, BusinessMessage message) {
        Mask own = mask.forOne();
        own.learn(source);
        own.learn(message);
        return own;
    }

    /** Hides what stands in sensitive fields of a document that could not be read. */
    Mask mask() {
        return mask;
    }

    private interface Writing {
        Checked<byte[]> write();
    }

    private Translation finished(Run run, Writing writing, String mediaType) {
        if (Finding.anyError(run.findings)) {
            return failed(run.findings, coded(run.ledger));
        }
        Checked<byte[]> written = writing.write();
        List<Finding> findings = new ArrayList<>(run.findings);
        written.findings().forEach(finding -> findings.add(ofResult(finding)));
        return Finding.anyError(findings)
                ? failed(findings, coded(run.ledger))
                : new Translation(
                        written.value(),
                        mediaType,
                        sorted(findings),
                        coded(run.ledger),
                        run.exercised,
                        "",
                        Optional.empty());
    }

    /** The entries with the codes that the trade has for such losses. */
    private List<LedgerEntry> coded(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> entry.coded(plan.format.lossCode(entry.fate().word(), entry.value())))
                .toList();
    }

    /** What is wrong with the result has its place there, when no value of the given document is to blame. */
    static Finding ofResult(Finding finding) {
        boolean placed = finding.place().line() > 0 || !finding.hint().isEmpty();
        return placed ? finding : finding.hint("the place is in the document that would have been written");
    }

    private static Translation failed(List<Finding> findings, List<LedgerEntry> entries) {
        return new Translation(Optional.empty(), "", sorted(findings), entries);
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.isEmpty()
                ? List.of()
                : findings.stream().distinct().sorted().toList();
    }
}
