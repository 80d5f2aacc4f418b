package org.tongwen.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private final BodyMemory memory = BodyMemory.of(400, 10);

    @Test
    void allBodiesTogetherGetAQuarter() {
        BodyMemory.Share one = memory.share();
        BodyMemory.Share other = memory.share();

        assertThat(one.grow(60)).isTrue();
        assertThat(other.grow(41)).isFalse();
        assertThat(other.grow(40)).isTrue();
        assertThat(one.grow(1)).isFalse();
        assertThat(memory.taken()).isEqualTo(100);
    }

    @Test
    void whatIsGivenBackIsGivenBackOnce() {
        BodyMemory.Share one = memory.share();
        BodyMemory.Share other = memory.share();
        one.grow(60);
        other.grow(30);

        one.close();
        one.close();

        assertThat(memory.taken()).isEqualTo(30);
        assertThat(one.grow(1)).as("after its end").isFalse();
        assertThat(memory.taken()).isEqualTo(30);
    }

    @Test
    void oneBodyOfTheLargestSizeHasItsPlaceHoweverLittleThereIs() {
        BodyMemory.Share largest = BodyMemory.of(100, 50).share();

        assertThat(largest.grow(50)).isTrue();
        assertThat(largest.grow(1)).isFalse();
    }
}
