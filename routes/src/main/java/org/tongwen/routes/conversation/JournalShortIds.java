package org.tongwen.routes.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.codec.ShortIds;
import org.tongwen.routes.journal.Event;
import org.tongwen.routes.journal.Journal;
import org.tongwen.routes.journal.Reference;
import org.tongwen.routes.journal.Reference.Kind;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.journal.Summary;

/**
 * Long forms of identifiers that did not fit. Those of the message in hand are kept until its entry is written, with the step {@code CORRELATED}
 * and the references {@link #references}; those of earlier messages are looked up in the journal, as far as the participant sent them or was sent
 * them. For one message; used by one thread at a time.
 */
public final class JournalShortIds implements ShortIds {

    private final Journal journal;
    private final String participant;
    private final Map<String, String> kept = new LinkedHashMap<>();

    /** Looks up what is not kept yet in a journal, for a participant. */
    public JournalShortIds(Journal journal, String participant) {
        this.journal = journal;
        this.participant = participant;
    }

    @Override
    public void keep(String shortForm, String longForm) {
        kept.put(shortForm, longForm);
    }

    @Override
    public Optional<String> longForm(String shortForm) {
        return Optional.ofNullable(kept.get(shortForm)).or(() -> stored(shortForm));
    }

    /** What the message's own entry has to keep: long forms by short forms. */
    public Map<String, String> kept() {
        return Map.copyOf(kept);
    }

    /** The names by which the entry is found when a short form comes back. */
    public List<Reference> references() {
        return kept.keySet().stream()
                .map(shortForm -> new Reference(Kind.SHORT_ID, shortForm))
                .toList();
    }

    private Optional<String> stored(String shortForm) {
        for (Summary summary : journal.referring(new Reference(Kind.SHORT_ID, shortForm), Set.of())) {
            Optional<String> found = journal.story(summary.id())
                    .filter(story -> Parties.isParty(participant, story))
                    .flatMap(story -> longForm(story, shortForm));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> longForm(Story story, String shortForm) {
        return story.steps().stream()
                .filter(step -> step.event() == Event.CORRELATED)
                .flatMap(step ->
                        Optional.ofNullable(Details.shortIds(step.detail()).get(shortForm)).stream())
                .findFirst();
    }
}
