package org.tongwen.mappings.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class TranslationTest {

    @Test
    void aResultBesideAnErrorIsNone() {
        Finding error = Finding.error("mapping.X", Place.NOWHERE, "wrong");

        assertThat(new Translation(Optional.of(new byte[1]), "application/xml", List.of(error), List.of()).ok())
                .isFalse();
    }

    @Test
    void aResultIsTextInItsOwnCharsetOrNoTextAtAll() {
        byte[] gbk = "金额".getBytes(Charset.forName("GBK"));

        assertThat(of(gbk, "text/csv; charset=GBK").text()).contains("金额");
        assertThat(of(gbk, "text/csv; charset=GBK").contentType()).isEqualTo("text/csv; charset=GBK");
        assertThat(of(new byte[] {'x'}, "application/xml").text()).contains("x");
        assertThat(of(new byte[] {'x'}, "application/xml").contentType()).isEqualTo("application/xml; charset=utf-8");
        assertThat(of(new byte[] {0x1C}, "application/octet-stream").text()).isEmpty();
        assertThat(of(new byte[] {0x1C}, "application/octet-stream").contentType())
                .isEqualTo("application/octet-stream");
    }

    private static Translation of(byte[] result, String mediaType) {
        return new Translation(Optional.of(result), mediaType, List.of(), List.of());
    }
}
