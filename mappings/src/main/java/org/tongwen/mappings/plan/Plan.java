package org.tongwen.mappings.plan;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
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

    final MappingFile file;
    final SourceFormat format;
    final Catalogue catalogue;
    final Optional<Part> header;
    final Part document;
    final List<Back> backs;
    final Optional<Carry> carry;
    final Optional<CharsetPolicy> charset;
    final Map<String, RecallBy> recallBy;
    private final List<Leaf> leaves;
    private final Map<Object, Place> places;
    private final Translator translator;
    private final Bulk bulk;

    Plan(
            MappingFile file,
            SourceFormat format,
            Catalogue catalogue,
            Optional<Part> header,
            Part document,
            List<Leaf> leaves,
            Map<Object, Place> places,
            List<Back> backs,
            Optional<Carry> carry,
            Optional<CharsetPolicy> charset,
            Map<String, RecallBy> recallBy) {
        this.file = file;
        this.format = format;
        this.catalogue = catalogue;
        this.header = header;
        this.document = document;
        this.leaves = List.copyOf(leaves);
        this.places = new IdentityHashMap<>(places);
        this.backs = List.copyOf(backs);
        this.carry = carry;
        this.charset = charset;
        this.recallBy = Map.copyOf(recallBy);
        this.translator = new Translator(this);
        this.bulk = new Bulk(this, translator);
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

    /** Reads an institution's document and checks it against the source schema. */
    public Checked<Tree> read(byte[] document) {
        return format.read(document);
    }

    /** Whether a standard describes the institution's documents, most of which no mapping reads. */
    public boolean isOfStandard() {
        return format.isStandard();
    }

    /** The source format, such as {@code json}. */
    public String format() {
        return Optional.ofNullable(file.source().get("format")).map(Word::text).orElse("");
    }

    /** Format and options of the institution's side, as the head says them. */
    public Map<String, Word> options() {
        return file.source();
    }

    /** The media type of the institution's documents. */
    public String mediaType() {
        return format.mediaType();
    }

    /** Names of the values that the institution's profile supplies. */
    public List<String> given() {
        return file.given().stream().map(Word::text).toList();
    }

    /** Stored messages that formulas recall, as the head names them. */
    public List<String> recalls() {
        return file.recall().stream().map(Word::text).toList();
    }

    /** Source fields without a home in the message, with the reason. */
    public Map<String, String> noHome() {
        return reasons(file.noHome());
    }

    private static Map<String, String> reasons(Map<String, Word> declared) {
        return declared.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().text(), (a, b) -> a, LinkedHashMap::new));
    }

    /** Source fields that stop the translation when they are there, with the reason. */
    public Map<String, String> refuse() {
        return reasons(file.refuse());
    }

    /** What stands at the leaves, for reports. */
    public List<Leaf> leaves() {
        return leaves;
    }

    /** Where rules stand in the mapping file; those that belong to no leaf stand nowhere. */
    Set<Place> places(Set<Object> rules) {
        return rules.stream().map(places::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Translates an institution's document into ISO 20022 XML. */
    public Translation toIso(byte[] bytes, Context context) {
        return translator.toIso(bytes, context);
    }

    /** Translates an institution's document that has been read already, as {@link #read} does. */
    public Translation toIso(Checked<Tree> read, Context context) {
        return translator.toIso(read, context);
    }

    /** Translates ISO 20022 XML into the institution's document. */
    public Translation fromIso(byte[] xml, Context context) {
        return translator.fromIso(xml, context);
    }

    /** Translates an ISO message that has been read and judged already. */
    public Translation fromIso(Checked<BusinessMessage> read, Context context) {
        return translator.fromIso(read, context);
    }

    /** Findings about a document that could not be read, without the values of sensitive fields. */
    public List<Finding> hidden(List<Finding> findings) {
        return translator.mask().findings(findings);
    }

    /** Why it needs whole documents in memory; empty when {@link #translate} runs it item by item. */
    public Optional<String> wholeBecause() {
        return Optional.of(bulk.refusal()).filter(reason -> !reason.isEmpty());
    }

    /**
     * Translates a document of any size from file to file.
     *
     * @param progress is told how many items are done
     * @throws java.io.UncheckedIOException when a file cannot be read or written
     */
    public BulkTranslation translate(
            Direction direction, Path document, Path result, Context context, LongConsumer progress) {
        return bulk.translate(direction, document, result, context, progress);
    }
}
