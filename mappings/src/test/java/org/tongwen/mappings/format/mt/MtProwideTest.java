package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.SwiftMessage;
import com.prowidesoftware.swift.model.field.Field20;
import com.prowidesoftware.swift.model.field.Field23B;
import com.prowidesoftware.swift.model.field.Field32A;
import com.prowidesoftware.swift.model.field.Field50K;
import com.prowidesoftware.swift.model.field.Field52A;
import com.prowidesoftware.swift.model.field.Field57D;
import com.prowidesoftware.swift.model.field.Field59;
import com.prowidesoftware.swift.model.field.Field70;
import com.prowidesoftware.swift.model.field.Field71A;
import com.prowidesoftware.swift.model.mt.mt1xx.MT103;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.FindingLimit;

/** The same messages in the eyes of Prowide's library. */
class MtProwideTest {

    private static MT103 built() {
        // Its other constructors and parse would make the compiler look for persistence annotations that are not here.
        MT103 message = new MT103();
        message.setSender("AAAAGB2LAXXX");
        message.setReceiver("BBBBESMMXXXX");
        message.append(new Field20("REF4471"));
        message.append(new Field23B("CRED"));
        message.append(new Field32A().setDate("261204").setCurrency("EUR").setAmount(new BigDecimal("1280.5")));
        message.append(new Field50K()
                .setAccount("00123456")
                .setNameAndAddressLine1("Example Trading Ltd")
                .setNameAndAddressLine2("1 Demo Road"));
        message.append(new Field52A().setDCMark("C").setAccount("77").setIdentifierCode("AAAAGB2LXXX"));
        message.append(new Field57D().setAccount("/FW021000018").setNameAndAddressLine1("Bank of Nowhere"));
        message.append(new Field59().setAccount("99887766").setNameAndAddressLine1("Ejemplo SL"));
        message.append(new Field70("/ROC/E2E-4471\r\nInvoice 17"));
        message.append(new Field71A("SHA"));
        return message;
    }

    @Test
    void messagesOfItsBuilderAreReadAndWrittenUnchanged() {
        String message = built().message();
        Tree tree = Mt.tree(message);
        assertThat(tree.toString())
                .contains(
                        "sender=AAAAGB2LAXXX",
                        "receiver=BBBBESMMXXXX",
                        "_32A={date=261204, currency=EUR, amount=1280,5}",
                        "_50a={option=K, account=00123456, name=Example Trading Ltd, address=[1 Demo Road]}",
                        "_52a={option=A, party={mark=C, account=77}, bic=AAAAGB2LXXX}",
                        "_57a={option=D, party={clearing=FW, id=021000018}, name=Bank of Nowhere}",
                        "_70={reference=E2E-4471, text=[Invoice 17]}");
        assertThat(Mt.write(tree)).isEqualTo(message.stripTrailing());
    }

    @Test
    void whatWeWriteHasTheSameValuesForIt() throws IOException {
        SwiftMessage message = SwiftMessage.parse(Mt.write(Mt.tree(MtReadTest.FULL.replace("{119:STP}", ""))));
        MT103 parsed = (MT103) message.toMT();
        assertThat(message.getSender()).isEqualTo("AAAAGB2LAXXX");
        assertThat(message.getReceiver()).isEqualTo("BBBBESMMXXXX");
        assertThat(message.getUETR()).isEqualTo("5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52");
        assertThat(parsed.getField32A().getAmountAsBigDecimal()).isEqualByComparingTo("1280.5");
        assertThat(parsed.getField13C().get(1).getComponent2()).isEqualTo("1005");
        assertThat(parsed.getField50F().getComponent(2)).isEqualTo("1");
        assertThat(parsed.getField50F().getComponent(3)).isEqualTo("Example Trading Ltd");
        assertThat(parsed.getField52A().getDCMark()).isEqualTo("D");
        assertThat(parsed.getField52A().getAccount()).isEqualTo("GB33BUKB20201555555555");
        assertThat(parsed.getField53B().getLocation()).isEqualTo("London");
        assertThat(parsed.getField57D().getNameAndAddressLine3()).isEqualTo("Springfield");
        assertThat(parsed.getField71F()).hasSize(2);
        assertThat(parsed.getField71F().get(1).getAmountAsBigDecimal()).isEqualByComparingTo("1");
        assertThat(message.getBlock4().getTagValue("77T")).isEqualTo("a=b;{c\r\nthird");
        assertThat(message.getBlock5().getTagValue("CHK")).isEqualTo("123456789ABC");
    }

    @Test
    void itSeesTheSameBlocksAndFields() {
        RandomMt messages = RandomMt.of("103", 2_026);
        for (int i = 0; i < 500; i++) {
            Source source = source(messages.message());
            assertThat(ProwideBlocks.differences(source, blocks(source))).isEmpty();
        }
    }

    @Test
    void aBlockThatItSeesDifferentlyIsFound() {
        Source source = source(MtReadTest.FULL);
        Blocks blocks = blocks(source);
        assertThat(ProwideBlocks.differences(source, blocks)).isEmpty();
        blocks.put(new Block("4", 280, 283, 320));
        assertThat(ProwideBlocks.differences(source, blocks)).containsExactly("4");
    }

    private static Source source(String message) {
        return Source.of(message.getBytes(StandardCharsets.US_ASCII));
    }

    private static Blocks blocks(Source source) {
        return new BlockScanner(source, new FindingLimit(10)).scan();
    }
}
