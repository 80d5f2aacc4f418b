package org.tongwen.routes.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.conversation.JournalShortIds;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Opening;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.State;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Turn;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;

/** A message on its way in: all that the journal will get of it. One thread at a time works on it. */
public final class Intake {

    private static final String PROPERTY = "TongwenIntake";

    private final MessageId id;
    private final Participant participant;
    private final String channel;
    private final byte[] source;
    private final Clock clock;
    private final Instant received;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Content, byte[]> contents = new EnumMap<>(Content.class);
    private final List<Reference> references = new ArrayList<>();
    private final List<Finding> said = new ArrayList<>();
    private final List<Finding> besides = new ArrayList<>();
    private final List<Supplier<Optional<Entry>>> afterwards = new ArrayList<>();
    private final List<Runnable> undoes = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private Optional<Opening.Key> key = Optional.empty();
    private Optional<JournalShortIds> shortIds = Optional.empty();
    private Optional<BusinessMessage> message = Optional.empty();
    private Optional<Dispatch> dispatch = Optional.empty();
    private MessageId conversation;
    private String mapping = "";
    private boolean recorded;

    private Intake(
            MessageId id, MessageId conversation, Participant participant, String channel, byte[] source, Clock clock) {
        this.id = id;
        this.conversation = conversation;
        this.participant = participant;
        this.channel = channel;
        this.source = source;
        this.clock = clock;
        this.received = clock.instant();
    }

    /**
     * A message that has just come.
     *
     * @param channel how it came
     * @param original its bytes
     */
    public static Intake of(Participant participant, String channel, byte[] original, Clock clock) {
        MessageId id = MessageId.next(clock);
        Intake intake = new Intake(id, id, participant, channel, original, clock);
        intake.contents.put(Content.ORIGINAL, original);
        intake.step(Event.RECEIVED, participant.name(), Details.NONE);
        return intake;
    }

    /**
     * A message that is held and tried again.
     *
     * @param story what is known of it
     * @param source its ISO message, or the source that an operator put in place of the one that came
     */
    static Intake again(Story story, Participant participant, byte[] source, Clock clock) {
        Opening opening = story.opening();
        Intake intake = new Intake(story.id(), opening.conversation(), participant, opening.channel(), source, clock);
        intake.mapping = Details.asked(story);
        return intake;
    }

    /** The one that an exchange carries, if any. */
    public static Optional<Intake> find(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(PROPERTY, Intake.class));
    }

    /** The one that an exchange carries. */
    static Intake of(Exchange exchange) {
        return find(exchange)
                .orElseThrow(() -> new IllegalStateException("the route opens no intake before this step"));
    }

    /** Lets an exchange carry it. */
    void ride(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** The hub's name of the message. */
    public MessageId id() {
        return id;
    }

    /** Who sent it. */
    public Participant participant() {
        return participant;
    }

    /** Its bytes: as it came, or as an operator mended it. */
    public byte[] source() {
        return source;
    }

    /** When it came, or was tried again. */
    Instant received() {
        return received;
    }

    /** The mapping that read it, or that was asked to before an operator put another source in place; empty when none did. */
    String mapping() {
        return mapping;
    }

    /** That mapping read it, and something stands against what came of it. */
    void readBy(String by) {
        mapping = by;
    }

    /** What happened to it last. */
    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** The ISO message that it is or became. */
    public Optional<BusinessMessage> message() {
        return message;
    }

    /** The first message of its conversation. */
    public MessageId conversation() {
        return conversation;
    }

    /** The bytes of a kind that it has so far. */
    public Optional<byte[]> content(Content kind) {
        return Optional.ofNullable(contents.get(kind));
    }

    /** What will be delivered, when it is released. */
    public Optional<Dispatch> dispatch() {
        return dispatch;
    }

    /** Something happened to it. */
    public void step(Step step) {
        steps.add(step);
    }

    /** Something happened to it now. */
    public void step(Event event, String actor, byte[] detail) {
        steps.add(new Step(clock.instant(), event, actor, detail));
    }

    /** It is this ISO message, which that mapping made of it, or none did when it came as such. */
    public void became(BusinessMessage iso, String by) {
        message = Optional.of(iso);
        mapping = by;
    }

    /** Bytes that belong to it. */
    public void content(Content kind, byte[] bytes) {
        contents.put(kind, bytes);
    }

    /** It belongs to the conversation that began with that message. */
    public void belongs(MessageId first) {
        conversation = first;
    }

    /** It can be found under these names. */
    public void references(List<Reference> names) {
        references.addAll(names);
    }

    /** The short forms of its identifiers, which are kept with it. */
    void keeps(JournalShortIds ids) {
        shortIds = Optional.of(ids);
    }

    /** The long forms of its identifiers that did not fit, by their short forms. */
    Map<String, String> longForms() {
        return shortIds.map(JournalShortIds::kept).orElse(Map.of());
    }

    /** Another with this key is a repeat. */
    public void keyed(Opening.Key repeats) {
        key = Optional.of(repeats);
    }

    /** What makes another a repeat. */
    Optional<Opening.Key> key() {
        return key;
    }

    /** Whether the sender said what makes another a repeat. */
    public boolean isKeyed() {
        return key.isPresent();
    }

    /** This will be delivered, when it is released. */
    public void deliver(Dispatch what) {
        dispatch = Optional.of(what);
    }

    /** There is this to say of it. With an error among it, it waits for a decision or repair. */
    public void say(List<Finding> findings) {
        said.addAll(findings);
    }

    /** There is this besides, which its sender may not know. */
    void sayToOperators(List<Finding> findings) {
        besides.addAll(findings);
    }

    /** What operators may know besides. */
    List<Finding> saidToOperators() {
        return List.copyOf(besides);
    }

    /** What there is to say of it. */
    public List<Finding> said() {
        return List.copyOf(said);
    }

    /** Whether something stands against its release. */
    public boolean isToBeHeld() {
        return Finding.anyError(said);
    }

    /** What is to be written about another message, once this one is released and durable. */
    public void afterwards(Supplier<Optional<Entry>> entry) {
        afterwards.add(entry);
    }

    /** What is to be undone, if this is not released and durable in the end. */
    public void unlessReleased(Runnable undo) {
        undoes.add(undo);
    }

    /** Nobody else has this turn before all is written that came of the message. */
    void until(Turn turn) {
        turns.add(turn);
    }

    /** All is written that came of it, or nothing will be. */
    void end() {
        turns.forEach(Turn::close);
        turns.clear();
    }

    /** What is to be written now about other messages. */
    List<Entry> afterwards() {
        return isReleased()
                ? afterwards.stream()
                        .map(Supplier::get)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    /** Undoes what does not count, when this was not released or is not durable. */
    void settle(boolean isDurable) {
        if (!isDurable || !isReleased()) {
            undoes.forEach(Runnable::run);
        }
        undoes.clear();
    }

    /** Where it is, by the steps so far. */
    public Optional<State> state() {
        return steps.stream().flatMap(step -> step.event().state().stream()).reduce((earlier, later) -> later);
    }

    /** Its entry is durable. */
    void recorded() {
        recorded = true;
    }

    /** Whether its entry is durable, so that the sender may be answered. */
    public boolean isRecorded() {
        return recorded;
    }

    private boolean isReleased() {
        return state().equals(Optional.of(State.RELEASED));
    }

    /** Whether something of it is to be delivered. */
    boolean isOut() {
        return dispatch.isPresent() && isReleased();
    }

    /** All of it, for the journal. */
    public Entry entry() {
        Entry.Draft draft = Entry.opening(id, opening());
        addAll(draft);
        return draft.entry();
    }

    /** Adds all that came of it. What is to be delivered is part of it only when it is released. */
    void addAll(Entry.Draft draft) {
        steps.forEach(draft::step);
        contents.forEach(draft::content);
        references.forEach(draft::reference);
        shortIds.ifPresent(ids -> ids.references().forEach(draft::reference));
        dispatch.filter(what -> isOut()).ifPresent(draft::dispatch);
    }

    /** Adds what is to be delivered, whatever stands against it. */
    void addDelivery(Entry.Draft draft) {
        content(Content.DELIVERY).ifPresent(bytes -> draft.content(Content.DELIVERY, bytes));
        dispatch.ifPresent(draft::dispatch);
    }

    private Opening opening() {
        String definition = message.map(iso -> iso.document().definition().id()).orElse("");
        return new Opening(received, participant.name(), channel, mapping, definition, conversation, key);
    }
}
