package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/** Field 61, whose reference says NONREF when there is none. */
class StatementLineTest {

    private static final SourceFormat MT950 = new MtSource(Layout.load("950").orElseThrow());

    private static String statement(String line) {
        return Mt.crLf("{1:F01AAAAGB2LAXXX0000000000}{2:I950BBBBESMMXXXXN}{4:\n:20:S1\n:25:1\n:28C:1\n"
                + ":60F:C261130EUR0,\n:61:" + line + "\n:62F:C261130EUR1,\n-}");
    }

    private static Tree line(Tree statement) {
        return statement.field("line").orElseThrow().items().get(0).field("_61").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "261130C1,NTRFNONREF           | {valueDate=261130, mark=C, amount=1,, type=N, code=TRF}",
                "261130C1,NTRFNONREF//B-1      | {valueDate=261130, mark=C, amount=1,, type=N, code=TRF, bank=B-1}",
                "261130C1,NTRFNONREF1          | {valueDate=261130, mark=C, amount=1,, type=N, code=TRF, reference=NONREF1}",
                "261130C1,NTRFA/1//B-1         | {valueDate=261130, mark=C, amount=1,, type=N, code=TRF, reference=A/1, bank=B-1}",
                "2611301201RDR1,FEXC/B//C      | {valueDate=261130, entryDate=1201, mark=RD, funds=R, amount=1,, type=F, code=EXC, reference=/B, bank=C}"
            })
    void comesBackAsItWas(String line, String expected) {
        Checked<Tree> read = MT950.read(statement(line).getBytes(StandardCharsets.US_ASCII));

        assertThat(read.findings()).isEmpty();
        Tree tree = read.value().orElseThrow();
        assertThat(line(tree)).hasToString(expected);
        assertThat(MT950.write(tree).value())
                .hasValueSatisfying(bytes ->
                        assertThat(bytes).asString(StandardCharsets.US_ASCII).isEqualTo(statement(line)));
    }
}
