package org.tongwen.app.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.app.kill.HubClient.Answer;
import org.tongwen.app.kill.Outgoing.Fate;
import org.tongwen.app.kill.Receiver.Effect;
import org.tongwen.routes.access.ApiKey;

/** Looks, when the last hub has been started again, whether anything was lost, doubled, mixed up or changed. */
final class Audit {

    private static final int THREADS = 8;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final HubClient client = new HubClient();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<HubNode> hubs;
    private final ApiKey operator;
    private final Map<String, Outgoing> offered;
    private final Map<String, Answer> answers;
    private final Receiver receiver;
    private long steps;

    /** An audit of what the senders sent and the receiver got, through these hubs. */
    Audit(List<HubNode> hubs, ApiKey operator, Load load, Receiver receiver) {
        this.hubs = hubs;
        this.operator = operator;
        this.offered = load.offered();
        this.answers = load.answers();
        this.receiver = receiver;
    }

    /** Everything that is not as it must be. */
    List<String> complaints() throws IOException, InterruptedException {
        awaitDeliveries();
        offered.values().forEach(this::hasItsEffect);
        namesAreUnique();
        forEach(this::hasItsStory);
        forEach(this::isToldToBeARepeat);
        awaitDeliveries();
        nothingElseHappened();
        theChainIsWhole();
        return complaints;
    }

    /** How many steps the journal's verification has looked at. */
    long steps() {
        return steps;
    }

    /** Until all is answered and delivered. A delivery may be followed by a status, which is a message again. */
    private void awaitDeliveries() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        boolean open = true;
        while (open && System.nanoTime() < end) {
            boolean answered = answers.size() == offered.size();
            // The meter is up to a second old.
            Thread.sleep(1_100);
            open = !answered || meter("outbox_waiting") > 0 || answers.size() < offered.size();
        }
        if (open) {
            complaints.add(meter("outbox_waiting") + " deliveries still wait, and " + (offered.size() - answers.size())
                    + " messages for their answers");
        }
    }

    private double meter(String name) throws IOException, InterruptedException {
        Matcher line = Pattern.compile("(?m)^" + name + " (\\S+)$")
                .matcher(client.get(hubs.get(0), "/observe/metrics", operator).body());
        if (!line.find()) {
            throw new AssertionError("the hub has no meter " + name);
        }
        return Double.parseDouble(line.group(1));
    }

    /** The receiver has it once, whole, and under the name that the sender was told; or not at all, if it is not to be delivered. */
    private void hasItsEffect(Outgoing message) {
        Answer answer = answers.get(message.name());
        if (answer == null) {
            complaints.add(message.name() + " was never answered");
            return;
        }
        if (!answer.state().equals(message.fate().state)) {
            complaints.add(message.name() + " is said to be " + answer.state());
        }
        Effect effect = receiver.effects().get(answer.id());
        boolean delivered = message.fate() == Fate.DELIVERED;
        if (delivered != (effect != null)) {
            complaints.add(message.name() + " (" + message.fate() + ") had the effect " + effect);
        } else if (delivered && !isOf(message, effect)) {
            complaints.add(message.name() + " was delivered as " + effect);
        }
    }

    private static boolean isOf(Outgoing message, Effect effect) {
        String path = message.from().name().equals("payer") ? "/payee" : "/payer";
        return effect.path().equals(path) && message.marks().stream().allMatch(effect.body()::contains);
    }

    private void namesAreUnique() {
        Set<String> ids = new HashSet<>();
        answers.values().stream()
                .map(Answer::id)
                .filter(id -> !ids.add(id))
                .forEach(id -> complaints.add("two messages are both called " + id));
    }

    /** Whichever hub took a message, each knows it. */
    private HubNode hub(Outgoing message) {
        return hubs.get(Math.floorMod(message.text().hashCode(), hubs.size()));
    }

    private void hasItsStory(Outgoing message) throws IOException, InterruptedException {
        String id = answers.get(message.name()).id();
        Answer story = client.get(hub(message), "/messages/" + id + "?contents=true", operator);
        if (story.status() != 200
                || !story.state().equals(state(message))
                || !story.json().at("/contents/original/text").asText().equals(message.text())) {
            complaints.add(message.name() + ", which should be " + state(message) + ": " + story);
        }
    }

    /** A payment that its receiver has spoken about is answered. */
    private String state(Outgoing message) {
        return switch (message.fate()) {
            case HELD -> "held";
            case REFUSED -> "refused";
            case DELIVERED -> message.answeredBy().isPresent() ? "answered" : "delivered";
        };
    }

    private void isToldToBeARepeat(Outgoing message) throws IOException, InterruptedException {
        Answer first = answers.get(message.name());
        Answer again = client.send(message, hub(message));
        boolean remembered = message.fate() != Fate.REFUSED || message.key().isPresent();
        if (again.status() != first.status()
                || again.repeat() != remembered
                || remembered
                        && !(again.body().equals(first.body()) && again.id().equals(first.id()))) {
            complaints.add(message.name() + " got " + first + ", and then, sent again, " + again);
        }
    }

    private void nothingElseHappened() throws IOException, InterruptedException {
        same(
                "effects at the receivers",
                count(Fate.DELIVERED),
                receiver.effects().size());
        same("held messages", count(Fate.HELD), meter("messages_held"));
        same("deliveries that were given up", 0, meter("outbox_dead"));
    }

    private double count(Fate fate) {
        return offered.values().stream()
                .filter(message -> message.fate() == fate)
                .count();
    }

    private void same(String what, double expected, double found) {
        if (expected != found) {
            complaints.add(what + ": " + found + " where there should be " + expected);
        }
    }

    private void theChainIsWhole() throws IOException, InterruptedException {
        Answer verification = client.get(hubs.get(0), "/journal/verification", operator);
        verification
                .json()
                .path("chains")
                .forEach(chain -> steps += chain.path("steps").asLong());
        if (verification.status() != 200
                || steps < answers.size()
                || !verification.json().path("findings").isEmpty()) {
            complaints.add("the journal's verification: " + verification);
        }
    }

    private interface Check {
        void of(Outgoing message) throws IOException, InterruptedException;
    }

    private void forEach(Check check) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            Consumer<Outgoing> careful = careful(check);
            offered.values().forEach(one -> all.add(CompletableFuture.runAsync(() -> careful.accept(one), threads)));
            all.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }

    private Consumer<Outgoing> careful(Check check) {
        return message -> {
            try {
                check.of(message);
            } catch (IOException | InterruptedException | RuntimeException e) {
                complaints.add(message.name() + " could not be looked at: " + e);
            }
        };
    }
}
