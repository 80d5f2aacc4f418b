package org.tongwen.conformance.engine;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.tongwen.conformance.plan.Verdict;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The published schemas of some messages together, used by the JDK's validator: a second opinion that shares no code with ours. */
final class OfficialSchemas {

    private final Schema schema;

    private OfficialSchemas(Schema schema) {
        this.schema = schema;
    }

    /** The archive beside the checkout: {@code shared/xsd/official.tar.xz} in the nearest folder above that has one. */
    static Optional<Path> archive() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("xsd").resolve("official.tar.xz"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static OfficialSchemas read(Path archive, Set<String> messages) throws IOException, SAXException {
        List<Source> sources = new ArrayList<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (messages.contains(entry.getName().replace(".xsd", ""))) {
                    sources.add(new StreamSource(new ByteArrayInputStream(tar.readAllBytes()), entry.getName()));
                }
            }
        }
        if (sources.size() != messages.size()) {
            throw new IOException("the archive lacks one of " + messages);
        }
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        return new OfficialSchemas(factory.newSchema(sources.toArray(Source[]::new)));
    }

    Verdict judge(byte[] message) throws IOException, ParserConfigurationException {
        try {
            schema.newValidator().validate(new SAXSource(parser(), new InputSource(new ByteArrayInputStream(message))));
            return Verdict.VALID;
        } catch (SAXException e) {
            return Verdict.INVALID;
        }
    }

    /** Document types are no matter of schemas, so the parser is told to refuse them. */
    private static XMLReader parser() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser().getXMLReader();
    }
}
