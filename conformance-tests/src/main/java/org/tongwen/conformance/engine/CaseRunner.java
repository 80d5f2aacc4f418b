package org.tongwen.conformance.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tongwen.conformance.plan.Case;
import org.tongwen.conformance.plan.ConversationCase;
import org.tongwen.conformance.plan.MessageCase;
import org.tongwen.conformance.plan.TranslationCase;
import org.tongwen.conformance.play.ConversationPlay;
import org.tongwen.conformance.play.HttpJudge;
import org.tongwen.conformance.play.Judge;
import org.tongwen.conformance.play.MessagePlay;
import org.tongwen.conformance.play.Played;
import org.tongwen.conformance.play.Stage;
import org.tongwen.conformance.play.TranslationPlay;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;

/** Runs one case after the other, until the time of the whole run is over or the participant has fallen silent. */
final class CaseRunner implements AutoCloseable {

    /** So many cases without any answer, and the rest is not tried. */
    private static final int MOST_SILENT = 5;

    private final Stage stage;
    private final Optional<Judge> tested;
    private final long end;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(CaseRunner::daemon);
    private Optional<String> stopped = Optional.empty();
    private int silent;

    CaseRunner(Stage stage, Optional<Judge> tested, Duration limit) {
        this.stage = stage;
        this.tested = tested;
        this.end = System.nanoTime() + limit.toNanos();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(null, work, "tongwen-case", 8L << 20);
        thread.setDaemon(true);
        return thread;
    }

    /** Why cases were not run any more; empty while they are. */
    Optional<String> stopped() {
        return stopped;
    }

    Played run(Case each) {
        long left = end - System.nanoTime();
        if (left <= 0) {
            stopped = stopped.or(() -> Optional.of("the time of the run was over"));
        }
        if (stopped.isPresent()) {
            return notRun(each, stopped.get());
        }
        Future<Played> result = thread.submit(() -> play(each));
        try {
            Played played = result.get(left, TimeUnit.NANOSECONDS);
            count(played);
            return played;
        } catch (TimeoutException e) {
            result.cancel(true);
            stopped = Optional.of("the time of the run was over");
            return notRun(each, "the time of the run was over while it was played");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.cancel(true);
            stopped = Optional.of("the run was ended");
            return notRun(each, "the run was ended");
        } catch (ExecutionException e) {
            return played(CaseResult.of(each.name(), each.title(), Outcome.ERROR, "the suite broke: " + e.getCause()));
        }
    }

    private void count(Played played) {
        silent = played.answered() ? 0 : silent + 1;
        if (silent >= MOST_SILENT) {
            stopped = Optional.of("the participant answered nothing in " + MOST_SILENT + " cases one after the other");
        }
    }

    private Played play(Case each) {
        if (each instanceof ConversationCase conversation) {
            boolean played = conversation
                    .role()
                    .map(role -> stage.config().roles().contains(role))
                    .orElse(true);
            return played
                    ? ConversationPlay.play(conversation, stage)
                    : played(CaseResult.of(
                            each.name(),
                            each.title(),
                            Outcome.NOT_APPLICABLE,
                            "the participant is no " + conversation.role().orElse("")));
        } else if (each instanceof TranslationCase translation) {
            return asked(() -> TranslationPlay.play(translation, stage));
        }
        return asked(() -> judged((MessageCase) each));
    }

    private Played asked(Supplier<CaseResult> play) {
        long before = stage.client().answers();
        CaseResult result = play.get();
        boolean silent = !result.evidence().isEmpty() && stage.client().answers() == before;
        return new Played(result, Map.of(), !silent);
    }

    private CaseResult judged(MessageCase message) {
        if (tested.isPresent()) {
            return MessagePlay.play(message, tested.get());
        }
        return stage.config()
                .endpoints()
                .validate()
                .map(address -> MessagePlay.play(
                        message,
                        new HttpJudge(stage.client(), address),
                        stage.config().reasons()))
                .orElse(CaseResult.of(
                        message.name(),
                        message.title(),
                        Outcome.NOT_RUN,
                        "the configuration names no address endpoints.validate"));
    }

    private static Played notRun(Case each, String reason) {
        return played(CaseResult.of(each.name(), each.title(), Outcome.NOT_RUN, reason));
    }

    private static Played played(CaseResult result) {
        return new Played(result, Map.of(), true);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
