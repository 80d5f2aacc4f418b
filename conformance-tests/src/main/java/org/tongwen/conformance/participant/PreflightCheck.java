package org.tongwen.conformance.participant;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tongwen.conformance.plan.ConversationCase;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.plan.TranslationCase;
import org.tongwen.conformance.run.Preflight;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;

/** Looks, before anything counts, at all that could make a run fail for reasons that are none of conformance. */
public final class PreflightCheck {

    private static final Duration MOST_SKEW = Duration.ofSeconds(5);

    private final Plan plan;
    private final ParticipantConfig config;
    private final Client client;
    private final SuiteClock clock;
    private final List<Finding> findings;
    private final List<String> checks = new ArrayList<>();

    /**
     * A look at a configuration.
     *
     * @param findings takes what is wrong; may hold something already
     */
    public PreflightCheck(
            Plan plan, ParticipantConfig config, Client client, SuiteClock clock, List<Finding> findings) {
        this.plan = plan;
        this.config = config;
        this.client = client;
        this.clock = clock;
        this.findings = findings;
    }

    /** A key from a file, or a finding. */
    public static <K> Optional<K> key(Place place, Supplier<K> read, List<Finding> findings) {
        try {
            return Optional.of(read.get());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            findings.add(Finding.error("preflight.WrongKey", place, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /**
     * Looks at everything.
     *
     * @param started whether the participant was started for the run, so that keys were exchanged with it
     * @param judges whether the participant judges messages in this process
     * @param greeting a signed exchange, which is tried when nothing else stands in the way
     */
    public Preflight run(boolean started, boolean judges, Supplier<List<Finding>> greeting) {
        roles();
        data();
        addresses(judges);
        keys(started);
        config.endpoints().all().forEach(this::reachable);
        config.clock().ifPresent(this::clock);
        config.callback().address().ifPresent(this::callback);
        if (plan.setting().signed() && !plan.greetings().isEmpty() && !Finding.anyError(findings)) {
            checks.add("each side knows the other's key");
            findings.addAll(greeting.get());
        }
        return new Preflight(checks, findings.stream().sorted().toList());
    }

    private void roles() {
        checks.add("the roles are those of the plan");
        List<String> played = config.roles();
        if (played.isEmpty() && !plan.roles().isEmpty()) {
            error("preflight.NoRole", "roles", "the plan needs to know what the participant plays: " + plan.roles());
        }
        played.stream()
                .filter(role -> !plan.roles().contains(role))
                .forEach(role -> error(
                        "preflight.UnknownRole",
                        "roles",
                        "the plan has no role " + role + Nearest.hint(role, plan.roles())));
    }

    private void data() {
        checks.add("the plan's data are there");
        Map<String, String> wanted = plan.setting().data();
        wanted.forEach((name, words) -> {
            if (!config.data().containsKey(name)) {
                warning(
                        "preflight.MissingData",
                        "data." + name,
                        "it is missing, and what needs it is not run: " + words);
            }
        });
        config.data().keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .sorted()
                .forEach(name -> warning(
                        "preflight.UnknownData",
                        "data." + name,
                        "the plan asks for no such thing" + Nearest.hint(name, wanted.keySet())));
    }

    private void addresses(boolean judges) {
        checks.add("the plan's kinds of case have an address");
        boolean talks = plan.cases().stream().anyMatch(ConversationCase.class::isInstance);
        boolean translates = plan.cases().stream().anyMatch(TranslationCase.class::isInstance);
        boolean judged = plan.cases().stream()
                .anyMatch(each -> !(each instanceof ConversationCase) && !(each instanceof TranslationCase));
        need(talks && config.endpoints().messages().isEmpty(), "messages");
        need(translates && config.endpoints().translate().isEmpty(), "translate");
        need(judged && !judges && config.endpoints().validate().isEmpty(), "validate");
    }

    private void need(boolean missing, String name) {
        if (missing) {
            error("preflight.MissingAddress", "endpoints." + name, "the plan needs this address");
        }
    }

    private void keys(boolean started) {
        Set<String> parties = plan.setting().parties().keySet();
        config.keys().parties().keySet().stream()
                .filter(name -> !parties.contains(name))
                .sorted()
                .forEach(name -> error(
                        "preflight.UnknownParty",
                        "keys.parties." + name,
                        "the plan has no such party" + Nearest.hint(name, parties)));
        if (plan.setting().signed()) {
            checks.add("the keys are there");
            need(!started, config.keys().participant(), "keys.participant", "nobody could check a signature");
            need(!started, config.keys().suite(), "keys.suite", "the participant could not know one that is made now");
        }
    }

    private void need(boolean needed, Optional<?> file, String name, String why) {
        if (needed && file.isEmpty()) {
            error("preflight.MissingKey", name, "the plan demands signatures, and no key is named: " + why);
        }
    }

    /** Whatever is answered, somebody is there who speaks HTTP, and TLS where that is asked for. */
    private void reachable(String name, URI address) {
        checks.add("endpoints." + name + " answers at " + address);
        Reply reply = client.send(Request.get(address));
        if (reply.status() == 0) {
            error("preflight.Unreachable", "endpoints." + name, reply.words());
        }
        reply.date().filter(shown -> !clock.isVirtual()).ifPresent(shown -> skew(name, shown));
    }

    /** Only where nobody sets the clocks they must agree by themselves. */
    private void skew(String name, Instant shown) {
        Duration apart = Duration.between(shown, clock.now()).abs();
        if (apart.compareTo(MOST_SKEW) > 0) {
            warning(
                    "preflight.ClockSkew",
                    "endpoints." + name,
                    "its clock is " + apart.toSeconds()
                            + " s apart from the suite's, which may fail what depends on time");
        }
    }

    private void clock(URI control) {
        checks.add("the participant's clock can be set at " + control);
        String now = "{\"now\": \"" + clock.local() + "\"}";
        Reply reply = client.send(Request.put(control, "application/json", now.getBytes(StandardCharsets.UTF_8)));
        if (reply.status() / 100 != 2) {
            error("preflight.Clock", "clock.control", "the clock could not be set: " + reply.words());
        }
    }

    /** From the suite's own side; whether the participant gets through, only its first message shows. */
    private void callback(URI address) {
        checks.add("the suite can be reached at " + address);
        Reply reply = client.send(Request.get(URI.create(address + CallbackServer.HERE)));
        if (reply.status() != 204) {
            warning(
                    "preflight.Callback",
                    "callback.address",
                    "from here the suite does not reach itself there: " + reply.words());
        }
    }

    private void error(String id, String place, String message) {
        findings.add(Finding.error(id, config.place(place), message));
    }

    private void warning(String id, String place, String message) {
        findings.add(Finding.warning(id, config.place(place), message));
    }
}
