package org.tongwen.conformance.participant;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongwen.conformance.run.Participant;

/**
 * How a participant is reached, and what only it can say.
 *
 * @param participant who it is
 * @param plan the plan that it wants to pass; empty when the caller says it
 * @param clock where its clock is set; empty when it cannot be set
 * @param callback where it reaches the suite
 * @param keys whose signatures are whose
 * @param data values for the plan, by name
 * @param mappings what it calls the translations of a plan, by the plan's name
 * @param reasons whether its validator names the plan's own findings, so that they are compared too
 * @param waivers the file of its waivers
 */
public record ParticipantConfig(
        Participant participant,
        String plan,
        Endpoints endpoints,
        Optional<URI> clock,
        Callback callback,
        Keys keys,
        Map<String, String> data,
        Map<String, String> mappings,
        boolean reasons,
        Limits limits,
        Optional<Path> waivers) {

    /** Copies the maps. */
    public ParticipantConfig {
        data = Map.copyOf(data);
        mappings = Map.copyOf(mappings);
    }

    /**
     * The addresses of the participant. What needs one that is not there is not run.
     *
     * @param messages base address, below which it takes {@code /messages}
     * @param trigger where it is told to begin something
     * @param observe where it is asked what it booked
     * @param validate where it judges messages
     * @param translate where it translates documents
     */
    public record Endpoints(
            Optional<URI> messages,
            Optional<URI> trigger,
            Optional<URI> observe,
            Optional<URI> validate,
            Optional<URI> translate) {

        /** No address at all. */
        public static final Endpoints NONE =
                new Endpoints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** All addresses there are, by the name that the configuration gives them. */
        public Map<String, URI> all() {
            Map<String, URI> all = new TreeMap<>();
            messages.ifPresent(address -> all.put("messages", address));
            trigger.ifPresent(address -> all.put("trigger", address));
            observe.ifPresent(address -> all.put("observe", address));
            validate.ifPresent(address -> all.put("validate", address));
            translate.ifPresent(address -> all.put("translate", address));
            return all;
        }
    }

    /**
     * Where the suite listens.
     *
     * @param host the network address it listens at
     * @param port 0 for any that is free
     * @param address the base address by which the participant reaches it; empty when it is the same
     */
    public record Callback(String host, int port, Optional<URI> address) {

        /** This machine only. */
        public static final Callback LOCAL = new Callback("127.0.0.1", 0, Optional.empty());
    }

    /**
     * Files of keys (PEM).
     *
     * @param participant its public key; empty when its messages are not signed
     * @param suite the private key that the suite signs with; empty when one is made for the run
     * @param trust a certificate that its https addresses are trusted by, instead of the usual authorities
     */
    public record Keys(Optional<Path> participant, Optional<Path> suite, Optional<Path> trust) {

        /** No files. */
        public static final Keys NONE = new Keys(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * How long the suite waits in real time.
     *
     * @param answer for the answer to a request
     * @param patience for a message that must come, when the clock is set by the suite and so says nothing of real time
     * @param grace for a message that must not come, then
     * @param run for the whole run
     */
    public record Limits(Duration answer, Duration patience, Duration grace, Duration run) {

        /** What holds where a configuration says nothing. */
        public static final Limits DEFAULT = new Limits(
                Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofMillis(150), Duration.ofMinutes(30));
    }

    /** A configuration with nothing but addresses, for a participant that a program starts. */
    public static ParticipantConfig of(Participant participant, String plan, Endpoints endpoints) {
        return new ParticipantConfig(
                participant,
                plan,
                endpoints,
                Optional.empty(),
                Callback.LOCAL,
                Keys.NONE,
                Map.of(),
                Map.of(),
                true,
                Limits.DEFAULT,
                Optional.empty());
    }

    /** The same with another clock. */
    public ParticipantConfig clock(URI control) {
        return new ParticipantConfig(
                participant,
                plan,
                endpoints,
                Optional.of(control),
                callback,
                keys,
                data,
                mappings,
                reasons,
                limits,
                waivers);
    }

    /** The same with other values for the plan. */
    public ParticipantConfig data(Map<String, String> values) {
        return new ParticipantConfig(
                participant, plan, endpoints, clock, callback, keys, values, mappings, reasons, limits, waivers);
    }

    /** The same with a validator that names the plan's own findings, or does not. */
    public ParticipantConfig reasons(boolean own) {
        return new ParticipantConfig(
                participant, plan, endpoints, clock, callback, keys, data, mappings, own, limits, waivers);
    }

    /** The same with another place where the suite listens. */
    public ParticipantConfig callback(Callback other) {
        return new ParticipantConfig(
                participant, plan, endpoints, clock, other, keys, data, mappings, reasons, limits, waivers);
    }

    /** The same with other limits. */
    public ParticipantConfig limits(Limits other) {
        return new ParticipantConfig(
                participant, plan, endpoints, clock, callback, keys, data, mappings, reasons, other, waivers);
    }

    /** The roles that it plays. */
    public List<String> roles() {
        return participant.roles();
    }
}
