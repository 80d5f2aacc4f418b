package org.tongwen.conformance.engine;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.participant.CallbackServer;
import org.tongwen.conformance.participant.Client;
import org.tongwen.conformance.participant.Inbox;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.participant.PartyKeys;
import org.tongwen.conformance.participant.PreflightCheck;
import org.tongwen.conformance.participant.SigningKeys;
import org.tongwen.conformance.participant.SuiteClock;
import org.tongwen.conformance.participant.Trust;
import org.tongwen.conformance.play.Greeting;
import org.tongwen.conformance.play.Stage;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/** All that is opened for a run, and closed again with it: the evidence, the address for call backs, a participant of this process. */
final class Opening implements AutoCloseable {

    private final Order order;
    private final EvidenceLog evidence;
    private final Inbox inbox = new Inbox();
    private final SuiteClock clock;
    private final CallbackServer callback;
    private final List<Finding> findings = new ArrayList<>();
    private final Optional<LocalParticipant.Running> running;
    private final ParticipantConfig config;
    private final Stage stage;
    private boolean closed;

    Opening(Order order, EvidenceLog evidence) {
        this.order = order;
        this.evidence = evidence;
        this.clock = clock(order);
        MadeKeys made = MadeKeys.of(order.plan().setting());
        this.callback = callback(where(order));
        this.running = running(order, made);
        this.config = running.map(LocalParticipant.Running::config)
                .orElseGet(() -> ((Order.Configured) order.party()).config());
        if (config.clock().isEmpty()) {
            clock.letGo();
        }
        this.stage = stage(made);
    }

    /** A virtual clock begins on the day of the order, at the time of day that it is. */
    private static SuiteClock clock(Order order) {
        LocalTime time =
                LocalTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).withNano(0);
        Instant start = order.asOf().atTime(time).toInstant(ZoneOffset.UTC);
        return SuiteClock.virtual(start);
    }

    /** A port that is taken is a fault of configuration; the pre-flight goes on, to tell the others too. */
    private CallbackServer callback(ParticipantConfig.Callback where) {
        MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);
        try {
            return CallbackServer.start(where, evidence, inbox, clock, reader);
        } catch (UncheckedIOException e) {
            findings.add(Finding.error("preflight.Callback", Place.of("callback"), String.valueOf(e.getMessage())));
            return CallbackServer.start(ParticipantConfig.Callback.LOCAL, evidence, inbox, clock, reader);
        }
    }

    private static ParticipantConfig.Callback where(Order order) {
        return order.party() instanceof Order.Configured configured
                ? configured.config().callback()
                : ParticipantConfig.Callback.LOCAL;
    }

    private Optional<LocalParticipant.Running> running(Order order, MadeKeys made) {
        if (order.party() instanceof Order.Started started) {
            made.write(order.out());
            return Optional.of(start(started, made));
        }
        return Optional.empty();
    }

    private LocalParticipant.Running start(Order.Started started, MadeKeys made) {
        try {
            return started.participant()
                    .start(new LocalParticipant.Suite(
                            callback.address(), made.suite().getPublic(), made.publicKeys(), clock.now()));
        } catch (RuntimeException e) {
            callback.close();
            evidence.close();
            throw e;
        }
    }

    private Stage stage(MadeKeys made) {
        Optional<PublicKey> theirs = running.map(LocalParticipant.Running::theirs)
                .or(() -> config.keys()
                        .participant()
                        .flatMap(file -> PreflightCheck.key(
                                config.place("keys.participant"), () -> SigningKeys.publicKey(file), findings)));
        Client client =
                new Client(Trust.of(config, findings), evidence, config.limits().answer());
        return new Stage(
                order.plan().setting(),
                config,
                client,
                callback,
                inbox,
                clock,
                running.isPresent() ? made.partyKeys() : configured(made),
                SigningKeys.create().getPrivate(),
                theirs,
                order.judge().judge());
    }

    /** What the configuration names; a file that cannot be read is a finding, which ends the run before anything is signed. */
    private PartyKeys configured(MadeKeys made) {
        PrivateKey suite = config.keys()
                .suite()
                .flatMap(file -> privateKey("keys.suite", file))
                .orElse(made.suite().getPrivate());
        Map<String, PrivateKey> own = new LinkedHashMap<>();
        order.plan().setting().parties().forEach((name, party) -> {
            Path file = config.keys().parties().get(name);
            if (file != null) {
                privateKey("keys.parties." + name, file)
                        .ifPresent(key -> own.put(party.getOrDefault(MadeKeys.BIC, ""), key));
            }
        });
        return new PartyKeys(suite, own);
    }

    private Optional<PrivateKey> privateKey(String name, Path file) {
        return PreflightCheck.key(config.place(name), () -> SigningKeys.privateKey(file), findings);
    }

    ParticipantConfig config() {
        return config;
    }

    Stage stage() {
        return stage;
    }

    /** Looks at all that could make a run fail for reasons that are none of conformance. */
    Preflight preflight() {
        PreflightCheck check = new PreflightCheck(order.plan(), config, stage.client(), clock, findings);
        return check.run(running.isPresent(), order.tested().isPresent(), () -> Greeting.exchange(order.plan(), stage));
    }

    /** Closes everything, once. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        running.ifPresent(Opening::stop);
        callback.close();
        evidence.close();
    }

    private static void stop(LocalParticipant.Running local) {
        try {
            local.stop().close();
        } catch (Exception e) {
            // It ends with this process. Nothing that it still does can reach the evidence or the result.
        }
    }
}
