package org.tongwen.conformance.participant;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongwen.conformance.run.Participant;
import org.tongwen.xsd.finding.Place;

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
 * @param places where a file says all this, by keys with dots between; empty when no file does
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
        Optional<Path> waivers,
        Map<String, Place> places) {

    /** Copies the maps. */
    public ParticipantConfig {
        data = Map.copyOf(data);
        mappings = Map.copyOf(mappings);
        places = Map.copyOf(places);
    }

    /**
     * Where a file says something, or would say it: at the nearest key around it that is there.
     *
     * @param key such as {@code keys.suite}
     */
    public Place place(String key) {
        for (String around = key;
                !around.isEmpty();
                around = around.substring(0, Math.max(0, around.lastIndexOf('.')))) {
            Place place = places.get(around);
            if (place != null) {
                return place.path(key);
            }
        }
        return Place.of(key);
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
     * @param suite the private key that the suite signs with
     * @param parties private keys of parties that the suite plays and that do not sign with the suite's key, by their name in the plan
     * @param trust a certificate that its https addresses are trusted by, instead of the usual authorities
     * @param client what the suite shows to https addresses that ask who it is
     */
    public record Keys(
            Optional<Path> participant,
            Optional<Path> suite,
            Map<String, Path> parties,
            Optional<Path> trust,
            Optional<ClientCertificate> client) {

        /** No files. */
        public static final Keys NONE =
                new Keys(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

        /** Copies the map. */
        public Keys {
            parties = Map.copyOf(parties);
        }
    }

    /**
     * A certificate of the suite for TLS.
     *
     * @param certificate the certificate and those above it (PEM); or a PKCS#12 file, which holds the key too
     * @param key its private key (PEM); empty for PKCS#12
     * @param password a file with the password of a PKCS#12 file; empty when it has none
     */
    public record ClientCertificate(Path certificate, Optional<Path> key, Optional<Path> password) {}

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
                Optional.empty(),
                Map.of());
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
                waivers,
                places);
    }

    /** The same with other values for the plan. */
    public ParticipantConfig data(Map<String, String> values) {
        return new ParticipantConfig(
                participant,
                plan,
                endpoints,
                clock,
                callback,
                keys,
                values,
                mappings,
                reasons,
                limits,
                waivers,
                places);
    }

    /** The same with a validator that names the plan's own findings, or does not. */
    public ParticipantConfig reasons(boolean own) {
        return new ParticipantConfig(
                participant, plan, endpoints, clock, callback, keys, data, mappings, own, limits, waivers, places);
    }

    /** The same with another place where the suite listens. */
    public ParticipantConfig callback(Callback other) {
        return new ParticipantConfig(
                participant, plan, endpoints, clock, other, keys, data, mappings, reasons, limits, waivers, places);
    }

    /** The same with other limits. */
    public ParticipantConfig limits(Limits other) {
        return new ParticipantConfig(
                participant, plan, endpoints, clock, callback, keys, data, mappings, reasons, other, waivers, places);
    }

    /** The roles that it plays. */
    public List<String> roles() {
        return participant.roles();
    }
}
