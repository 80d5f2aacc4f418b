package org.tongwen.conformance.play;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import org.tongwen.conformance.participant.CallbackServer;
import org.tongwen.conformance.participant.Client;
import org.tongwen.conformance.participant.Inbox;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.participant.PartyKeys;
import org.tongwen.conformance.participant.SuiteClock;
import org.tongwen.conformance.plan.Setting;

/**
 * All that cases are played with.
 *
 * @param setting what the plan's conversations share
 * @param keys what the parties that the suite plays sign with
 * @param strange a key that nobody knows
 * @param theirs the participant's public key; empty when it has none
 * @param judge the suite's own verdict on messages, by definition and by the rules of the profile
 */
public record Stage(
        Setting setting,
        ParticipantConfig config,
        Client client,
        CallbackServer callback,
        Inbox inbox,
        SuiteClock clock,
        PartyKeys keys,
        PrivateKey strange,
        Optional<PublicKey> theirs,
        Judge judge) {

    /** The same with another setting. */
    Stage setting(Setting other) {
        return new Stage(other, config, client, callback, inbox, clock, keys, strange, theirs, judge);
    }
}
