package org.tongwen.mappings.format.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.Documents;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

class XmlFormatTest {

    private static final String TYPES = """
              <xs:complexType name="Order">
                <xs:sequence>
                  <xs:element name="Date" type="xs:date"/>
                  <xs:element name="Fee" type="Amount" minOccurs="0"/>
                  <xs:element name="Tax" type="Amount" minOccurs="0" maxOccurs="unbounded"/>
                  <xs:element name="Tag" type="Text" minOccurs="0" maxOccurs="unbounded"/>
                  <xs:element name="Item" type="Item" maxOccurs="unbounded"/>
                </xs:sequence>
                <xs:attribute name="id" type="Text" use="required"/>
              </xs:complexType>
              <xs:complexType name="Item">
                <xs:choice><xs:element name="Card" type="Text"/><xs:element name="Part" type="Item"/></xs:choice>
                <xs:attribute name="no" type="Text"/>
              </xs:complexType>
              <xs:complexType name="Amount">
                <xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="ccy" type="Text"/></xs:extension></xs:simpleContent>
              </xs:complexType>
              <xs:simpleType name="Text"><xs:restriction base="xs:string"><xs:maxLength value="10"/></xs:restriction></xs:simpleType>
              <xs:element name="Order" type="Order"/>
            </xs:schema>
            """;

    private static final String PLAIN = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n" + TYPES;

    private static final String QUALIFIED = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:bank:order" targetNamespace="urn:bank:order" elementFormDefault="qualified">
            """ + TYPES;

    private static final String ORDER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Order%s id="A 1">
              <Date>2026-11-22</Date>
              <Fee ccy="EUR">1.50</Fee>
              <Tax ccy="EUR">2</Tax>
              <Tax>3</Tax>
              <Tag>a&amp;b</Tag>
              <Tag></Tag>
              <Item no="1">
                <Card>张三</Card>
              </Item>
              <Item>
                <Part>
                  <Card>x</Card>
                </Part>
              </Item>
            </Order>
            """;

    private final XmlFormat format = new XmlFormat();

    @Test
    void elementsAttributesAndListsAreFieldsAndComeBackByteForByte() {
        for (String schema : List.of(PLAIN, QUALIFIED)) {
            SourceFormat orders = open(schema);
            byte[] document = bytes(ORDER.formatted(schema.equals(PLAIN) ? "" : " xmlns=\"urn:bank:order\""));
            Tree tree = Documents.sound(orders.read(document));
            assertThat(Documents.shown(tree))
                    .isEqualTo(
                            "{@id=A 1, Date=2026-11-22, Fee=1.50, Fee@ccy=EUR, Tax=[{value=2, @ccy=EUR}, {value=3}], "
                                    + "Tag=[a&b, ], Item=[{@no=1, Card=张三}, {Part={Card=x}}]}");
            assertThat(tree.field("Item")
                            .orElseThrow()
                            .items()
                            .get(1)
                            .field("Part")
                            .orElseThrow()
                            .field("Card")
                            .orElseThrow()
                            .place())
                    .hasToString("14:7 /Item/1/Part/Card");
            assertThat(new String(Documents.sound(orders.write(tree)), StandardCharsets.UTF_8))
                    .isEqualTo(new String(document, StandardCharsets.UTF_8));
        }
    }

    @Test
    void prefixesOtherCharsetsAndBlanksMeanNothing() {
        String document = """
                <?xml version="1.0" encoding="GBK"?><o:Order xmlns:o="urn:bank:order" id="1"><o:Date> 2026-11-22
                </o:Date><!-- x --><o:Item><o:Card><![CDATA[张三]]></o:Card></o:Item></o:Order>""";
        Tree tree = Documents.sound(open(QUALIFIED).read(document.getBytes(Charset.forName("GBK"))));
        assertThat(Documents.shown(tree)).isEqualTo("{@id=1, Date=2026-11-22, Item=[{Card=张三}]}");
    }

    @Test
    void mappingsSeeAttributesAndATypeInsideItselfOnce() {
        SourceField order = open(PLAIN).schema();
        assertThat(order.fields().keySet()).containsExactly("@id", "Date", "Fee", "Fee@ccy", "Tax", "Tag", "Item");
        assertThat(order.field("@id").orElseThrow()).isEqualTo(SourceField.text(true, 10));
        SourceField tax = order.field("Tax").orElseThrow().items().orElseThrow();
        assertThat(tax.fields().keySet()).containsExactly("value", "@ccy");
        assertThat(order.field("Item").orElseThrow().field("Part").orElseThrow().fields())
                .isEmpty();
    }

    @Test
    void invalidAndHostileDocumentsAreFindings() {
        SourceFormat orders = open(PLAIN);
        assertThat(read(orders, "<Order id='12345678901'><Date>22.11.2026</Date><Items/></Order>"))
                .containsExactly(
                        "1:1 /Order/@id xsd.MaxLength",
                        "1:1 /Order/Item xsd.MissingElement",
                        "1:25 /Order/Date xsd.Datatype",
                        "1:48 /Order/Items xsd.UnexpectedElement");
        assertThat(read(orders, "<!DOCTYPE Order [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Order>&e;</Order>"))
                .containsExactly("1:1 xsd.DoctypeForbidden");
        assertThat(read(orders, "<Order xmlns='urn:other' id='1'/>")).containsExactly("1:1 /Order xsd.UnknownMessage");
        assertThat(read(orders, "")).containsExactly("1:1 xsd.NotWellFormed");
    }

    @Test
    void whatTheSchemaDoesNotHaveIsNotWritten() {
        SourceFormat orders = open(PLAIN);
        Tree tree = Documents.texts("Date", "tomorrow", "Colour", "red", "Tag", "x");
        assertThat(orders.write(tree).value()).isEmpty();
        assertThat(orders.write(tree).findings().stream()
                        .map(finding -> finding.id())
                        .toList())
                .contains(
                        "xml.UnknownField",
                        "xml.Structure",
                        "xsd.MissingAttribute",
                        "xsd.MissingElement",
                        "xsd.Datatype");
    }

    @Test
    void schemasThatCannotBeUsedAreFindings() {
        assertThat(Documents.said(
                        format.open(Map.of("layout", "x"), name -> new byte[0]).findings()))
                .containsExactly("mapping.UnknownOption", "mapping.MissingSchema");
        assertThat(Documents.said(format.open(Map.of("schema", "x.xsd"), XmlFormatTest::nothing)
                        .findings()))
                .containsExactly("x.xsd xsd.Schema");
        assertThat(Documents.said(
                        schema(QUALIFIED.replace("qualified", "unqualified")).findings()))
                .isNotEmpty()
                .allMatch(said -> said.endsWith("xsd.Schema"));
        assertThat(Documents.said(schema("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>")
                        .findings()))
                .containsExactly("o.xsd xsd.Schema");
    }

    private static byte[] nothing(String name) throws FileNotFoundException {
        throw new FileNotFoundException(name);
    }

    private Checked<SourceFormat> schema(String text) {
        MappingFiles files = name -> bytes(text);
        return format.open(Map.of("schema", "o.xsd"), files);
    }

    private SourceFormat open(String schema) {
        return Documents.sound(schema(schema));
    }

    private static List<String> read(SourceFormat orders, String document) {
        return Documents.said(orders.read(bytes(document)).findings());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
