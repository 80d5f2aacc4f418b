package org.tongwen.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.routes.serving.ServedMappings;
import org.tongwen.routes.serving.Standing;
import org.tongwen.routes.step.KnownMapping;
import org.tongwen.routes.step.RefusedException;

class KnownMappingTest {

    private final Mapping before = mapping();
    private final Mapping after = mapping();

    @Test
    void aMessageKeepsToTheMappingThatItBeganWith() {
        ServedMappings served = new Changing(Mappings.of(List.of(before)), Mappings.of(List.of(after)));
        Exchange first = exchange();
        Exchange second = exchange();

        assertThat(KnownMapping.require("acme.payout", first, served)).isSameAs(before);
        assertThat(KnownMapping.require("acme.payout", second, served)).isSameAs(after);
        assertThat(KnownMapping.require("acme.payout", first, served)).isSameAs(before);
    }

    @Test
    void aMessageThatBeganWithoutTheMappingDoesNotFindItLater() {
        ServedMappings served = new Changing(Mappings.of(List.of()), Mappings.of(List.of(after)));
        Exchange exchange = exchange();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> KnownMapping.require("acme.payout", exchange, served))
                    .isInstanceOf(RefusedException.class);
        }
    }

    private static Mapping mapping() {
        return new TestMapping(
                "acme.payout", "application/json", (direction, document, context) -> Translation.refused(List.of()));
    }

    private static Exchange exchange() {
        return new DefaultExchange(new DefaultCamelContext());
    }

    /** Other mappings at each look. */
    private static final class Changing implements ServedMappings {

        private final Deque<Mappings> generations;

        Changing(Mappings... generations) {
            this.generations = new ArrayDeque<>(Arrays.asList(generations));
        }

        @Override
        public Mappings current() {
            return generations.removeFirst();
        }

        @Override
        public List<Standing> standings() {
            return List.of();
        }

        @Override
        public void watch(Listener listener) {
            // The test changes them itself.
        }

        @Override
        public void stop() {
            // Nothing was begun.
        }
    }
}
