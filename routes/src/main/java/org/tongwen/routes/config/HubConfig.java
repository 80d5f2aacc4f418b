package org.tongwen.routes.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one file says of a hub. Paths in it are relative to the file and absolute here.
 *
 * @param node the name of this process; different for each of those that share a store
 * @param listen where it listens
 * @param store where it remembers
 * @param participants who takes part, by name
 * @param delivery how it delivers
 * @param screening whom it asks before a payment is released
 * @param conversations how long it waits for answers
 * @param observe what is seen of it
 */
public record HubConfig(
        String node,
        Listen listen,
        Store store,
        Map<String, Participant> participants,
        DeliveryPolicy delivery,
        Optional<Screening> screening,
        Conversations conversations,
        Observe observe) {

    /** What stands for no mapping, where a mapping is named: the ISO message itself is sent, or got. */
    public static final String ISO = "iso";

    /** The participant without a file. */
    private static final String LOCAL = "local";

    private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    /** Copies the participants in their order. */
    public HubConfig {
        participants = Collections.unmodifiableMap(new LinkedHashMap<>(participants));
    }

    /**
     * What counts without a file: one participant {@code local} that needs no credentials, may use all mappings, sends to itself, decides as an
     * operator and receives nothing.
     *
     * @param data the folder in which it remembers
     * @param host the address to listen on; whoever reaches it is {@code local}
     */
    public static HubConfig local(Path data, String host) {
        Credentials open = new Credentials(List.of(), List.of(), List.of(), Optional.empty(), true);
        Participant local = new Participant(
                LOCAL,
                "whoever is on this machine",
                true,
                open,
                List.of(),
                List.of("*"),
                List.of(LOCAL),
                Optional.empty(),
                Map.of(),
                false,
                Limits.NONE,
                Checks.NONE,
                Optional.empty(),
                Optional.empty());
        return new HubConfig(
                "hub",
                Listen.DEFAULT.on(host),
                Store.in(data),
                Map.of(LOCAL, local),
                DeliveryPolicy.DEFAULT,
                Optional.empty(),
                Conversations.DEFAULT,
                Observe.DEFAULT);
    }

    /** The participant as which everybody would come in who reaches a hub that listens on that address; empty when nobody could. */
    public Optional<String> opensTo(String host) {
        return isLoopback(host)
                ? Optional.empty()
                : participants.values().stream()
                        .filter(participant -> participant.credentials().open())
                        .map(Participant::name)
                        .findFirst();
    }

    /** Whether an address, or a name, is that of the machine itself. No name is looked up. */
    public static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || LOOPBACK.matcher(host).matches();
    }

    /**
     * Where it listens.
     *
     * @param host the address; empty for what the command line says
     * @param port the port; empty for what the command line says
     * @param maxBytes the largest body of anybody, in bytes; empty for what the command line says
     * @param tls how it proves who it is; without it speaks plain HTTP
     * @param connections how many connections at once
     * @param perAddress how many of them from one address; empty for half of them, and any number from this machine
     */
    public record Listen(
            Optional<String> host,
            Optional<Integer> port,
            Optional<Integer> maxBytes,
            Optional<Tls> tls,
            int connections,
            Optional<Integer> perAddress) {

        /** What holds where nothing is said. */
        public static final Listen DEFAULT = new Listen(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1_000, Optional.empty());

        private Listen on(String address) {
            return new Listen(Optional.of(address), port, maxBytes, tls, connections, perAddress);
        }
    }

    /**
     * Certificates in PEM.
     *
     * @param certificate the chain of certificates shown to others
     * @param key its private key, PKCS #8
     * @param trusted the authorities whose certificates are taken from others; empty for those of Java towards servers, and for none towards
     *     clients
     * @param revocationLists files that say which client certificates the authorities have taken back; without any nothing is looked up
     * @param clients whether clients must show a certificate
     */
    public record Tls(
            Optional<Path> certificate,
            Optional<Path> key,
            Optional<Path> trusted,
            List<Path> revocationLists,
            Clients clients) {

        /** Copies the list. */
        public Tls {
            revocationLists = List.copyOf(revocationLists);
        }

        /** Without revocation lists. */
        public Tls(Optional<Path> certificate, Optional<Path> key, Optional<Path> trusted, Clients clients) {
            this(certificate, key, trusted, List.of(), clients);
        }

        /** Whether clients show certificates. */
        public enum Clients {
            /** They are not asked. */
            NONE,
            /** They may. */
            ASKED,
            /** Without one there is no connection. */
            REQUIRED
        }
    }

    /** Where the hub remembers. */
    public sealed interface Store {

        /** The file with the keys that seal contents; made at the first start when it is not there. */
        Path keys();

        /** The embedded store of a folder of data. */
        static Store in(Path data) {
            return new Embedded(data.resolve("journal"), data.resolve("keys.json"));
        }

        /**
         * A file of the embedded database.
         *
         * @param file its path without extension
         */
        record Embedded(Path file, Path keys) implements Store {}

        /**
         * A PostgreSQL database, which several hubs may share; they share the file of keys, too.
         *
         * @param url such as {@code jdbc:postgresql://db.internal/tongwen}
         */
        record Postgres(String url, String user, Optional<Secret> password, Path keys) implements Store {}
    }

    /**
     * How deliveries are tried again.
     *
     * @param first the pause after the first attempt
     * @param factor by how much each further pause is longer
     * @param ceiling the longest pause
     * @param jitter by which share of itself a pause is changed at random, from 0 to 1
     * @param giveUpAfter how long it is tried in all
     * @param timeout how long one attempt may take
     * @param workers how many deliveries at once
     */
    public record DeliveryPolicy(
            Duration first,
            double factor,
            Duration ceiling,
            double jitter,
            Duration giveUpAfter,
            Duration timeout,
            int workers) {

        /** One second, doubled up to five minutes, a fifth at random, for a day; ten seconds an attempt, eight at once. */
        public static final DeliveryPolicy DEFAULT = new DeliveryPolicy(
                Duration.ofSeconds(1), 2, Duration.ofMinutes(5), 0.2, Duration.ofDays(1), Duration.ofSeconds(10), 8);
    }

    /**
     * An external service that says whether a payment may be released.
     *
     * @param url where it is asked, by POST
     * @param timeout how long it may think
     * @param open whether payments pass when it does not answer; otherwise they are held
     * @param bearer a token to show it
     * @param tls how to reach it
     */
    public record Screening(String url, Duration timeout, boolean open, Optional<Secret> bearer, Optional<Tls> tls) {}

    /**
     * How long the hub waits for answers.
     *
     * @param askAfter when the receiver of a payment is asked (pacs.028) because no final status came
     * @param asks how often at most
     * @param lateAfter from when on a status is late
     */
    public record Conversations(Duration askAfter, int asks, Duration lateAfter) {

        /** Asked after a minute, three times; late after a day. */
        public static final Conversations DEFAULT = new Conversations(Duration.ofMinutes(1), 3, Duration.ofDays(1));
    }

    /**
     * What is seen of the hub.
     *
     * @param open whether health and metrics are shown to everybody; otherwise to operators
     * @param jsonLog whether each message is logged as a line of JSON
     * @param traces where traces go, an OTLP address; empty for nowhere
     */
    public record Observe(boolean open, boolean jsonLog, Optional<String> traces) {

        /** Open, logged, not traced. */
        public static final Observe DEFAULT = new Observe(true, true, Optional.empty());
    }

    /**
     * Somebody who takes part: an institution, or an operator of the hub.
     *
     * @param name the name in configuration, journal and paths
     * @param title the name for people
     * @param operator whether this is an operator, who may see and decide; one of a file sends nothing
     * @param credentials by which it is known
     * @param agents the BICs and other identifiers under which it appears in headers of ISO messages
     * @param mappings the mappings that it may use; a star at the end stands for any rest
     * @param counterparties the participants that it may send to; a star for all
     * @param profile whose rules its messages must keep to; empty for the mapping's own
     * @param given values for its mappings
     * @param assignsUetr whether its payments without UETR get one
     * @param limits how much it may send
     * @param checks what is checked of its payments before they are released
     * @param signature which signatures its messages have
     * @param receives how it gets messages; empty when it gets none
     */
    public record Participant(
            String name,
            String title,
            boolean operator,
            Credentials credentials,
            List<String> agents,
            List<String> mappings,
            List<String> counterparties,
            Optional<String> profile,
            Map<String, String> given,
            boolean assignsUetr,
            Limits limits,
            Checks checks,
            Optional<Signature> signature,
            Optional<Receives> receives) {

        /** Copies the collections. */
        public Participant {
            agents = List.copyOf(agents);
            mappings = List.copyOf(mappings);
            counterparties = List.copyOf(counterparties);
            given = Map.copyOf(given);
        }

        /** Whether it may use that mapping. */
        public boolean uses(String mapping) {
            return isListed(mapping, mappings);
        }

        /** Whether it may know of that mapping: one of its own, or any for an operator. */
        public boolean knows(String mapping) {
            return operator || uses(mapping);
        }

        /** Whether it may send to that participant. */
        public boolean sendsTo(String participant) {
            return isListed(participant, counterparties);
        }

        private static boolean isListed(String name, List<String> patterns) {
            return patterns.stream().anyMatch(pattern -> fits(name, pattern));
        }

        /** Whether a name is meant by a pattern. */
        static boolean fits(String name, String pattern) {
            return pattern.endsWith("*")
                    ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                    : name.equals(pattern);
        }
    }

    /**
     * By which a participant is known; one that fits is enough.
     *
     * @param apiKeys SHA-256 of API keys, in hexadecimal digits
     * @param certificates SHA-256 of client certificates, in hexadecimal digits
     * @param subjects distinguished names of client certificates of a trusted authority, in the form of {@link Fingerprint#name}
     * @param tokens whose tokens are taken
     * @param open whether it needs none; only on the machine's own address
     */
    public record Credentials(
            List<String> apiKeys,
            List<String> certificates,
            List<String> subjects,
            Optional<Tokens> tokens,
            boolean open) {

        /** None at all: nobody can come in under this name. */
        public static final Credentials NONE =
                new Credentials(List.of(), List.of(), List.of(), Optional.empty(), false);

        /** Copies the lists. */
        public Credentials {
            apiKeys = List.copyOf(apiKeys);
            certificates = List.copyOf(certificates);
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * Access tokens, JWTs signed with RS256 or ES256.
     *
     * @param issuer what {@code iss} must be
     * @param subject what {@code client_id} must be, or {@code sub} in a token without it
     * @param audience what {@code aud} must hold
     * @param keys a JWKS: a file, or an address that begins with {@code https://} (or {@code http://127.0.0.1})
     */
    public record Tokens(String issuer, String subject, String audience, String keys) {}

    /**
     * How much a participant may send.
     *
     * @param maxBytes the largest body, in bytes; empty for the hub's own limit
     * @param perSecond requests a second, over a while
     * @param burst how many at once after a pause
     * @param concurrent how many at the same time
     */
    public record Limits(Optional<Integer> maxBytes, double perSecond, int burst, int concurrent) {

        /** No limits of its own. */
        public static final Limits NONE =
                new Limits(Optional.empty(), Double.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * What is checked before a payment is released; a hit holds it.
     *
     * @param duplicatesWithin whether the same debtor, creditor, amount and currency came within that time under other references
     * @param amounts the largest amount by currency
     * @param velocity how much in which time
     * @param watchList a file with one name a line
     * @param screened whether the external service is asked
     */
    public record Checks(
            Optional<Duration> duplicatesWithin,
            Map<String, BigDecimal> amounts,
            List<Velocity> velocity,
            Optional<Path> watchList,
            boolean screened) {

        /** Nothing is checked. */
        public static final Checks NONE = new Checks(Optional.empty(), Map.of(), List.of(), Optional.empty(), false);

        /** Copies the collections. */
        public Checks {
            amounts = Map.copyOf(amounts);
            velocity = List.copyOf(velocity);
        }
    }

    /**
     * How much in which time.
     *
     * @param within the time
     * @param count how many payments at most; empty for any number
     * @param currency the currency of the amount; empty when the number alone counts
     * @param amount how much at most in that currency
     */
    public record Velocity(
            Duration within, Optional<Integer> count, Optional<String> currency, Optional<BigDecimal> amount) {}

    /**
     * Signatures of bodies: detached JWS in the header {@code Tongwen-Signature} for documents, XML Signature in {@code AppHdr/Sgntr} for ISO
     * messages.
     *
     * @param keys the participant's public keys: certificates in PEM or a JWKS file
     * @param required whether messages without one are refused
     */
    public record Signature(Path keys, boolean required) {}

    /**
     * How a participant gets messages.
     *
     * @param channel {@code http} or {@code folder}; a route file may know others
     * @param to the address or folder
     * @param mappings the mapping by which it gets an ISO message, by the message without or with version; {@code iso} for the message itself.
     *     A star stands for all others
     * @param headers further HTTP headers, such as an authorisation
     * @param tls how to reach it
     * @param signingKey the hub's private key with which bodies are signed, PEM PKCS #8
     */
    public record Receives(
            String channel,
            String to,
            Map<String, String> mappings,
            Map<String, Secret> headers,
            Optional<Tls> tls,
            Optional<Path> signingKey) {

        /** Copies the maps. */
        public Receives {
            mappings = Map.copyOf(mappings);
            headers = Map.copyOf(headers);
        }
    }
}
