package org.tongwen.mappings.format.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.MessageWriter;
import org.tongwen.xsd.message.Node;

/**
 * Documents of one definition as mappings see them: the fields of the outermost element, and {@code AppHdr} beside them where there is a
 * header. {@link Shape} says what an element is in the tree.
 */
public final class DefinedXml implements SourceFormat {

    private static final String HEADER = "AppHdr";

    private final MessageDefinition definition;
    private final Optional<MessageDefinition> header;
    private final boolean standard;
    private final Function<byte[], Checked<BusinessMessage>> reader;
    private final Function<BusinessMessage, List<Finding>> check;
    private final Shape shape;
    private final SourceField schema;

    /**
     * Prepares documents of one definition.
     *
     * @param definition of the document
     * @param header of the header beside it; empty where there is none
     * @param single elements of the document that may repeat by their definition, but of which one comes
     * @param standard whether the definition is one of a standard, of which an institution uses a part
     * @param reader reads and validates a document
     * @param check says what is wrong with a document before it is written
     */
    public DefinedXml(
            MessageDefinition definition,
            Optional<MessageDefinition> header,
            Set<ElementDeclaration> single,
            boolean standard,
            Function<byte[], Checked<BusinessMessage>> reader,
            Function<BusinessMessage, List<Finding>> check) {
        this.definition = definition;
        this.header = header;
        this.standard = standard;
        this.reader = reader;
        this.check = check;
        this.shape = new Shape(single);
        Map<String, SourceField> fields = new LinkedHashMap<>();
        header.ifPresent(known ->
                fields.put(HEADER, SourceField.object(false, DefinitionFields.of(known.root(), shape))));
        fields.putAll(DefinitionFields.of(definition.root(), shape));
        this.schema = SourceField.object(true, fields);
    }

    @Override
    public SourceField schema() {
        return schema;
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public boolean isStandard() {
        return standard;
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        Checked<BusinessMessage> read = reader.apply(document);
        if (read.value().isEmpty()) {
            return Checked.none(read.findings());
        }
        BusinessMessage message = read.value().get();
        List<Finding> findings = new ArrayList<>(read.findings());
        message.parts().forEach(part -> wrong(part).ifPresent(findings::add));
        if (Finding.anyError(findings)) {
            return Checked.none(findings.stream().sorted().toList());
        }
        NodeTrees trees = new NodeTrees(shape, findings);
        Tree root = trees.object(message.document().root());
        message.header().ifPresent(head -> root.put(HEADER, trees.object(head.root())));
        return Checked.of(root, findings);
    }

    /** A document or header of another definition. */
    private Optional<Finding> wrong(Message part) {
        boolean known = part.definition() == definition
                || header.filter(head -> head == part.definition()).isPresent();
        return known
                ? Optional.empty()
                : Optional.of(Finding.error(
                                "xml.WrongDocument",
                                part.root().place(),
                                "the mapping reads " + definition.id()
                                        + header.map(head -> " with " + head.id())
                                                .orElse(""))
                        .value(part.definition().id()));
    }

    @Override
    public Checked<byte[]> write(Tree tree) {
        List<Finding> findings = new ArrayList<>();
        TreeNodes nodes = new TreeNodes(shape, findings);
        Optional<Message> head = tree.field(HEADER)
                .flatMap(field ->
                        header.map(known -> new Message(known, nodes.element(known.root(), field, Set.of()))));
        Node root = nodes.element(definition.root(), tree, head.isPresent() ? Set.of(HEADER) : Set.of());
        BusinessMessage message = new BusinessMessage(head, new Message(definition, root));
        findings.addAll(check.apply(message));
        List<Finding> sorted = findings.stream().sorted().toList();
        return Finding.anyError(sorted) ? Checked.none(sorted) : Checked.of(MessageWriter.xml(message), sorted);
    }
}
