package org.tongwen.xsd.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.diff.Difference;
import org.tongwen.xsd.diff.DifferenceText;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.outline.ElementPath;
import org.tongwen.xsd.outline.Outline;
import org.tongwen.xsd.outline.OutlineText;

/** Schemas that somebody wrote to slow the loader down, to make it fail or to speak to the user's terminal. */
class HostileSchemaTest {

    private static final String START = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:x:a.1'"
            + " targetNamespace='urn:x:a.1' elementFormDefault='qualified'>";

    private static final String END = "</xs:schema>";

    private static final String ROOT = "<xs:element name='a' type='T'/>";

    @TempDir
    Path folder;

    @Test
    void aSchemaIsReadAsStrictlyAsAMessage() throws IOException {
        String sound = START + values("") + END;
        assertThat(load(sound).findings()).isEmpty();
        assertThat(message(load(sound + "<junk>"))).contains("not well-formed");
        assertThat(message(load("<!DOCTYPE a [<!ENTITY b 'c'>]>" + sound))).contains("document type declaration");
        byte[] latin = sound.replace("<xs:element", "<!--é--><xs:element").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(message(load(latin))).contains("is not UTF-8");
        String names = IntStream.range(0, 5_000).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());
        assertThat(message(load(START + "<xs:annotation>" + names + "</xs:annotation>" + values("") + END)))
                .contains("unknown names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"other.txt", "../../../../../../../../none", "http://127.0.0.1:9/x.xsd", "file:///none", "."})
    void whatIsNoSchemaIsNotIncluded(String location) throws IOException {
        Files.writeString(folder.resolve("other.txt"), "root:x:0:0");
        Checked<MessageDefinition> loaded =
                load(START + "<xs:include schemaLocation='" + location + "'/>" + values("") + END);
        assertThat(loaded.findings()).extracting(Finding::id).containsExactly("xsd.Schema");
        assertThat(message(loaded)).doesNotContain("root:x");
    }

    @Test
    void aSchemaMayIncludeItself() throws IOException {
        assertThat(load(START + "<xs:include schemaLocation='./s.xsd'/>" + values("") + END)
                        .findings())
                .isEmpty();
    }

    @Test
    @Timeout(60)
    void contentThatWouldFillTheMemoryIsRefused() throws IOException {
        String optional = IntStream.range(0, 4_000)
                .mapToObj(i -> "<xs:element name='e" + i + "' type='xs:string' minOccurs='0'/>")
                .collect(Collectors.joining());
        String type = "<xs:complexType name='T'><xs:sequence>" + optional + "</xs:sequence></xs:complexType>";
        assertThat(message(load(START + ROOT + type + END))).contains("more than 1000 elements");
    }

    @Test
    void nothingInASchemaCommandsTheTerminal() throws IOException {
        MessageDefinition hostile = load(START + values("<xs:enumeration value='&#x9b;31m&#x202e;&#10;ok'/>") + END)
                .value()
                .orElseThrow();
        MessageDefinition plain = load(START + values("<xs:enumeration value='b'/>") + END)
                .value()
                .orElseThrow();
        Outline outline =
                Outline.of(ElementPath.find(hostile, "").value().orElseThrow().element(), 3);
        assertThat(OutlineText.of(outline))
                .contains("\\u009b31m\\u202e\\u000aok")
                .doesNotContain("\u009b", "\u202e");
        assertThat(DifferenceText.of(Difference.of(plain, hostile)))
                .contains("\\u009b31m")
                .doesNotContain("\u009b", "\u202e");
    }

    private static String values(String facets) {
        return ROOT + "<xs:simpleType name='T'><xs:restriction base='xs:string'>" + facets
                + "</xs:restriction></xs:simpleType>";
    }

    private Checked<MessageDefinition> load(String schema) throws IOException {
        return load(schema.getBytes(StandardCharsets.UTF_8));
    }

    private Checked<MessageDefinition> load(byte[] schema) throws IOException {
        return SchemaFolder.file(Files.write(folder.resolve("s.xsd"), schema));
    }

    private static String message(Checked<MessageDefinition> loaded) {
        return loaded.findings().get(0).message();
    }
}
