package org.tongwen.mappings.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.BuiltIn;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.rules.yaml.YamlWriter;

class EffectiveTextTest {

    @Test
    void everyMappingIsPrintedSoThatItReadsBackEqual() {
        for (AuthoredMapping mapping : BuiltIn.all()) {
            Yaml tree = mapping.whole();

            String printed = YamlWriter.write(tree);
            Yaml again = YamlReader.read("printed.yaml", printed.getBytes(StandardCharsets.UTF_8))
                    .value()
                    .orElseThrow();

            assertThat(flat(again, "")).isEqualTo(flat(tree, ""));
            assertThat(YamlWriter.write(again)).isEqualTo(printed);
        }
    }

    /** Each text with its path, in order. */
    private static List<String> flat(Yaml tree, String path) {
        List<String> flat = new ArrayList<>();
        if (tree instanceof Yaml.Fields fields) {
            fields.entries().forEach((key, entry) -> flat.addAll(flat(entry.value(), path + "/" + key)));
        } else if (tree instanceof Yaml.Items items) {
            items.items().forEach(item -> flat.addAll(flat(item, path + "/-")));
        } else {
            flat.add(path + " = " + ((Yaml.Text) tree).text());
        }
        return flat;
    }
}
