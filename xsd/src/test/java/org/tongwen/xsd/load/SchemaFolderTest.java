package org.tongwen.xsd.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

class SchemaFolderTest {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:test.001.001.01";

    private static final String SCHEMA = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='" + NAMESPACE
            + "' targetNamespace='" + NAMESPACE + "' elementFormDefault='qualified'>";

    private static final String SOUND = document("<xs:sequence><xs:element name='a' type='xs:string'/></xs:sequence>");

    @TempDir
    Path folder;

    @Test
    void fileNamesMayHaveBlanks() throws IOException {
        write("my schema.xsd", "<xs:include schemaLocation='./sub folder/../a b.xsd'/>" + SOUND);
        Files.writeString(
                folder.resolve("a b.xsd"),
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:simpleType name='S'>"
                        + "<xs:restriction base='xs:string'/></xs:simpleType></xs:schema>");
        Checked<List<MessageDefinition>> loaded = SchemaFolder.load(folder);
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.value().orElseThrow()).hasSize(1);
    }

    @Test
    void percentEscapesInLocationsAreRead() throws IOException {
        write("a.xsd", "<xs:include schemaLocation='types%20%E5%90%8C+.xsd'/>" + SOUND.replace("xs:string", "S"));
        Files.writeString(
                folder.resolve("types 同+.xsd"),
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:simpleType name='S'>"
                        + "<xs:restriction base='xs:string'/></xs:simpleType></xs:schema>");
        assertThat(SchemaFolder.load(folder).findings()).isEmpty();
    }

    @Test
    void attributesMayBeFixedOrProhibited() throws IOException {
        write(
                "a.xsd",
                document(
                        "<xs:sequence><xs:element name='a'><xs:complexType><xs:simpleContent><xs:extension base='xs:string'>"
                                + "<xs:attribute name='Ccy' fixed='EUR' type='xs:string'/>"
                                + "<xs:attribute name='Old' use='prohibited' type='xs:string'/>"
                                + "</xs:extension></xs:simpleContent></xs:complexType></xs:element></xs:sequence>"));
        MessageReader reader = new MessageReader(
                Catalogue.builtIn().with(SchemaFolder.load(folder).value().orElseThrow()), Limits.DEFAULT);
        assertThat(reader.read(amount("")).ok()).isTrue();
        assertThat(reader.read(amount(" Ccy='EUR'")).ok()).isTrue();
        assertThat(reader.read(amount(" Ccy='USD'")).ok()).isFalse();
        assertThat(reader.read(amount(" Old='x'")).ok()).isFalse();
    }

    private static byte[] amount(String attribute) {
        return ("<Document xmlns='" + NAMESPACE + "'><a" + attribute + ">1</a></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void notesOfOtherToolsDoNotCount() throws IOException {
        write("a.xsd", SOUND.replace("name='a'", "name='a' xmlns:tool='urn:tool' tool:name='b' tool:maxOccurs='x'"));
        MessageDefinition definition =
                SchemaFolder.load(folder).value().orElseThrow().get(0);
        assertThat(definition.find("a")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xs:include schemaLocation='a b%%.xsd'/>",
                "<xs:include schemaLocation='http://example.org/a.xsd'/>",
                "<xs:import namespace='urn:x' schemaLocation='a.xsd'/>",
                "<xs:element name='Other' type='xs:string'/>",
                "<xs:simpleType name='S'><xs:restriction base='T'/></xs:simpleType>"
                        + "<xs:simpleType name='T'><xs:restriction base='S'/></xs:simpleType>"
            })
    void oneBadFileLeavesTheOthers(String bad) throws IOException {
        write("bad.xsd", bad + SOUND.replace("xs:string", bad.contains("'S'") ? "S" : "xs:string"));
        write("good.xsd", SOUND);
        Checked<List<MessageDefinition>> loaded = SchemaFolder.load(folder);
        assertThat(loaded.findings()).extracting(Finding::id).containsExactly("xsd.Schema");
        assertThat(loaded.value().orElseThrow()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xs:element name='a' type='xs:string' fixed='X'/>",
                "<xs:element name='a' type='xs:string' default='X'/>",
                "<xs:element name='a' type='xs:string' nillable='true'/>",
                "<xs:element name='a' type='xs:string' form='unqualified'/>",
                "<xs:any namespace='##any'/>",
                "<xs:any namespace='##any' processContents='strict'/>",
                "<xs:element name='a'><xs:complexType abstract='true'><xs:sequence/></xs:complexType></xs:element>",
                "<xs:element name='a'><xs:complexType><xs:all><xs:element name='b' type='xs:string'/></xs:all>"
                        + "</xs:complexType></xs:element>",
                "<xs:group ref='g'/>",
                "<xs:sequence maxOccurs='80'><xs:element name='a' type='xs:string'/>"
                        + "<xs:choice maxOccurs='80'><xs:element name='b' type='xs:string'/></xs:choice></xs:sequence>",
                "<xs:element name='a'><xs:complexType><xs:complexContent><xs:extension base='B'/></xs:complexContent>"
                        + "</xs:complexType></xs:element>"
            })
    void whatWouldBeOverlookedIsRefused(String element) throws IOException {
        write("bad.xsd", document("<xs:sequence>" + element + "</xs:sequence>"));
        assertThat(SchemaFolder.load(folder).findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).endsWith("is not supported in a message definition"));
    }

    @Test
    void allThatIsWrongInAFileIsFoundInOneRun() throws IOException {
        write(
                "bad.xsd",
                document("<xs:sequence><xs:element name='a' type='A'/>\n<xs:element name='b' type='B'/></xs:sequence>")
                        + "\n<xs:complexType name='A'><xs:all/></xs:complexType>"
                        + "\n<xs:complexType name='B' mixed='true'/>");
        Checked<List<MessageDefinition>> loaded = SchemaFolder.load(folder);
        assertThat(loaded.value().orElseThrow()).isEmpty();
        assertThat(loaded.findings())
                .extracting(finding -> finding.place().line())
                .containsExactly(3, 4);
    }

    @Test
    void twoFilesForOneMessageAreAnError() throws IOException {
        write("a.xsd", SOUND);
        write("b.xsd", SOUND);
        Checked<List<MessageDefinition>> loaded = SchemaFolder.load(folder);
        assertThat(loaded.ok()).isFalse();
        assertThat(loaded.findings()).extracting(Finding::id).containsExactly("xsd.TwoDefinitions");
        assertThat(loaded.findings().get(0).message()).isEqualTo("defines test.001.001.01, and so does a.xsd");
    }

    @Test
    void aPrefixMustMeanTheSchemasOwnNamespace() throws IOException {
        String type = "<xs:simpleType name='S'><xs:restriction base='xs:string'/></xs:simpleType>";
        String prefixed = SCHEMA + SOUND.replace("xs:string", "t:S") + type + "</xs:schema>";
        Files.writeString(folder.resolve("own.xsd"), prefixed.replace("xmlns=", "xmlns:t='" + NAMESPACE + "' xmlns="));
        assertThat(SchemaFolder.load(folder).findings()).isEmpty();
        Files.writeString(folder.resolve("own.xsd"), prefixed.replace("xmlns=", "xmlns:t='urn:other' xmlns="));
        assertThat(SchemaFolder.load(folder).findings())
                .extracting(Finding::message)
                .containsExactly("the type t:S is not defined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xs:element name='a' type='xs:string' minOccurs='2'/>",
                "<xs:element name='a' type='xs:string' maxOccurs='-1'/>",
                "<xs:element name='a' type='xs:string' minOccurs='0'/><xs:element name='a' type='xs:string'/>",
                "<xs:element name='a' type='xs:string' maxOccurs='2'/><xs:element name='a' type='xs:string'/>"
            })
    void contentsThatXmlSchemaForbidsAreRefused(String content) throws IOException {
        write("bad.xsd", document("<xs:sequence>" + content + "</xs:sequence>"));
        assertThat(SchemaFolder.load(folder).findings()).extracting(Finding::id).containsExactly("xsd.Schema");
    }

    @Test
    void elementsMustBeQualified() throws IOException {
        Files.writeString(
                folder.resolve("a.xsd"),
                (SCHEMA + SOUND + "</xs:schema>").replace(" elementFormDefault='qualified'", ""));
        assertThat(SchemaFolder.load(folder).findings()).extracting(Finding::id).containsExactly("xsd.Schema");
    }

    @Test
    void anElementCountsAnewWhenItsGroupRepeats() throws IOException {
        String group = "<xs:sequence minOccurs='0' maxOccurs='unbounded'>"
                + "<xs:element name='a' type='xs:string' minOccurs='3' maxOccurs='3'/></xs:sequence>";
        write("a.xsd", document(group));
        List<MessageDefinition> definitions = SchemaFolder.load(folder).value().orElseThrow();
        MessageReader reader = new MessageReader(Catalogue.builtIn().with(definitions), Limits.DEFAULT);
        for (int count = 0; count < 10; count++) {
            String xml = "<Document xmlns='" + NAMESPACE + "'>" + "<a/>".repeat(count) + "</Document>";
            assertThat(reader.read(xml.getBytes(StandardCharsets.UTF_8)).ok()).isEqualTo(count % 3 == 0);
        }
    }

    private static String document(String content) {
        return "<xs:element name='Document'><xs:complexType>" + content + "</xs:complexType></xs:element>";
    }

    private void write(String name, String body) throws IOException {
        Files.writeString(folder.resolve(name), SCHEMA + body + "</xs:schema>");
    }
}
