package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Field 70 with a reference that reaches into the second line. */
class LongReferenceTest {

    private static String with(String remittance) {
        return Mt.with(
                "",
                ":50K:/00123456\nExample Trading Ltd\n:59:/99887766\nEjemplo SL\n",
                ":70:" + remittance.replace(";", "\n") + "\n:71A:SHA\n");
    }

    private static Tree remittance(String lines) {
        return Mt.tree(with(lines)).field("_70").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ROC/E2E-4471-2026-1204-00000000017;8//|{reference=E2E-4471-2026-1204-000000000178}",
                "/ROC/E2E-4471-2026-1204-00000000017;81234//|{reference=E2E-4471-2026-1204-0000000001781234}",
                "/ROC/E2E-4471-2026-1204-00000000017;812345//|{reference=E2E-4471-2026-1204-00000000017, text=[812345//]}",
                "/ROC/E2E-4471-2026-1204-00000000017;8|{reference=E2E-4471-2026-1204-00000000017, text=[8]}",
                "/ROC/E2E-4471-2026-1204-0000000017;8//|{reference=E2E-4471-2026-1204-0000000017, text=[8//]}",
                "Text of an invoice and more, and 17;8//|{text=[Text of an invoice and more, and 17, 8//]}",
            })
    void itIsReadAsOneAndWrittenAsItWas(String lines, String expected) {
        assertThat(remittance(lines)).hasToString(expected);
        assertThat(Mt.write(Mt.tree(with(lines)))).isEqualTo(with(lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ROC/E2E-4471-2026-1204-00000000017;8//INV 1;second|{reference=E2E-4471-2026-1204-000000000178, text=[INV 1, second]}",
                "/ROC/E2E-4471-2026-//04-00000000017;8//|{reference=E2E-4471-2026-, text=[04-00000000017, 8//]}",
                "first;/ROC/E2E-4471-2026-1204-00000000017;8//|{text=[first], reference=E2E-4471-2026-1204-000000000178}",
            })
    void whatStandsAroundItIsText(String lines, String expected) {
        Tree read = Mt.tree(with(lines));

        assertThat(remittance(lines)).hasToString(expected);
        assertThat(Mt.tree(Mt.write(read)).isSameAs(read)).isTrue();
    }

    @Test
    void whatStandsBehindItKnowsItsPlace() {
        Tree remittance = remittance("/ROC/E2E-4471-2026-1204-00000000017;812//INV 1;second");

        assertThat(remittance.field("reference").orElseThrow().place()).isEqualTo(Place.of(9, 10, "4:70.reference"));
        assertThat(remittance.field("text").orElseThrow().items().get(0).place())
                .isEqualTo(Place.of(10, 6, "4:70.text[1]"));
    }

    @Test
    void itTakesTwoOfTheFourLines() {
        String full = "/ROC/E2E-4471-2026-1204-00000000017;8//;third;fourth";

        assertThat(Mt.findings(with(full))).isEmpty();
        assertThat(Mt.findings(with(full + ";fifth"))).containsExactly("mt.Format 13:1 4:70");
    }

    @Test
    void whatCannotBeReadAgainIsNotWritten() {
        Tree message = Mt.tree(with("/ROC/short"));
        message.field("_70")
                .orElseThrow()
                .put("reference", Tree.text("E2E-4471-2026-1204-00000000017-8", Place.NOWHERE));

        assertThat(Mt.MT103.write(message).findings()).extracting(Finding::id).containsExactly("mt.Format");
    }
}
