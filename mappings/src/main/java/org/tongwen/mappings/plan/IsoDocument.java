package org.tongwen.mappings.plan;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.s9api.BuildingStreamWriter;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.tongwen.xsd.message.Node;

/** An ISO element as formulas and stylesheets see it: elements of its names without a namespace, with their attributes. */
final class IsoDocument {

    private IsoDocument() {}

    /** The element, in a document of its own. */
    static XdmNode of(Node node) throws SaxonApiException {
        try {
            BuildingStreamWriter writer = Engine.PROCESSOR.newDocumentBuilder().newBuildingStreamWriter();
            writer.writeStartDocument();
            write(node, writer);
            writer.writeEndDocument();
            return writer.getDocumentNode().children().iterator().next();
        } catch (XMLStreamException e) {
            throw new SaxonApiException("the message cannot be shown to a formula", e);
        }
    }

    private static void write(Node node, BuildingStreamWriter writer) throws XMLStreamException {
        if (node.isForeign()) {
            return;
        }
        writer.writeStartElement(node.name());
        for (Map.Entry<String, String> attribute : node.attributes().entrySet()) {
            if (!attribute.getKey().startsWith("{")) {
                writer.writeAttribute(attribute.getKey(), attribute.getValue());
            }
        }
        for (Node child : node.children()) {
            write(child, writer);
        }
        writer.writeCharacters(node.text());
        writer.writeEndElement();
    }
}
