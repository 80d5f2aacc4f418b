package org.tongwen.routes.conversation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.routes.conversation.Family.Role;
import org.tongwen.routes.conversation.Outcome.Original;
import org.tongwen.routes.conversation.Standing.Judgement;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Summary;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/**
 * Finds the message that another is about, and says what the other is to it. It reads the journal only for messages that are about another one;
 * a payment costs nothing but a look at its references.
 */
public final class Correlation {

    private final Journal journal;
    private final Catalogue catalogue;
    private final Duration lateAfter;
    private final Clock clock;

    /**
     * Correlates with what a journal holds.
     *
     * @param catalogue by which stored messages are read again
     * @param lateAfter from when on an answer is late
     */
    public Correlation(Journal journal, Catalogue catalogue, Duration lateAfter, Clock clock) {
        this.journal = journal;
        this.catalogue = catalogue;
        this.lateAfter = lateAfter;
        this.clock = clock;
    }

    /**
     * What a new message is.
     *
     * @param participant who sent it
     * @param id its number
     * @throws org.tongwen.routes.journal.JournalException when the journal cannot be read
     */
    public Correlated correlate(String participant, MessageId id, BusinessMessage message) {
        References references = References.of(message);
        Family family = Family.named(message.document().definition().id());
        Correlated first = new Correlated(id, participant, references, new Outcome.Beginning(), List.of(), false);
        return family.role() == Role.BEGINS || references.pointers().isEmpty()
                ? family.role() == Role.ANSWERS ? first.is(new Outcome.Orphan()) : first
                : new Inquiry(participant, family, message, first).correlated();
    }

    /**
     * What is still to be written about the original of an answer whose own entry is durable: the process may have ended between the two.
     *
     * @param answer a message that was released before
     * @return the entry that is missing; empty when none is
     */
    public Optional<Entry> missing(MessageId answer) {
        Optional<Story> story = journal.story(answer);
        Optional<MessageId> about = story.stream()
                .flatMap(known -> known.steps().stream())
                .filter(step -> step.event() == Event.CORRELATED)
                .flatMap(step -> Details.answered(step.detail()).stream())
                .findFirst();
        return about.filter(original -> !knows(original, answer))
                .flatMap(original -> journal.content(answer, Content.ISO))
                .flatMap(this::read)
                .flatMap(message -> again(story.orElseThrow(), message));
    }

    /**
     * What the original of an answer learns when an operator releases the answer although it was held.
     *
     * @param answer a message that was held, and is released now
     * @return the entry, to be written after that of the release; empty when it answers nothing that is known
     */
    public Optional<Entry> overruled(MessageId answer) {
        Optional<Correlated> again = journal.story(answer)
                .flatMap(story -> journal.content(answer, Content.ISO)
                        .flatMap(this::read)
                        .map(message -> correlate(story.opening().participant(), answer, message)
                                .saying(NewsReader.read(message))));
        return again.flatMap(correlated -> correlated
                        .outcome()
                        .original()
                        .filter(original -> correlated.outcome().isAnswer())
                        .flatMap(original -> journal.story(original.id())
                                .map(story -> Standing.of(story).isSettledWith(correlated.news()))
                                .map(isFinal -> correlated.is(new Outcome.Answer(original, isFinal, false)))))
                .flatMap(correlated -> correlated.aboutOriginal(clock.instant()));
    }

    private boolean knows(MessageId original, MessageId answer) {
        return journal.story(original).stream()
                .flatMap(story -> story.steps().stream())
                .filter(step -> step.event() == Event.PENDING || step.event() == Event.ANSWERED)
                .anyMatch(
                        step -> Details.by(step.detail()).filter(answer::equals).isPresent());
    }

    private Optional<Entry> again(Story story, BusinessMessage message) {
        return correlate(story.opening().participant(), story.id(), message).aboutOriginal(clock.instant());
    }

    /** The look for the original of one message. */
    private final class Inquiry {

        private final String participant;
        private final Family family;
        private final BusinessMessage message;
        private final Correlated first;
        private final Map<MessageId, Optional<Story>> stories = new LinkedHashMap<>();

        Inquiry(String participant, Family family, BusinessMessage message, Correlated first) {
            this.participant = participant;
            this.family = family;
            this.message = message;
            this.first = first;
        }

        Correlated correlated() {
            Map<MessageId, Summary> originals = new LinkedHashMap<>();
            Optional<MessageId> foreign = Optional.empty();
            boolean missing = false;
            boolean ambiguous = false;
            for (Pointer pointer : distinct(first.references().pointers())) {
                Found found = find(pointer);
                found.own().forEach(summary -> originals.put(summary.id(), summary));
                foreign = foreign.or(found::foreign);
                missing |= found.own().isEmpty();
                ambiguous |= found.own().size() > 1 || originals.size() > 1;
                if (missing || ambiguous) {
                    break;
                }
            }
            if (missing) {
                return first.is(notFound(foreign));
            }
            return ambiguous
                    ? first.is(new Outcome.Ambiguous())
                    : about(originals.values().iterator().next());
        }

        private Outcome notFound(Optional<MessageId> foreign) {
            if (foreign.isPresent()) {
                return new Outcome.Foreign(foreign.get());
            }
            return family.role() == Role.ANSWERS ? new Outcome.Orphan() : new Outcome.Unknown();
        }

        /** Many transactions of one message often point at the same message and differ in the transaction alone: that is looked for once. */
        private List<Pointer> distinct(List<Pointer> pointers) {
            Map<String, Pointer> by = new LinkedHashMap<>();
            for (Pointer pointer : pointers) {
                String message = pointer.find(Reference.Kind.MESSAGE_ID).orElse("");
                boolean shared = pointers.size() > 1 && !message.isEmpty();
                by.putIfAbsent(shared ? "message " + message : "transaction " + by.size(), pointer);
            }
            return List.copyOf(by.values());
        }

        /**
         * Messages that a pointer may mean.
         *
         * @param own those that the sender may speak of
         * @param foreign one that it may not speak of
         */
        private record Found(List<Summary> own, Optional<MessageId> foreign) {}

        /** The messages that the first telling name gives, narrowed by the further names as long as one is left. */
        private Found find(Pointer pointer) {
            List<Summary> own = List.of();
            Optional<MessageId> foreign = Optional.empty();
            for (Reference reference : pointer.by()) {
                if (own.size() == 1 && reference.kind() != Reference.Kind.MESSAGE_ID) {
                    continue;
                }
                List<Summary> fitting = fitting(reference, pointer);
                List<Summary> theirs = fitting.stream().filter(this::isParty).toList();
                if (theirs.isEmpty() && !fitting.isEmpty()) {
                    foreign = foreign.or(() -> Optional.of(fitting.get(0).id()));
                }
                own = own.isEmpty() ? theirs : narrowed(own, theirs, reference);
            }
            return new Found(own, foreign);
        }

        /** A message identifier that names another of the sender's messages than the transaction does leaves both. */
        private List<Summary> narrowed(List<Summary> own, List<Summary> others, Reference reference) {
            List<Summary> both = own.stream()
                    .filter(one -> others.stream().anyMatch(other -> other.id().equals(one.id())))
                    .toList();
            if (!both.isEmpty() || others.isEmpty() || reference.kind() != Reference.Kind.MESSAGE_ID) {
                return both.isEmpty() ? own : both;
            }
            List<Summary> all = new ArrayList<>(own);
            all.addAll(others);
            return all;
        }

        private List<Summary> fitting(Reference reference, Pointer pointer) {
            Optional<String> named = pointer.family().filter(family.about()::contains);
            return journal.referring(reference, named.map(Set::of).orElse(family.about())).stream()
                    .filter(summary -> !summary.id().equals(first.id()))
                    .toList();
        }

        private boolean isParty(Summary summary) {
            return switch (family.role()) {
                case ANSWERS -> isReceiver(summary);
                case FOLLOWS -> summary.participant().equals(participant);
                default -> summary.participant().equals(participant) || isReceiver(summary);
            };
        }

        private boolean isReceiver(Summary summary) {
            return story(summary.id())
                    .filter(story -> Parties.receivers(story).contains(participant))
                    .isPresent();
        }

        private Optional<Story> story(MessageId id) {
            return stories.computeIfAbsent(id, journal::story);
        }

        private Correlated about(Summary found) {
            Story story = story(found.id()).orElseThrow();
            Set<String> receivers = Parties.receivers(story);
            String other = receivers.contains(participant)
                    ? found.participant()
                    : receivers.stream().findFirst().orElse("");
            Original original = new Original(found.id(), found.conversation(), found.message(), other);
            return family.role() == Role.ANSWERS
                    ? answer(original, story)
                    : first.is(new Outcome.Following(original))
                            .asking(family.name().equals("pacs.028"));
        }

        private Correlated answer(Original original, Story story) {
            List<News> news = NewsReader.read(message);
            Standing standing = Standing.of(story);
            Optional<BigDecimal> amount = amount(news, original.id());
            Set<Judgement> judged = Set.copyOf(
                    news.stream().map(one -> standing.judge(one, amount)).toList());
            if (judged.contains(Judgement.CONTRADICTING)) {
                return first.is(new Outcome.Contradicting(original));
            }
            if (judged.contains(Judgement.NEWS) || judged.isEmpty()) {
                return first.is(new Outcome.Answer(original, standing.isSettledWith(news), isLate(story)))
                        .saying(news);
            }
            return first.is(
                    judged.contains(Judgement.OUTDATED)
                            ? new Outcome.Outdated(original)
                            : new Outcome.Repeated(original));
        }

        /** What the original moved; looked up only when money goes back. */
        private Optional<BigDecimal> amount(List<News> news, MessageId original) {
            return news.stream().allMatch(one -> one.returned().isEmpty())
                    ? Optional.empty()
                    : journal.content(original, Content.ISO)
                            .flatMap(Correlation.this::read)
                            .flatMap(NewsReader::settled);
        }

        private boolean isLate(Story story) {
            Instant limit = story.opening().received().plus(lateAfter);
            return clock.instant().isAfter(limit);
        }
    }

    private Optional<BusinessMessage> read(byte[] xml) {
        Checked<BusinessMessage> read = new MessageReader(catalogue, Limits.DEFAULT).read(xml);
        return read.ok() ? read.value() : Optional.empty();
    }
}
