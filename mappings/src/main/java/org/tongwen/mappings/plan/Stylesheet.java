package org.tongwen.mappings.plan;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.om.StandardNames;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.SymbolicName;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** A stylesheet of a mapping, compiled. Its named templates {@code to-iso} and {@code from-iso} are the two directions. */
final class Stylesheet {

    private static final QName TO_ISO = new QName("to-iso");
    private static final QName FROM_ISO = new QName("from-iso");

    private final XsltExecutable executable;

    private Stylesheet(XsltExecutable executable) {
        this.executable = executable;
    }

    /**
     * Compiles a stylesheet.
     *
     * @param name its file, for the places of findings
     * @param twoWay whether it must have a template for the way back
     */
    static Checked<Stylesheet> compile(String name, byte[] bytes, boolean twoWay) {
        List<Finding> findings = new ArrayList<>();
        XsltCompiler compiler = Engine.PROCESSOR.newXsltCompiler();
        compiler.setErrorReporter(error -> findings.add(finding(name, error)));
        try {
            XsltExecutable executable =
                    compiler.compile(new StreamSource(new ByteArrayInputStream(bytes), "stylesheet:/" + name));
            needs(TO_ISO, executable, name, findings);
            if (twoWay) {
                needs(FROM_ISO, executable, name, findings);
            }
            return Checked.of(new Stylesheet(executable), findings);
        } catch (SaxonApiException | IllegalArgumentException e) {
            if (findings.isEmpty()) {
                findings.add(Finding.error(
                        "mapping.Stylesheet", new Place(name, 1, 1, ""), "the stylesheet cannot be compiled"));
            }
            return Checked.none(findings);
        }
    }

    private static Finding finding(String name, XmlProcessingError error) {
        int line = Math.max(0, error.getLocation().getLineNumber());
        int column = Math.max(0, error.getLocation().getColumnNumber());
        Place place = new Place(name, line, column, "");
        String message = String.valueOf(error.getMessage()).strip().replaceAll("\\s+", " ");
        return error.isWarning()
                ? Finding.warning("mapping.Stylesheet", place, message)
                : Finding.error("mapping.Stylesheet", place, message);
    }

    private static void needs(QName template, XsltExecutable executable, String name, List<Finding> findings) {
        SymbolicName wanted = new SymbolicName(StandardNames.XSL_TEMPLATE, template.getStructuredQName());
        boolean there = executable.getUnderlyingCompiledStylesheet().getComponent(wanted) != null;
        if (!there) {
            findings.add(Finding.error(
                            "mapping.Stylesheet",
                            new Place(name, 1, 1, ""),
                            "the stylesheet has no template named " + template.getLocalName())
                    .hint(
                            template.equals(FROM_ISO)
                                    ? "without a way back write one-way: and the reason beside xslt"
                                    : ""));
        }
    }

    /** Towards ISO: the elements and texts that go into the ISO element. */
    List<XdmNode> toIso(XdmNode source, Map<String, String> given) throws SaxonApiException {
        return call(TO_ISO, source, given);
    }

    /** Back: an element for each source field. */
    List<XdmNode> fromIso(XdmNode element, Map<String, String> given) throws SaxonApiException {
        return call(FROM_ISO, element, given);
    }

    private List<XdmNode> call(QName template, XdmNode context, Map<String, String> given) throws SaxonApiException {
        Xslt30Transformer transformer = executable.load30();
        transformer.setErrorReporter(error -> {});
        transformer.setMessageHandler(message -> {});
        Map<QName, XdmValue> parameters = new HashMap<>();
        given.forEach((name, value) -> parameters.put(new QName(name), new XdmAtomicValue(value)));
        transformer.setStylesheetParameters(parameters);
        transformer.setGlobalContextItem(context);
        transformer.setResultDocumentHandler(uri -> {
            throw new IllegalStateException("a stylesheet may not write documents");
        });
        List<XdmNode> nodes = new ArrayList<>();
        for (XdmItem item : transformer.callTemplate(template)) {
            if (!(item instanceof XdmNode node)) {
                throw new SaxonApiException("the template " + template + " gives a value; elements or text are needed");
            }
            if (node.getNodeKind() == XdmNodeKind.DOCUMENT) {
                node.children().forEach(nodes::add);
            } else {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /** The text of a failure, without what stands behind its first line. */
    static String reason(Exception failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("");
    }
}
