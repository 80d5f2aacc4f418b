package org.tongwen.mappings.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContextTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T23:30:00Z"), ZoneOffset.ofHours(8));
    private static final UUID ID = UUID.fromString("5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52");

    @Test
    void theDayIsThatOfTheClockUnlessTheProfileNamesOne() {
        LocalDate named = LocalDate.of(2025, 12, 1);

        assertThat(context(Map.of()).day()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(context(Map.of()).under(Profile.USUAL.asOf(named)).day()).isEqualTo(named);
    }

    @Test
    void aUetrIsAssignedUnlessOneIsGiven() {
        assertThat(context(Map.of()).assigningUetr().given()).containsEntry("uetr", ID.toString());
        assertThat(context(Map.of("uetr", "own")).assigningUetr().given()).containsEntry("uetr", "own");
    }

    @Test
    void aProfileLeavesToAnotherWhatItDoesNotSay() {
        Profile usual = Profile.of("cbpr-plus");
        LocalDate day = LocalDate.of(2025, 12, 1);

        assertThat(Profile.USUAL.asOf(day).or(usual)).isEqualTo(usual.asOf(day));
        assertThat(Profile.of("none").or(usual)).isEqualTo(Profile.of("none"));
        assertThatThrownBy(() -> Profile.of("cbpr")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Context context(Map<String, String> given) {
        return new Context(given, CLOCK, () -> ID, Reporting.LOSSES, Originals.NONE);
    }
}
