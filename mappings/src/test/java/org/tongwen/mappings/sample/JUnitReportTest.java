package org.tongwen.mappings.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class JUnitReportTest {

    @TempDir
    private Path folder;

    @Test
    void aSuiteForEachMappingATestForTheCheckAndForEachCase() throws Exception {
        Bank bank = new Bank(folder);
        bank.write("bank/samples/reject/other/institution.json", "{\"ref\": \"<&]]>\\u0001\", \"why\": \"X\"}");
        Trial good = bank.trial();
        bank.mapping("mapping: [");

        Document report = parse(JUnitReport.of(List.of(good, bank.trial())));

        assertThat(text(report, "/testsuites/@tests")).isEqualTo("4");
        assertThat(text(report, "/testsuites/@failures")).isEqualTo("2");
        assertThat(text(report, "/testsuites/testsuite[1]/@name")).isEqualTo("bank.reject");
        assertThat(text(report, "/testsuites/testsuite[1]/@failures")).isEqualTo("1");
        assertThat(text(report, "count(//testcase[@name = 'plain'][@classname = 'bank.reject']/failure)"))
                .isEqualTo("0");
        assertThat(text(report, "//testcase[@name = 'other']/failure/@type")).startsWith("sample.");
        assertThat(text(report, "//testcase[@name = 'other']/failure")).contains("to-iso.txt");
        assertThat(text(report, "/testsuites/testsuite[2]/@name")).isEqualTo("bank/reject.admi.002.001.01.yaml");
        assertThat(text(report, "/testsuites/testsuite[2]/testcase[@name = 'check']/failure"))
                .contains("yaml.Syntax");
    }

    @Test
    void namesThatXmlCannotHoldAreEscaped() throws Exception {
        Bank bank = new Bank(folder);
        bank.mapping(
                Bank.MAPPING.replace("bank.reject", "\"bank\\e[2J.reject\"").replace("given: [desk]\n", ""));

        Document report = parse(JUnitReport.of(List.of(bank.trial())));

        assertThat(text(report, "/testsuites/testsuite/@name"))
                .startsWith("bank")
                .doesNotContain("\u001b");
    }

    private static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static String text(Document document, String path) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return xpath.evaluate(path, document);
    }
}
