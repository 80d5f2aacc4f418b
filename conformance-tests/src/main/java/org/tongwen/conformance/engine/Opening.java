package org.tongwen.conformance.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.conformance.evidence.EvidenceLog;
import org.tongwen.conformance.participant.CallbackServer;
import org.tongwen.conformance.participant.Client;
import org.tongwen.conformance.participant.Inbox;
import org.tongwen.conformance.participant.LocalParticipant;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.participant.PreflightCheck;
import org.tongwen.conformance.participant.SigningKeys;
import org.tongwen.conformance.participant.SuiteClock;
import org.tongwen.conformance.participant.Trust;
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
        KeyPair made = SigningKeys.create();
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

    private Optional<LocalParticipant.Running> running(Order order, KeyPair made) {
        if (usesMadeKey(order)) {
            writeKey(made.getPublic());
        }
        return order.party() instanceof Order.Started started ? Optional.of(start(started, made)) : Optional.empty();
    }

    private static boolean usesMadeKey(Order order) {
        return !(order.party() instanceof Order.Configured configured)
                || configured.config().keys().suite().isEmpty();
    }

    private LocalParticipant.Running start(Order.Started started, KeyPair made) {
        try {
            return started.participant()
                    .start(new LocalParticipant.Suite(callback.address(), made.getPublic(), clock.now()));
        } catch (RuntimeException e) {
            callback.close();
            evidence.close();
            throw e;
        }
    }

    private void writeKey(PublicKey key) {
        try {
            Files.writeString(order.out().resolve(Certification.SUITE_KEY), SigningKeys.pem(key));
        } catch (IOException e) {
            throw new UncheckedIOException("the suite's key cannot be written", e);
        }
    }

    private Stage stage(KeyPair made) {
        PrivateKey own = config.keys()
                .suite()
                .flatMap(file -> PreflightCheck.key("keys.suite", () -> SigningKeys.privateKey(file), findings))
                .orElse(made.getPrivate());
        Optional<PublicKey> theirs = running.map(LocalParticipant.Running::theirs)
                .or(() -> config.keys()
                        .participant()
                        .flatMap(file ->
                                PreflightCheck.key("keys.participant", () -> SigningKeys.publicKey(file), findings)));
        Client client = new Client(
                Trust.of(config.keys().trust(), findings),
                evidence,
                config.limits().answer());
        return new Stage(
                order.plan().setting(),
                config,
                client,
                callback,
                inbox,
                clock,
                own,
                SigningKeys.create().getPrivate(),
                theirs,
                order.judge().judge());
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
        return check.run(stage.theirs().isPresent(), order.tested().isPresent());
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
