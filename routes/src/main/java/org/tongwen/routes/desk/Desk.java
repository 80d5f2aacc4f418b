package org.tongwen.routes.desk;

import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Receipt;
import org.tongwen.routes.journal.Search;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Turn;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;

/**
 * Tells of messages and carries out what operators decide about them. Every decision is journalled with its reason and whoever made it, and counts only
 * if nothing else has happened to the message since it was looked at. All answers are JSON. Methods throw {@link JournalException} when the
 * store cannot be used.
 */
public final class Desk {

    private final Journal journal;
    private final Reprocessing reprocessing;
    private final MessageLog log;
    private final Clock clock;

    /**
     * A desk over that journal.
     *
     * @param log gets a line for each decision, and one for what came of it
     */
    public Desk(Journal journal, Reprocessing reprocessing, MessageLog log, Clock clock) {
        this.log = log;
        this.journal = journal;
        this.reprocessing = reprocessing;
        this.clock = clock;
    }

    /**
     * The story of a message, as far as the viewer may know it. A message that is none of the viewer's business is not there.
     *
     * @param contents whether its bytes are shown, too
     */
    public Checked<byte[]> story(MessageId id, Viewer viewer, boolean contents) {
        return journal.story(id)
                .flatMap(story ->
                        View.of(story, viewer).map(view -> StoryJson.of(view, contents ? contents(view) : Map.of())))
                .map(json -> Checked.of(json, List.of()))
                .orElseGet(() -> Checked.none(unknown(id)));
    }

    /** Messages that fit, the newest first. */
    public Checked<byte[]> find(Search search) {
        return Checked.of(Lists.messages(journal.find(search)), List.of());
    }

    /** Lets a held message go out, whatever was found against it. */
    public Checked<byte[]> release(MessageId id, Decision decision) {
        return inTurn(id, () -> released(id, decision));
    }

    private Checked<byte[]> released(MessageId id, Decision decision) {
        Checked<Story> held = held(id, decision);
        if (held.value().isEmpty()) {
            return Checked.none(held.findings());
        }
        Optional<byte[]> iso = content(id, Content.ISO);
        if (iso.isEmpty()) {
            return Checked.none(Finding.error(
                            "hub.NothingToRelease",
                            Place.NOWHERE,
                            "the message became no ISO message that could go out")
                    .hint("repair its source, or refuse it"));
        }
        Entry.Draft draft = draft(held.value().get());
        Checked<Trial> ready = reprocessing.release(held.value().get(), iso.get(), draft);
        return ready.value().isEmpty()
                ? Checked.none(ready.findings())
                : write(
                        draft.step(step(Event.RELEASED, decision)),
                        id,
                        decision,
                        ready.value().get());
    }

    /** Refuses a held message for good. */
    public Checked<byte[]> refuse(MessageId id, Decision decision) {
        return inTurn(id, () -> {
            Checked<Story> held = held(id, decision);
            return held.value()
                    .map(story -> write(draft(story).step(step(Event.REFUSED, decision)), id, decision, Trial.NOTHING))
                    .orElseGet(() -> Checked.none(held.findings()));
        });
    }

    /** Puts another source in place of that of a held message, and tries again with it. */
    public Checked<byte[]> repair(MessageId id, Decision decision, byte[] source) {
        return inTurn(id, () -> repaired(id, decision, source));
    }

    private Checked<byte[]> repaired(MessageId id, Decision decision, byte[] source) {
        Checked<Story> held = held(id, decision);
        if (held.value().isEmpty()) {
            return Checked.none(held.findings());
        }
        if (source.length == 0) {
            return Checked.none(Finding.error("hub.EmptyBody", Place.NOWHERE, "the document is empty"));
        }
        Story story = held.value().get();
        Entry.Draft draft = draft(story).step(step(Event.REPAIRED, decision)).content(Content.REPAIRED, source);
        return write(draft, id, decision, reprocessing.again(story, source, draft));
    }

    /** Tries the deliveries of a message again that were given up. */
    public Checked<byte[]> deliver(MessageId id, Decision decision) {
        Checked<Story> story = in(Set.of(State.UNDELIVERED), id, decision);
        if (story.value().isEmpty()) {
            return Checked.none(story.findings());
        }
        Entry.Draft draft = Entry.about(id)
                .onlyIn(Set.of(State.UNDELIVERED))
                .onlyAfter(story.value().get().steps().size())
                .step(step(Event.RELEASED, decision));
        givenUp(story.value().get()).forEach(draft::dispatch);
        return write(draft, id, decision, Trial.NOTHING);
    }

    /** Each once, however often it was given up, and none that came through later. */
    private static List<Dispatch> givenUp(Story story) {
        Map<Dispatch, String> latest = new LinkedHashMap<>();
        story.deliveries().forEach(delivery -> latest.put(delivery.dispatch(), delivery.word()));
        return latest.entrySet().stream()
                .filter(delivery -> delivery.getValue().equals("dead"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Checks all that was ever written. */
    public Checked<byte[]> verification() {
        return Checked.of(Lists.verification(journal.verify()), List.of());
    }

    private Map<Content, byte[]> contents(View view) {
        Map<Content, byte[]> contents = new EnumMap<>(Content.class);
        for (Content kind : view.contents()) {
            content(view.story().id(), kind).ifPresent(bytes -> contents.put(kind, bytes));
        }
        return contents;
    }

    /** A repair of which nothing came leaves nothing in the place of what was before. */
    private Optional<byte[]> content(MessageId id, Content kind) {
        return journal.content(id, kind).filter(bytes -> bytes.length > 0);
    }

    private Checked<Story> held(MessageId id, Decision decision) {
        return in(Set.of(State.HELD), id, decision);
    }

    private Checked<Story> in(Set<State> states, MessageId id, Decision decision) {
        Optional<Story> story = journal.story(id);
        if (story.isEmpty()) {
            return Checked.none(unknown(id));
        }
        boolean seen = decision.seen().isEmpty()
                || decision.seen().getAsInt() == story.get().steps().size();
        return states.contains(story.get().state()) && seen
                ? Checked.of(story.get(), List.of())
                : Checked.none(overtaken(story.get().state()));
    }

    /** What was read from the journal is still so when this is written, or it is not written. */
    private static Entry.Draft draft(Story story) {
        return Entry.about(story.id())
                .onlyIn(Set.of(State.HELD))
                .onlyAfter(story.steps().size());
    }

    private Step step(Event event, Decision decision) {
        byte[] detail = JsonReport.object(json -> json.writeStringField("reason", decision.reason()));
        return new Step(clock.instant(), event, decision.operator(), detail);
    }

    /** Of two who decide at once, the second sees what the first has done before anything is counted. */
    private Checked<byte[]> inTurn(MessageId id, Supplier<Checked<byte[]>> work) {
        Turn turn = journal.turn(Turn.To.DECIDE, id);
        try {
            return work.get();
        } finally {
            turn.close();
        }
    }

    private Checked<byte[]> write(Entry.Draft draft, MessageId id, Decision decision, Trial trial) {
        try (trial) {
            Entry entry = draft.entry();
            Receipt receipt = journal.write(entry);
            trial.end(receipt instanceof Receipt.Written);
            if (receipt instanceof Receipt.Overtaken overtaken) {
                return Checked.none(overtaken(overtaken.state()));
            }
            if (receipt instanceof Receipt.Conflict conflict) {
                return Checked.none(conflict(conflict.first()));
            }
            log(entry);
            reprocessing.decided(id);
            return story(id, new Viewer(decision.operator(), true), false);
        }
    }

    /** The reason stays in the journal: it may name people. */
    private void log(Entry entry) {
        Step last = entry.steps().get(entry.steps().size() - 1);
        for (Step step : entry.steps()) {
            boolean decided = !step.actor().equals(Step.HUB);
            if (decided || step == last) {
                log.line(step.at(), entry.id(), step.event())
                        .with("operator", decided ? step.actor() : "")
                        .write();
            }
        }
    }

    private static Finding unknown(MessageId id) {
        return Finding.error("hub.UnknownMessageId", Place.NOWHERE, "there is no message of this id")
                .value(id.toString());
    }

    private static Finding conflict(MessageId first) {
        return Finding.error(
                        "hub.IdempotencyConflict",
                        Place.NOWHERE,
                        "another message of the same sender has its message identifier and UETR")
                .value(first.toString())
                .hint("look whether this is the right source; the payment would go out twice");
    }

    private static Finding overtaken(State state) {
        return Finding.error(
                        "hub.Overtaken",
                        Place.NOWHERE,
                        "something else has happened to the message in the meantime; it is " + state.word())
                .hint("look at it again before you decide");
    }
}
