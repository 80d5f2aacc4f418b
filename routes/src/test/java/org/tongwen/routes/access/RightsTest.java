package org.tongwen.routes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tongwen.routes.config.HubConfig;

/** Each participant and each right, those that it has and those that it lacks. */
class RightsTest {

    private static final HubConfig.Participant SENDER =
            participant("sender", false, List.of("acme.payout", "acme.status"), List.of("receiver"));
    private static final HubConfig.Participant OTHER = participant("other", false, List.of("wallet.*"), List.of("*"));
    private static final HubConfig.Participant RECEIVER = participant("receiver", false, List.of(), List.of());
    private static final HubConfig.Participant OPERATOR = participant("operator", true, List.of(), List.of());

    private static final Map<HubConfig.Participant, Set<Action>> ACTIONS = Map.of(
            SENDER, EnumSet.of(Action.TRANSLATE, Action.SEND, Action.VALIDATE, Action.SEE_MAPPINGS, Action.SEE_MESSAGE),
            OTHER, EnumSet.of(Action.TRANSLATE, Action.SEND, Action.VALIDATE, Action.SEE_MAPPINGS, Action.SEE_MESSAGE),
            RECEIVER, EnumSet.of(Action.VALIDATE, Action.SEE_MAPPINGS, Action.SEE_MESSAGE),
            OPERATOR,
                    EnumSet.of(
                            Action.VALIDATE,
                            Action.SEE_MAPPINGS,
                            Action.SEE_MESSAGE,
                            Action.FIND,
                            Action.DECIDE,
                            Action.VERIFY,
                            Action.OBSERVE));

    private static final Map<HubConfig.Participant, Set<String>> MAPPINGS = Map.of(
            SENDER, Set.of("acme.payout", "acme.status"),
            OTHER, Set.of("wallet.transfer", "wallet."),
            RECEIVER, Set.of(),
            OPERATOR, Set.of());

    private static final Map<HubConfig.Participant, Set<String>> COUNTERPARTIES = Map.of(
            SENDER, Set.of("receiver"),
            OTHER, Set.of("sender", "other", "receiver", "operator"),
            RECEIVER, Set.of(),
            OPERATOR, Set.of());

    @TestFactory
    Stream<DynamicTest> everyActionIsAllowedOrForbidden() {
        return ACTIONS.keySet().stream()
                .flatMap(who -> Arrays.stream(Action.values())
                        .map(action -> dynamicTest(
                                who.name() + " " + action,
                                () -> mustBe(
                                        ACTIONS.getOrDefault(who, Set.of()).contains(action),
                                        Rights.refusal(who, action)))));
    }

    @TestFactory
    Stream<DynamicTest> everyMappingIsAllowedOrForbidden() {
        List<String> names = List.of(
                "acme.payout",
                "acme.status",
                "acme.payout2",
                "acme",
                "ACME.PAYOUT",
                "wallet.transfer",
                "wallet.",
                "wallet",
                "",
                "*");
        return MAPPINGS.keySet().stream()
                .flatMap(who -> names.stream()
                        .map(name -> dynamicTest(
                                who.name() + " '" + name + "'",
                                () -> mustBe(
                                        MAPPINGS.getOrDefault(who, Set.of()).contains(name),
                                        Rights.refusalOfMapping(who, name)))));
    }

    @TestFactory
    Stream<DynamicTest> everyCounterpartyIsAllowedOrForbidden() {
        List<String> names = List.of("sender", "other", "receiver", "operator");
        return COUNTERPARTIES.keySet().stream()
                .flatMap(who -> names.stream()
                        .map(name -> dynamicTest(
                                who.name() + " to " + name,
                                () -> mustBe(
                                        COUNTERPARTIES
                                                .getOrDefault(who, Set.of())
                                                .contains(name),
                                        Rights.refusalOfCounterparty(who, name)))));
    }

    @Test
    void whoeverIsOnTheMachineItselfMayDoEverything() {
        HubConfig.Participant local = HubConfig.local(Path.of("data"), "127.0.0.1")
                .participants()
                .values()
                .iterator()
                .next();

        assertThat(Arrays.stream(Action.values()).flatMap(action -> Rights.refusal(local, action).stream()))
                .isEmpty();
        assertThat(Rights.refusalOfMapping(local, "any.mapping")).isEmpty();
        assertThat(Rights.refusalOfCounterparty(local, "local")).isEmpty();
        assertThat(Rights.refusalOfCounterparty(local, "another")).isPresent();
    }

    private static void mustBe(boolean allowed, Optional<Admission.Refused> refusal) {
        assertThat(refusal.map(refused -> refused.finding().id()))
                .isEqualTo(allowed ? Optional.empty() : Optional.of("hub.Forbidden"));
    }

    private static HubConfig.Participant participant(
            String name, boolean operator, List<String> mappings, List<String> counterparties) {
        return Participants.of(
                name, operator, HubConfig.Credentials.NONE, mappings, counterparties, HubConfig.Limits.NONE);
    }
}
