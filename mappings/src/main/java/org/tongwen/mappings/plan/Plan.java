package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.MessageWriter;
import org.tongwen.xsd.message.Node;

/** A mapping ready to run in both directions, immutable and shared. */
public final class Plan {

    /**
     * One root of the message and what is written into it.
     *
     * @param definition the message
     * @param group what is written into its root element
     */
    record Part(MessageDefinition definition, Group group) {

        Message toIso(Tree source, Run run) {
            Node root = new Node(definition.root(), Place.NOWHERE);
            group.fill(source, root, run);
            return new Message(definition, root);
        }
    }

    private final MappingFile file;
    private final SourceFormat format;
    private final MessageValidator validator;
    private final Optional<Part> header;
    private final Part document;
    private final List<Leaf> leaves;
    private final List<Back> backs;
    private final Ledger ledger;

    Plan(
            MappingFile file,
            SourceFormat format,
            MessageValidator validator,
            Optional<Part> header,
            Part document,
            List<Leaf> leaves,
            List<Back> backs) {
        this.file = file;
        this.format = format;
        this.validator = validator;
        this.header = header;
        this.document = document;
        this.leaves = List.copyOf(leaves);
        this.backs = List.copyOf(backs);
        this.ledger = new Ledger(file, this.backs);
    }

    /** The mapping's name. */
    public String name() {
        return file.name().text();
    }

    /** One line on what it is for. */
    public String title() {
        return file.title();
    }

    /** The ISO message, such as {@code pain.001.001.09}. */
    public String message() {
        return document.definition().id();
    }

    /** The definition of the ISO message. */
    public MessageDefinition definition() {
        return document.definition();
    }

    /** What the institution's documents may hold. */
    public SourceField source() {
        return format.schema();
    }

    /** The format of the institution's documents, ready to read and write them. */
    public SourceFormat sourceFormat() {
        return format;
    }

    /** The source format, such as {@code json}. */
    public String format() {
        return Optional.ofNullable(file.source().get("format")).map(Word::text).orElse("");
    }

    /** The media type of the institution's documents. */
    public String mediaType() {
        return format.mediaType();
    }

    /** Names of the values that the institution's profile supplies. */
    public List<String> given() {
        return file.given().stream().map(Word::text).toList();
    }

    /** Source fields without a home in the message, with the reason. */
    public Map<String, String> noHome() {
        return file.noHome().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().text(), (a, b) -> a, LinkedHashMap::new));
    }

    /** What stands at the leaves, for reports. */
    public List<Leaf> leaves() {
        return leaves;
    }

    /** Translates an institution's document into ISO 20022 XML. */
    public Translation toIso(byte[] bytes, Context context) {
        Checked<Tree> read = format.read(bytes);
        if (!read.ok() || read.value().isEmpty()) {
            return failed(read.findings(), List.of());
        }
        Run run = new Run(context, file.policy(), format.schema(), false);
        run.findings.addAll(read.findings());
        missingGiven(context, run);
        Tree source = read.value().get();
        BusinessMessage message = write(source, run);
        ledger.source(source, run);
        List<Finding> invalid = MessageValidator.check(message).stream()
                .filter(finding -> !isFollowUp(finding, run))
                .toList();
        run.findings.addAll(new Relocation(message, leaves).relocate(invalid));
        if (reports(run)) {
            Run back = new Run(context, file.policy(), format.schema(), true);
            Tree again = rebuild(message, back);
            new SourceComparison(run, back, ledger.homeless(source)).compare(source, again);
        }
        return finished(run, () -> Checked.of(MessageWriter.xml(message), List.of()), "application/xml");
    }

    private BusinessMessage write(Tree source, Run run) {
        Optional<Message> head = header.map(part -> part.toIso(source, run));
        BusinessMessage message = new BusinessMessage(head, document.toIso(source, run));
        run.settle(message);
        return message;
    }

    /** The source that a message gives, as far as the mapping reads it. */
    private Tree rebuild(BusinessMessage message, Run run) {
        Slot source = Slot.root();
        message.header()
                .ifPresent(head -> header.ifPresent(part -> part.group().fromIso(List.of(head.root()), source, run)));
        document.group().fromIso(List.of(message.document().root()), source, run);
        run.finishPairs();
        backs.forEach(back -> back.write(source, run));
        run.finish();
        return source.object();
    }

    /** With an error there is no result, so that nothing can be said of what it would lose. */
    private static boolean reports(Run run) {
        return run.context.reporting() != Reporting.NONE && !Finding.anyError(run.findings);
    }

    /** An element is missing because its value was refused: that has been said. */
    private static boolean isFollowUp(Finding finding, Run run) {
        return finding.id().equals("xsd.MissingElement")
                && run.isLeftOut(Relocation.plain(finding.place().path()));
    }

    private void missingGiven(Context context, Run run) {
        for (String name : given()) {
            if (!context.given().containsKey(name)) {
                run.error(
                        "mapping.Given",
                        Place.NOWHERE,
                        "the value " + name + " must be given; the document does not hold it");
            }
        }
    }

    /** Translates ISO 20022 XML into the institution's document. */
    public Translation fromIso(byte[] xml, Context context) {
        Checked<BusinessMessage> read = validator.validate(xml);
        if (!read.ok() || read.value().isEmpty()) {
            return failed(read.findings(), List.of());
        }
        BusinessMessage message = read.value().get();
        Optional<Finding> wrong = wrongMessage(message);
        if (wrong.isPresent()) {
            return failed(List.of(wrong.get()), List.of());
        }
        Run run = new Run(context, file.policy(), format.schema(), true);
        run.findings.addAll(read.findings());
        Tree source = rebuild(message, run);
        message.parts().forEach(part -> ledger.iso(part.root(), run));
        if (reports(run)) {
            Run there = new Run(context, file.policy(), format.schema(), false);
            BusinessMessage again = write(source, there);
            compare(message, again, new MessageComparison(run, there));
        }
        return finished(run, () -> format.write(source), format.mediaType());
    }

    private static void compare(BusinessMessage one, BusinessMessage other, MessageComparison comparison) {
        one.header()
                .ifPresent(head -> comparison.compare(
                        head.root(), other.header().map(Message::root).orElse(null)));
        comparison.compare(one.document().root(), other.document().root());
    }

    /** Document and header must be of the versions that the mapping is written for. */
    private Optional<Finding> wrongMessage(BusinessMessage message) {
        Optional<Message> wrongHeader = message.header()
                .filter(head -> header.isPresent()
                        && !header.get()
                                .definition()
                                .id()
                                .equals(head.definition().id()));
        Optional<Message> wrong = Optional.of(message.document())
                .filter(found -> !found.definition().id().equals(message()))
                .or(() -> wrongHeader);
        return wrong.map(found -> Finding.error(
                        "mapping.WrongMessage",
                        found.root().place(),
                        "the mapping " + name() + " is for " + message()
                                + header.map(part ->
                                                " with " + part.definition().id())
                                        .orElse(""))
                .value(found.definition().id()));
    }

    private interface Writing {
        Checked<byte[]> write();
    }

    private static Translation finished(Run run, Writing writing, String mediaType) {
        if (Finding.anyError(run.findings)) {
            return failed(run.findings, run.ledger);
        }
        Checked<byte[]> written = writing.write();
        List<Finding> findings = new ArrayList<>(run.findings);
        written.findings().forEach(finding -> findings.add(ofResult(finding)));
        return Finding.anyError(findings)
                ? failed(findings, run.ledger)
                : new Translation(written.value(), mediaType, sorted(findings), run.ledger);
    }

    /** What is wrong with the result has its place there, when no value of the given document is to blame. */
    private static Finding ofResult(Finding finding) {
        boolean placed = finding.place().line() > 0 || !finding.hint().isEmpty();
        return placed ? finding : finding.hint("the place is in the document that would have been written");
    }

    private static Translation failed(List<Finding> findings, List<LedgerEntry> entries) {
        return new Translation(Optional.empty(), "", sorted(findings), entries);
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().distinct().sorted().toList();
    }
}
