package org.tongwen.conformance.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

/** Reads the templates of a plan. A template is valid by its definition, but for the values that are still to be filled in. */
public final class TemplateReader {

    private final MessageReader reader;

    /** A reader of templates. What their places name is checked where a template is used. */
    public TemplateReader(Catalogue catalogue) {
        this.reader = new MessageReader(catalogue, Limits.DEFAULT);
    }

    /** Reads one; a template with a mistake is none. */
    public Checked<Template> read(String name, String file, byte[] xml) {
        Checked<BusinessMessage> message = reader.read(xml);
        List<Finding> findings = new ArrayList<>();
        List<Node> open = message.value().stream()
                .flatMap(BusinessMessage::parts)
                .flatMap(part -> part.root().all())
                .filter(node -> texts(node).anyMatch(text -> text.contains("${")))
                .toList();
        message.findings().stream()
                .filter(finding -> open.stream().noneMatch(node -> lies(finding, node)))
                .forEach(finding -> findings.add(finding.at(finding.place().in(file))));
        open.forEach(node -> texts(node).forEach(text -> check(text, node, file, findings)));
        return findings.isEmpty()
                ? Checked.of(new Template(name, message.value().orElseThrow()), List.of())
                : Checked.none(findings);
    }

    private void check(String text, Node node, String file, List<Finding> findings) {
        findings.addAll(ValueParser.parse(text, node.place().in(file)).findings());
    }

    private static Stream<String> texts(Node node) {
        return Stream.concat(Stream.of(node.text()), node.attributes().values().stream());
    }

    /** Whether a finding is about the value of a node. */
    private static boolean lies(Finding finding, Node node) {
        String path = finding.place().path();
        return path.equals(node.path()) || path.startsWith(node.path() + "/@");
    }
}
