package org.tongwen.routes.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Step;
import org.tongwen.routes.journal.Story;
import org.tongwen.xsd.finding.Finding;

/**
 * What correlation says of a message.
 *
 * <p>Two entries come of it: the message's own, with its references and the step {@link #step}, and then the one {@link #aboutOriginal}. The
 * first is written first. Should the process end between the two, the answer is not lost; the original only does not know of it yet. It learns
 * of it when the sender, who was not answered, sends again ({@link Correlation#missing}), or when its receiver is about to be asked.
 *
 * @param id the message
 * @param participant who sent it
 * @param references its references
 * @param outcome what it is
 * @param news what it says of the original
 * @param asks whether it asks for the status of the original
 */
public record Correlated(
        MessageId id, String participant, References references, Outcome outcome, List<News> news, boolean asks) {

    /** Whether a message went on, so that it may be answered, and that what it answers may know of it. */
    static boolean isSent(Story story) {
        return Tidings.SENT.contains(story.state());
    }

    /** Copies the news. */
    public Correlated {
        news = List.copyOf(news);
    }

    Correlated is(Outcome other) {
        return new Correlated(id, participant, references, other, news, asks);
    }

    Correlated saying(List<News> what) {
        return new Correlated(id, participant, references, outcome, what, asks);
    }

    Correlated asking(boolean question) {
        return new Correlated(id, participant, references, outcome, news, question);
    }

    /** The first message of its conversation, which is itself when it begins one. */
    public MessageId conversation() {
        return outcome.original().map(Outcome.Original::conversation).orElse(id);
    }

    /** The names under which it can be found. */
    public List<Reference> names() {
        return references.names();
    }

    /** What there is to say of it; an error means that it is held. */
    public List<Finding> findings() {
        return outcome.finding().stream().toList();
    }

    /** The step {@link Event#CORRELATED}. */
    public Step step(Instant at) {
        return step(at, Map.of());
    }

    /**
     * The step {@link Event#CORRELATED}, which also keeps identifiers that did not fit.
     *
     * @param shortIds their long forms by their short forms
     */
    public Step step(Instant at, Map<String, String> shortIds) {
        byte[] detail = Details.correlated(outcome, references.transactions(), shortIds);
        return new Step(at, Event.CORRELATED, Step.HUB, detail);
    }

    /** What the original learns of it, to be written when the message's own entry is durable; empty when it learns nothing. */
    public Optional<Entry> aboutOriginal(Instant at) {
        Tidings tidings = new Tidings(id, participant, at);
        if (outcome instanceof Answering.Answer answer) {
            return Optional.of(tidings.answer(answer.to().id(), news, answer.isFinal()));
        }
        return outcome.original().filter(original -> asks).map(original -> tidings.question(original.id()));
    }
}
