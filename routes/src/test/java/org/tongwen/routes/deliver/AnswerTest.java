package org.tongwen.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private static UndeliveredException refused(int status) {
        return catchThrowableOfType(UndeliveredException.class, () -> new Answer(status, "").check(CLOCK));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void takesAnyAnswerOf2xxForDelivered(int status) {
        assertThatCode(() -> new Answer(status, "").check(CLOCK)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {100, 300, 301, 307, 401, 403, 407, 408, 409, 421, 423, 424, 425, 429, 500, 501, 503, 504, 599, 700})
    void triesAgainWhatMayPass(int status) {
        assertThat(refused(status).isForGood()).isFalse();
        assertThat(refused(status).finding().id()).isEqualTo("hub.ReceiverFails");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 404, 405, 406, 410, 411, 412, 413, 414, 415, 417, 422, 426, 428, 431, 451, 499})
    void givesUpWhatWillNotChange(int status) {
        assertThat(refused(status).isForGood()).isTrue();
        assertThat(refused(status).finding().id()).isEqualTo("hub.ReceiverRefuses");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | PT2M",
                "0                             | PT0S",
                "99999999999999999999          | PT596523H14M7S",
                "-5                            | PT0S",
                "soon                          | PT0S",
                "''                            | PT0S",
                "Sun, 22 Nov 2026 12:01:30 GMT | PT1M30S",
                "Sun, 22 Nov 2026 11:01:30 GMT | PT0S",
            })
    void readsHowLongTheReceiverWantsToBeLeftAlone(String header, Duration pause) {
        assertThat(new Answer(503, header).pause(CLOCK)).isEqualTo(pause);
    }
}
