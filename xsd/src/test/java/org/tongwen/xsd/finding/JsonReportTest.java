package org.tongwen.xsd.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void anObjectIsIndentedAndEndsWithALineFeed() {
        Finding finding =
                Finding.error("a.B", Place.of(3, 7, "/名"), "wrong").value("\n").hint("right");

        byte[] report = JsonReport.object(json -> {
            json.writeFieldName("findings");
            FindingJson.array(List.of(finding), json);
        });

        assertThat(new String(report, StandardCharsets.UTF_8)).isEqualTo("""
                        {
                          "findings" : [ {
                            "severity" : "error",
                            "id" : "a.B",
                            "message" : "wrong",
                            "line" : 3,
                            "column" : 7,
                            "path" : "/名",
                            "value" : "\\n",
                            "hint" : "right"
                          } ]
                        }
                        """);
    }

    @Test
    void anyValueIsADocument() {
        assertThat(JsonReport.of(json -> FindingJson.array(List.of(), json)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("[ ]\n");
    }

    @Test
    void contentThatCannotBeWrittenIsABug() {
        assertThatThrownBy(() -> JsonReport.of(json -> {
                    throw new IOException("no");
                }))
                .isInstanceOf(UncheckedIOException.class);
    }
}
