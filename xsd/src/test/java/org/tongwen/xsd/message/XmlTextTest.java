package org.tongwen.xsd.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class XmlTextTest {

    @Test
    void everyTextThatXmlCanCarryComesBackFromAnyParser() throws Exception {
        Random random = new Random(20_261_122);
        String characters = "<>&\"'] \t\n\r=aé中\u0085\u2028\uD7FF\uFFFD";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(characters.charAt(random.nextInt(characters.length())))
                        .append(random.nextInt(5) == 0 ? "😀" : "");
            }
            assertThat(parsed(text.toString()).getTextContent()).isEqualTo(text.toString());
            assertThat(parsed(text.toString()).getAttribute("b")).isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u001F", "\uFFFE", "\uD83D", "\uDE00", "\uD83Da"})
    void aTextThatXmlCannotCarryIsRefused(String text) {
        assertThatThrownBy(() -> written(text)).isInstanceOf(IllegalStateException.class);
    }

    private static Element parsed(String text) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(written(text)))
                .getDocumentElement();
    }

    private static byte[] written(String text) {
        XmlText xml = new XmlText();
        xml.start("a");
        xml.attribute("b", text);
        xml.text(text);
        xml.end("a");
        return xml.bytes();
    }
}
