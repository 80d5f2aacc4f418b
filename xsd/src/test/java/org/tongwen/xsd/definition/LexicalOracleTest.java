package org.tongwen.xsd.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Short texts at random are values of a primitive when the JDK's own validator says so. */
class LexicalOracleTest {

    private static final int TEXTS = 4_000;

    @Test
    void base64IsWhatTheJdkTakesForBase64() throws SAXException, IOException {
        compare(Primitive.BASE64, "AQgEI+/=== \n-");
    }

    @Test
    void decimalsAreWhatTheJdkTakesForDecimals() throws SAXException, IOException {
        compare(Primitive.DECIMAL, "0019.+- eE");
    }

    private static void compare(Primitive primitive, String characters) throws SAXException, IOException {
        SimpleType type = new SimpleType(primitive.xmlName(), primitive, List.of());
        Validator oracle = oracle(primitive);
        Random random = new Random(1);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, characters);
            assertThat(type.violation(text).isEmpty())
                    .as("'" + text + "'")
                    .isEqualTo(isValid(oracle, "<a>" + text + "</a>"));
        }
    }

    private static String text(Random random, String characters) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(10); length > 0; length--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private static boolean isValid(Validator oracle, String xml) throws IOException {
        try {
            oracle.validate(new StreamSource(new StringReader(xml)));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    private static Validator oracle(Primitive primitive) throws SAXException {
        String schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='xs:"
                + primitive.xmlName() + "'/></xs:schema>";
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(schema)))
                .newValidator();
    }
}
