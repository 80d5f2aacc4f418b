package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.load.Catalogue;

class MappingsTest {

    private final Mappings builtIn =
            Mappings.builtIn(Catalogue.builtIn()).value().orElseThrow();

    @Test
    void thoseThatComeWithTongwenAreInOrderOfTheirNames() {
        assertThat(builtIn.all())
                .extracting(Mapping::name)
                .contains("swift.mt103", "wallet.transfer", "wechat-pay.transfer-batch")
                .isSorted();
    }

    @Test
    void eachIsFoundByItsName() {
        Mapping mapping = builtIn.all().get(0);

        assertThat(Mappings.of(List.of(mapping)).find(mapping.name())).containsSame(mapping);
        assertThat(Mappings.of(List.of(mapping)).find("another")).isEmpty();
    }

    @Test
    void twoOfOneNameCannotBeToldApart() {
        Mapping mapping = builtIn.all().get(0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mappings.of(List.of(mapping, mapping)))
                .withMessageContaining(mapping.name());
    }
}
