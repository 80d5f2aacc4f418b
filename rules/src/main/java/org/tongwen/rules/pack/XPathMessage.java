package org.tongwen.rules.pack;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.tongwen.rules.condition.IsoSubject;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.message.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** A message as a tree of Saxon's, without namespaces, for rules that only XPath can say. */
final class XPathMessage {

    private static final String TOP = "Message";

    /** Started when the first message needs it; expressions cannot reach files, the network or Java. */
    private static final class Saxon {

        private static final Processor PROCESSOR = processor();
        private static final Map<String, XPathExecutable> EXPRESSIONS = new ConcurrentHashMap<>();

        private static Processor processor() {
            Processor processor = new Processor(false);
            processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
            processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "none");
            processor.getUnderlyingConfiguration().setResourceResolver(request -> {
                throw new net.sf.saxon.trans.XPathException("rules read nothing but the message");
            });
            return processor;
        }
    }

    private final Map<Node, XdmNode> byNode = new IdentityHashMap<>();

    private final XdmNode whole;

    private XPathMessage(List<Node> tops) throws SAXException, SaxonApiException {
        whole = build(tops);
        List<XdmNode> elements = whole.select(Steps.descendant("*")).asList();
        int[] next = {0};
        tops.forEach(top -> pair(top, elements, next));
    }

    /** The whole message that a value stands in. */
    static XPathMessage of(Subject value) {
        try {
            return new XPathMessage(IsoSubject.tops(value));
        } catch (SAXException | SaxonApiException e) {
            throw new IllegalStateException("the message cannot be given to XPath", e);
        }
    }

    /** The element around header and document. */
    private static XdmNode build(List<Node> tops) throws SAXException, SaxonApiException {
        DocumentBuilder builder = Saxon.PROCESSOR.newDocumentBuilder();
        BuildingContentHandler target = builder.newBuildingContentHandler();
        target.startDocument();
        target.startElement("", TOP, TOP, new AttributesImpl());
        for (Node top : tops) {
            write(top, target);
        }
        target.endElement("", TOP, TOP);
        target.endDocument();
        return target.getDocumentNode().select(Steps.child(TOP)).asNode();
    }

    private static void write(Node node, BuildingContentHandler target) throws SAXException {
        String name = node.name().isEmpty() ? "_" : node.name();
        AttributesImpl attributes = new AttributesImpl();
        node.attributes().forEach((key, text) -> {
            if (!key.startsWith("{")) {
                attributes.addAttribute("", key, key, "CDATA", text);
            }
        });
        target.startElement("", name, name, attributes);
        if (node.children().isEmpty()) {
            target.characters(node.text().toCharArray(), 0, node.text().length());
        } else if (!node.isForeign()) {
            for (Node child : node.children()) {
                write(child, target);
            }
        }
        target.endElement("", name, name);
    }

    /** The elements of both trees come in the same order. */
    private void pair(Node node, List<XdmNode> elements, int[] next) {
        byNode.put(node, elements.get(next[0]++));
        if (!node.isForeign()) {
            node.children().forEach(child -> pair(child, elements, next));
        }
    }

    /** Whether an expression is true at a value. */
    boolean holds(String expression, Subject value) {
        try {
            XPathSelector selector = Saxon.EXPRESSIONS
                    .computeIfAbsent(expression, XPathMessage::compile)
                    .load();
            selector.setContextItem(IsoSubject.node(value).map(byNode::get).orElse(whole));
            return selector.effectiveBooleanValue();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** What is wrong with an expression; empty when it can be asked. */
    static Optional<String> mistake(String expression) {
        try {
            compile(expression);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static XPathExecutable compile(String expression) {
        try {
            return Saxon.PROCESSOR.newXPathCompiler().compile(expression);
        } catch (SaxonApiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
