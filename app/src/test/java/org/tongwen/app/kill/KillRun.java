package org.tongwen.app.kill;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tongwen.app.kill.Receiver.Effect;

/** Kills hubs under load, again and again, then has it looked what became of all messages. */
final class KillRun implements Closeable {

    /**
     * How much is done.
     *
     * @param setting on which store
     * @param kills how many times a hub is killed
     * @param messages how many payments are sent in all
     * @param seed of all that is left to chance; what depends on how fast threads are differs all the same
     */
    record Size(Setting setting, int kills, int messages, long seed) {}

    /**
     * A kill.
     *
     * @param working whether hubs were ready; otherwise one had just been started
     * @param requests how many requests waited for their answer
     * @param owed how many messages had been answered and not been delivered
     * @param deliveries how many deliveries were being received
     */
    record Kill(boolean working, int requests, int owed, int deliveries) {}

    private static final int SENDERS = 16;
    private static final int START_MILLIS = 3_000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final Path MAPPINGS = Path.of("../mappings/institutions/swift");

    private final Size size;
    private final Random random;
    private final Participants participants = Participants.random();
    private final Payments payments = new Payments(participants.payer(), participants.payee());
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Closeable store;
    private final Receiver receiver;
    private final List<HubNode> hubs = new ArrayList<>();
    private final Set<HubNode> starting = new LinkedHashSet<>();
    private final List<Duration> starts = new ArrayList<>();
    private final List<Kill> kills = new ArrayList<>();
    private final Load load;
    private int sent;

    private KillRun(Size size, Path folder) throws IOException {
        this.size = size;
        this.random = new Random(size.seed());
        this.store = size.setting().store();
        this.receiver = Receiver.start(size.seed(), this::taken);
        Path mappings = mappings(folder.resolve("mappings"));
        for (Path config : size.setting().configurations(folder, store, participants.yaml(receiver.port()))) {
            hubs.add(HubNode.start(config, mappings));
        }
        this.load = new Load(hubs, SENDERS);
    }

    /** Does it, in an empty folder. */
    static Report of(Size size, Path folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (KillRun run = new KillRun(size, folder)) {
            return run.report(start);
        }
    }

    /** One mapping is enough, and a hub with one begins sooner than one with all. */
    private static Path mappings(Path folder) throws IOException {
        Path parts = Files.createDirectories(folder.resolve("swift/parts"));
        try (Stream<Path> all = Files.list(MAPPINGS.resolve("parts"))) {
            for (Path part : all.toList()) {
                Files.copy(part, parts.resolve(part.getFileName()));
            }
        }
        String mapping = "mt103.pacs.008.001.08.yaml";
        Files.copy(MAPPINGS.resolve(mapping), folder.resolve("swift").resolve(mapping));
        return folder;
    }

    private Report report(long start) throws IOException, InterruptedException {
        starting.addAll(hubs);
        awaitReady();
        for (int i = 0; i < size.kills(); i++) {
            int upTo = (i + 1) * size.messages() / size.kills();
            if (i % 3 == 1) {
                killAfterStart(upTo);
            } else {
                killWhileWorking(upTo);
            }
        }
        awaitReady();
        awaitAnswers(load.offered().size());
        Duration loaded = Duration.ofNanos(System.nanoTime() - start);
        Audit audit = new Audit(hubs, participants.operator(), load, receiver);
        List<String> complaints = Stream.of(audit.complaints(), load.complaints(), receiver.complaints())
                .flatMap(List::stream)
                .toList();
        Duration whole = Duration.ofNanos(System.nanoTime() - start);
        return new Report(size, load, receiver, kills, starts, audit.steps(), loaded, whole, complaints);
    }

    private void offer(int upTo) {
        for (; sent < upTo; sent++) {
            numbers.put(Payments.uetr(sent + 1), sent + 1);
            load.offer(payments.payment(sent + 1));
        }
    }

    /** The receiver of some payments answers with a status, as soon as it has them. */
    private void taken(Effect effect) {
        if (effect.path().equals("/payee")) {
            int begin = effect.body().indexOf("<UETR>") + "<UETR>".length();
            Integer number = numbers.get(effect.body().substring(begin, begin + 36));
            if (number != null) {
                payments.status(number).ifPresent(load::offer);
            }
        }
    }

    /** When some of this round's messages have been answered, and others wait. */
    private void killWhileWorking(int upTo) throws IOException, InterruptedException {
        awaitReady();
        offer(upTo);
        int answered = load.answers().size();
        awaitAnswers(answered + random.nextInt((load.offered().size() - answered) * 3 / 4));
        Thread.sleep(random.nextInt(20));
        kill(hubs.get(random.nextInt(hubs.size())), true);
    }

    /** At any moment from the start of the hub that was killed last until it is ready; of two, the other may be hit. */
    private void killAfterStart(int upTo) throws IOException, InterruptedException {
        offer(upTo);
        Thread.sleep(random.nextInt(
                starts.stream().mapToInt(time -> (int) time.toMillis()).reduce(START_MILLIS, (before, last) -> last)));
        kill(hubs.get(random.nextInt(hubs.size())), false);
    }

    private void kill(HubNode hub, boolean working) throws IOException {
        int owed = load.promised() - receiver.effects().size();
        kills.add(new Kill(working, load.underWay(), Math.max(0, owed), receiver.underWay()));
        hub.mustLive();
        hub.kill();
        hub.restart();
        starting.add(hub);
    }

    /** The first start, which makes the store, does not count. */
    private void awaitReady() throws IOException, InterruptedException {
        for (HubNode hub : starting) {
            Duration time = hub.awaitReady();
            if (!kills.isEmpty()) {
                starts.add(time);
            }
        }
        starting.clear();
    }

    private void awaitAnswers(int count) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (load.answers().size() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError(load.answers().size() + " answers where there should be " + count + ":\n"
                        + hubs.get(0).lastWords());
            }
            Thread.sleep(1);
        }
    }

    @Override
    public void close() throws IOException {
        load.close();
        hubs.forEach(HubNode::close);
        receiver.close();
        store.close();
    }
}
