package org.tongwen.xsd.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.junit.jupiter.api.Test;

class XmlReaderTest {

    private static final long ANY_SIZE = Long.MAX_VALUE;

    @Test
    void theStreamStaysOpen() {
        boolean[] closed = {false};
        InputStream stream = new ByteArrayInputStream("<a/>".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (XmlReader xml = XmlReader.open(stream, ANY_SIZE)) {
            readAll(xml);
        }
        assertThat(closed[0]).isFalse();
    }

    @Test
    void aLessThanInALongCommentOrTextIsNoTag() {
        String much = "x".repeat(100_000);
        for (String xml : List.of(
                "<a><!-- 1 < 2 " + much + "--></a>",
                "<a><![CDATA[1 < 2 " + much + "]]></a>",
                "<a>" + much + "</a>",
                "<a b='" + "x".repeat(60_000) + "'/>")) {
            readAll(stream(xml));
        }
    }

    @Test
    void aTagOrTextThatIsTooLongIsRefused() {
        for (String xml : List.of(
                "<a b='" + "x".repeat(100_000) + "'/>",
                "<a " + "b='>' ".repeat(30_000) + "/>",
                "<a>" + " ".repeat(21_000_000) + "</a>",
                "<!--" + "x".repeat(21_000_000) + "--><a/>")) {
            assertThatThrownBy(() -> readAll(stream(xml)))
                    .isInstanceOfSatisfying(
                            UnreadableException.class,
                            refused -> assertThat(refused.finding().id()).isEqualTo("xsd.TooLarge"));
        }
    }

    @Test
    void aDeclarationThatDoesNotEndSoonIsRefused() {
        String xml = "<?xml version='1.0'" + " ".repeat(600) + "encoding='ISO-8859-1'?><a>\u00e9</a>";
        assertThatThrownBy(() -> XmlReader.open(xml.getBytes(StandardCharsets.ISO_8859_1), ANY_SIZE))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the XML declaration does not end");
    }

    @Test
    void wideEncodingsHaveToBeMarkedOrDeclared() {
        byte[] silent = "<a/>".getBytes(StandardCharsets.UTF_16BE);
        byte[] marked = "\uFEFF<a/>".getBytes(StandardCharsets.UTF_16BE);
        byte[] declared = "<?xml version='1.0' encoding='UTF-16BE'?><a/>".getBytes(StandardCharsets.UTF_16BE);
        assertThatThrownBy(() -> XmlReader.open(silent, ANY_SIZE)).isInstanceOf(UnreadableException.class);
        readAll(XmlReader.open(marked, ANY_SIZE));
        readAll(XmlReader.open(declared, ANY_SIZE));
    }

    private static XmlReader stream(String xml) {
        return XmlReader.open(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), ANY_SIZE);
    }

    private static void readAll(XmlReader xml) {
        while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
            // Only whether it can be read is asked.
        }
    }
}
