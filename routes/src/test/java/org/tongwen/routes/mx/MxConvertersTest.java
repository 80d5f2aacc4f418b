package org.tongwen.routes.mx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.JaxbContextLoader;
import com.prowidesoftware.swift.model.mx.MxPacs00800108;
import com.prowidesoftware.swift.model.mx.MxPacs00900108;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.Samples;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

class MxConvertersTest {

    private static final String XML = Samples.PACS_008;
    private static final MessageReader READER = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    /** A step as a bank would write it. */
    public static final class DoubleTheAmount {

        /** Camel passes the body as the class that the method asks for. */
        public MxPacs00800108 change(MxPacs00800108 message) {
            var amount = message.getFIToFICstmrCdtTrf().getCdtTrfTxInf().get(0).getIntrBkSttlmAmt();
            amount.setValue(amount.getValue().add(amount.getValue()));
            return message;
        }
    }

    @Test
    void givesABanksOwnStepTheTypedMessage() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:bank").bean(new DoubleTheAmount()).convertBodyTo(byte[].class);
            }
        });

        for (Object body : new Object[] {XML, XML.getBytes(StandardCharsets.UTF_8), stream(XML)}) {
            byte[] changed = context.createProducerTemplate().requestBody("direct:bank", body, byte[].class);
            assertThat(new String(changed, StandardCharsets.UTF_8))
                    .contains(">801.00<")
                    .contains("同文商贸有限公司")
                    .contains("Jürgen &amp; Söhne");
            assertThat(READER.read(changed).ok()).isTrue();
        }
    }

    @Test
    void keepsTheBusinessHeader() throws Exception {
        AbstractMX message = convert(Samples.WITH_HEADER, AbstractMX.class);

        assertThat(message).isInstanceOf(MxPacs00800108.class);
        assertThat(message.getAppHdr()).isNotNull();
        byte[] written = converter().mandatoryConvertTo(byte[].class, message);
        assertThat(READER.read(written).ok()).isTrue();
        assertThat(READER.read(written).value().orElseThrow().header()).isPresent();
    }

    @Test
    void writesTextAndStreamsToo() throws Exception {
        MxPacs00800108 message = convert(XML, MxPacs00800108.class);

        assertThat(converter().mandatoryConvertTo(String.class, message))
                .startsWith("<?xml")
                .contains("400.50");
        assertThat(new String(
                        converter()
                                .mandatoryConvertTo(InputStream.class, message)
                                .readAllBytes(),
                        StandardCharsets.UTF_8))
                .contains("同文商贸有限公司");
    }

    @Test
    void readsOtherEncodings() throws Exception {
        String declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + XML;
        MxPacs00800108 message = context.getTypeConverter()
                .mandatoryConvertTo(MxPacs00800108.class, declared.getBytes(StandardCharsets.UTF_16));

        assertThat(message.getFIToFICstmrCdtTrf()
                        .getCdtTrfTxInf()
                        .get(0)
                        .getDbtr()
                        .getNm())
                .isEqualTo("同文商贸有限公司");
    }

    @Test
    void doesNotMakeAMessageOfAnotherOne() {
        assertThatThrownBy(() -> convert(XML, MxPacs00900108.class)).isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> convert(XML.replace("008.001.08", "008.001.07"), MxPacs00800108.class))
                .isInstanceOf(TypeConversionException.class);
        assertThatThrownBy(() -> convert(XML.replace("urn:iso", "urn:other"), MxPacs00800108.class))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void makesNoObjectOfAMessageThatItWouldHaveToCut() {
        String unknown = XML.replace("<ChrgBr>", "<Unknown>1</Unknown><ChrgBr>");
        String evil = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + XML.replace("E-1", "&x;");

        for (String xml : new String[] {unknown, evil, "", "not XML", "<a/>"}) {
            assertThatThrownBy(() -> convert(xml, AbstractMX.class)).isInstanceOf(Exception.class);
        }
    }

    @Test
    void stopsARouteWhoseStepCannotHaveItsMessage() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:bank").bean(new DoubleTheAmount());
            }
        });

        assertThatThrownBy(() -> context.createProducerTemplate().requestBody("direct:bank", "<a/>"))
                .isInstanceOf(CamelExecutionException.class);
    }

    @Test
    void makesOneJaxbContextAClassAndNoSecond() throws Exception {
        convert(Samples.WITH_HEADER, MxPacs00800108.class);
        JaxbContexts contexts = (JaxbContexts) JaxbContextLoader.INSTANCE.getCacheImpl();
        Object first = contexts.get(MxPacs00800108.class, MxPacs00800108._classes);
        int size = contexts.size();

        for (int i = 0; i < 3; i++) {
            converter().mandatoryConvertTo(String.class, convert(Samples.WITH_HEADER, MxPacs00800108.class));
        }

        assertThat(contexts.get(MxPacs00800108.class, MxPacs00800108._classes)).isSameAs(first);
        assertThat(contexts.size()).isLessThanOrEqualTo(size + 1);
        int afterWriting = contexts.size();
        converter().mandatoryConvertTo(String.class, convert(Samples.WITH_HEADER, MxPacs00800108.class));
        assertThat(contexts.size()).isEqualTo(afterWriting);
    }

    private <T> T convert(String xml, Class<T> type) throws Exception {
        return converter().mandatoryConvertTo(type, xml);
    }

    private TypeConverter converter() {
        return context.getTypeConverter();
    }

    private static InputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
