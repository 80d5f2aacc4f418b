package org.tongwen.mappings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Random ISO messages in what a mapping reads: its samples, with texts that are longer, shorter or in other letters, without some elements, and
 * with elements that other samples have in their place. Many are not valid; who takes them says so.
 */
final class RandomIsoOf {

    private static final int CHANGES = 4;

    private static final List<String> TEXTS = List.of(
            "A",
            "Demonstration",
            "Müller & Söhne KG",
            "云山机械有限公司",
            "Société d'Exemple, 4e étage",
            "An example of a company with a name of more than seventy characters, which few have",
            "/INV/4711 /RFB/RF18539007547034",
            "//starts with strokes",
            "-starts like the end of a message",
            ":20:starts like a field",
            "with  two blanks and a # and a _",
            "0815",
            "REF-4711/7",
            "ORDER-2026-000000000000000000000004");

    private final List<Document> samples;
    private final Random random;

    private RandomIsoOf(List<Document> samples, long seed) {
        this.samples = samples;
        this.random = new Random(seed);
    }

    /** Endless messages for a mapping, the same ones for the same seed. */
    static Stream<String> mapping(AuthoredMapping mapping, long seed) {
        RandomIsoOf messages = new RandomIsoOf(samples(mapping), seed);
        return messages.samples.isEmpty() ? Stream.empty() : Stream.generate(messages::message);
    }

    private static List<Document> samples(AuthoredMapping mapping) {
        String name = mapping.name().substring(mapping.name().indexOf('.') + 1);
        Path folder = mapping.file().resolveSibling("samples").resolve(name);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("iso.xml"))
                    .sorted()
                    .map(RandomIsoOf::document)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Path file) {
        try {
            String text = Files.readString(file).replaceAll(">\\s+<", "><");
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private String message() {
        Document document = (Document) pick(samples).cloneNode(true);
        int changes = 1 + random.nextInt(CHANGES);
        for (int i = 0; i < changes; i++) {
            switch (random.nextInt(5)) {
                case 0 -> remove(pick(elements(document)));
                case 1, 2 -> graft(document);
                default -> rewrite(pick(leaves(document)));
            }
        }
        return text(document);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static void remove(Element element) {
        Node parent = element.getParentNode();
        boolean inside = parent instanceof Element && parent.getParentNode() instanceof Element;
        if (inside) {
            parent.removeChild(element);
        }
        if (inside && !parent.hasChildNodes()) {
            remove((Element) parent);
        }
    }

    /** Another text of the kind that stands there: words for words, a number for a number; codes, times and identifications of parties stay. */
    private void rewrite(Element leaf) {
        String text = leaf.getTextContent();
        if (text.matches("\\d{1,9}(\\.\\d{1,2})?") && leaf.hasAttribute("Ccy")) {
            leaf.setTextContent(Integer.toString(1 + random.nextInt(90_000)));
        } else if (isWords(leaf)) {
            leaf.setTextContent(pick(TEXTS));
        }
    }

    private static boolean isWords(Element leaf) {
        return List.of(
                        "Nm",
                        "StrtNm",
                        "BldgNb",
                        "PstCd",
                        "TwnNm",
                        "TwnLctnNm",
                        "AdrLine",
                        "Ustrd",
                        "Inf",
                        "InstrInf",
                        "EndToEndId",
                        "AddtlInf",
                        "AddtlNtryInf",
                        "AddtlStmtInf",
                        "AddtlRptInf",
                        "AddtlTxInf",
                        "Prtry",
                        "Nb",
                        "Ref",
                        "InstrId",
                        "AcctSvcrRef")
                .contains(leaf.getLocalName());
    }

    /** Puts an element of another sample where that one has it: in front of the first that follows it there. */
    private void graft(Document document) {
        Element scion = pick(elements(pick(samples)));
        List<Element> homes = elements(document).stream()
                .filter(element -> path(element).equals(path((Element) scion.getParentNode())))
                .toList();
        if (homes.isEmpty()) {
            return;
        }
        Element home = homes.get(0);
        Node copy = document.importNode(scion, true);
        for (Node next = scion.getNextSibling(); next != null; next = next.getNextSibling()) {
            Node before = child(home, next.getLocalName());
            if (before != null) {
                home.insertBefore(copy, before);
                return;
            }
        }
        home.appendChild(copy);
    }

    private static @org.jspecify.annotations.Nullable Node child(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name.equals(child.getLocalName())) {
                return child;
            }
        }
        return null;
    }

    private static String path(Element element) {
        Node parent = element.getParentNode();
        return (parent instanceof Element above ? path(above) : "") + "/" + element.getLocalName();
    }

    /** All elements that have another around them below the outermost. */
    private static List<Element> elements(Document document) {
        List<Element> elements = new ArrayList<>();
        gather(document.getDocumentElement(), elements);
        elements.removeIf(element ->
                !(element.getParentNode() instanceof Element above) || !(above.getParentNode() instanceof Element));
        return elements;
    }

    private static List<Element> leaves(Document document) {
        return elements(document).stream()
                .filter(element -> element.getElementsByTagName("*").getLength() == 0)
                .toList();
    }

    private static void gather(Element element, List<Element> elements) {
        elements.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                gather(inner, elements);
            }
        }
    }

    private static String text(Document document) {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            writer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
