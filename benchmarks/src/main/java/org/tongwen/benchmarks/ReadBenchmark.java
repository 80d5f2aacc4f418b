package org.tongwen.benchmarks;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.prowidesoftware.swift.model.mx.MxPacs00800108;
import com.prowidesoftware.swift.model.mx.MxReadConfiguration;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.xml.sax.SAXException;

/** One pacs.008.001.08 of 3 to 4 KB, read and judged by us and by others. */
@State(Scope.Thread)
public class ReadBenchmark {

    private final Cycle<byte[]> messages = Cycle.of(CreditTransfers::next);
    private final Cycle<String> texts = messages.map(message -> new String(message, StandardCharsets.UTF_8));

    private final MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);
    private final Validator validator = validator();
    private final InputFactoryImpl parsers = new InputFactoryImpl();
    private final MxReadConfiguration oneContext = new MxReadConfiguration();
    private final Unmarshaller unmarshaller;

    /** Makes ready what may be used again and again, and makes sure that every message is valid. */
    public ReadBenchmark() {
        try {
            oneContext.context = JAXBContext.newInstance(MxPacs00800108.class);
            unmarshaller = oneContext.context.createUnmarshaller();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
        if (!messages.items().stream().allMatch(message -> reader.read(message).ok())) {
            throw new IllegalStateException("a generated message is refused");
        }
    }

    private static Validator validator() {
        URL schema = Objects.requireNonNull(Catalogue.class.getResource("/iso20022/pacs/pacs.008.001.08.xsd"));
        try {
            return SchemaFactory.newDefaultInstance().newSchema(schema).newValidator();
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ours: from bytes to a validated tree. */
    @Benchmark
    public Object read() {
        return reader.read(messages.next());
    }

    /** The JDK's judgement by our own schema. It builds nothing: whoever wants the content must parse once more. */
    @Benchmark
    public void jdkValidator() throws SAXException, IOException {
        validator.validate(new StreamSource(new ByteArrayInputStream(messages.next())));
    }

    /** Nothing but the parser that ours stands on, in its fastest setting: texts are passed over, not made into strings. */
    @Benchmark
    public int aaltoParse() throws XMLStreamException {
        XMLStreamReader events = parsers.createXMLStreamReader(new ByteArrayInputStream(messages.next()));
        int count = 0;
        while (events.hasNext()) {
            count += events.next();
        }
        events.close();
        return count;
    }

    /** Prowide as it comes: no judgement, and a new JAXB context for each message. */
    @Benchmark
    public Object prowideParse() {
        return MxPacs00800108.parse(texts.next());
    }

    /** The same call with one JAXB context for all messages. */
    @Benchmark
    public Object prowideParseOneContext() {
        return MxPacs00800108.parse(texts.next(), oneContext);
    }

    /** The least that Prowide's classes need: one JAXB unmarshaller for all messages, fed by Aalto. */
    @Benchmark
    public Object prowideClassesOneUnmarshaller() throws XMLStreamException, JAXBException {
        XMLStreamReader events = parsers.createXMLStreamReader(new ByteArrayInputStream(messages.next()));
        return unmarshaller
                .unmarshal(new WithoutNamespaces(events), MxPacs00800108.class)
                .getValue();
    }

    /** Prowide's classes know no namespaces. */
    private static final class WithoutNamespaces extends StreamReaderDelegate {

        WithoutNamespaces(XMLStreamReader events) {
            super(events);
        }

        @Override
        public String getNamespaceURI() {
            return "";
        }
    }
}
