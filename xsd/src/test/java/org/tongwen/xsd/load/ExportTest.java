package org.tongwen.xsd.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.export.SchemaText;

class ExportTest {

    /** A selection; {@code -Dtongwen.all=true} asks for all of them. */
    private static final int EVERY = Boolean.getBoolean("tongwen.all") ? 1 : 20;

    @TempDir
    private Path folder;

    @Test
    void everyExportedDefinitionIsReadAgainAsTheSame() {
        Catalogue catalogue = Catalogue.builtIn();
        for (String id : catalogue.ids()) {
            MessageDefinition message = catalogue.find(id).orElseThrow();
            MessageDefinition again =
                    read(SchemaText.of(message), message.root().name());
            assertThat(DefinitionText.of(again)).as(id).isEqualTo(DefinitionText.of(message));
        }
    }

    @Test
    void theJdkTakesWhatIsExported() {
        Catalogue catalogue = Catalogue.builtIn();
        SortedSet<String> ids = catalogue.ids();
        int number = 0;
        for (String id : ids) {
            if (number++ % EVERY == 0) {
                String schema = SchemaText.of(catalogue.find(id).orElseThrow());
                assertThatCode(() -> compile(schema)).as(id).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void stepsOfRestrictionAndTypesWithoutNameAreKept() throws Exception {
        Path file = Files.writeString(folder.resolve("a.xsd"), """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:x:test.001.001.01"
                    targetNamespace="urn:x:test.001.001.01" elementFormDefault="qualified">
                  <xs:element name="Document"><xs:complexType><xs:sequence minOccurs="0" maxOccurs="3">
                    <xs:element name="A"><xs:simpleType><xs:restriction base="Code">
                      <xs:pattern value="&lt;&quot;&amp;"/><xs:maxLength value="3"/>
                    </xs:restriction></xs:simpleType></xs:element>
                    <xs:choice minOccurs="0">
                      <xs:element name="Document" type="xs:date" maxOccurs="0" minOccurs="0"/>
                      <xs:element name="B"><xs:complexType><xs:sequence>
                        <xs:element name="A"><xs:simpleType><xs:restriction base="xs:integer">
                          <xs:minInclusive value="-5"/><xs:maxExclusive value="12"/></xs:restriction></xs:simpleType></xs:element>
                        <xs:any namespace="##other" processContents="skip" minOccurs="0"/>
                      </xs:sequence><xs:attribute name="k" type="Code"/></xs:complexType></xs:element>
                    </xs:choice>
                  </xs:sequence></xs:complexType></xs:element>
                  <xs:simpleType name="Code"><xs:restriction base="xs:string">
                    <xs:pattern value="a+"/><xs:pattern value="b+"/><xs:maxLength value="9"/>
                  </xs:restriction></xs:simpleType>
                </xs:schema>
                """);
        MessageDefinition message = SchemaFolder.file(file).value().orElseThrow();
        String schema = SchemaText.of(message);
        compile(schema);
        MessageDefinition again = read(schema, "Document");
        assertThat(SchemaText.of(again)).isEqualTo(schema);
        assertThat(schema)
                .contains("<xs:pattern value=\"&lt;&quot;&amp;\"/>", "name=\"A\" type=\"A__2\"", "maxOccurs=\"0\"");
    }

    private static MessageDefinition read(String schema, String root) {
        Library library = new Library(name -> new ByteArrayInputStream(schema.getBytes(StandardCharsets.UTF_8)));
        return library.message("exported.xsd", root);
    }

    private static void compile(String schema) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(schema)));
    }
}
