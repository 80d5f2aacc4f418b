package org.tongwen.xsd.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaCutTest {

    @Test
    void everyFileOfTheCatalogueIsCutIntoWhatTheParserFinds() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("iso20022"))) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".xsd")).toList();
            assertThat(files).hasSizeGreaterThan(630);
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                SchemaFile parsed = SchemaParser.parse("a.xsd", new ByteArrayInputStream(bytes));
                SchemaFile cut = SchemaCut.file("a.xsd", bytes);
                assertThat(types(cut)).as(file.toString()).isEqualTo(types(parsed));
                assertThat(cut.prefixes()).isEqualTo(parsed.prefixes());
                assertThat(cut.includes()).isEqualTo(parsed.includes());
                assertThat(cut.schema().attributes()).isEqualTo(parsed.schema().attributes());
                assertThat(cut.elements().keySet()).isEqualTo(parsed.elements().keySet());
                assertThat(cut.schema().children())
                        .extracting(SchemaElement::kind)
                        .isSubsetOf("include", "element")
                        .hasSize(parsed.schema().children().size()
                                - parsed.types().size());
            }
        }
    }

    private static Map<String, String> types(SchemaFile file) {
        Map<String, String> types = new TreeMap<>();
        file.types().forEach((name, source) -> types.put(name, text(source.element())));
        return types;
    }

    /** All but the place. */
    private static String text(SchemaElement element) {
        return element.kind()
                + new TreeMap<>(element.attributes())
                + element.children().stream().map(SchemaCutTest::text).toList();
    }
}
