package org.tongwen.conformance.play;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongwen.rules.MessageValidator;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/**
 * The suite's own verdict on messages.
 *
 * @param judge by definition, by the rules of the standard and by those of a profile
 * @param packs digests of the rule packs that it judges by, by pack and release
 */
public record ProfileJudge(Judge judge, SortedMap<String, String> packs) {

    /** Copies the digests. */
    public ProfileJudge {
        packs = Collections.unmodifiableSortedMap(new TreeMap<>(packs));
    }

    /**
     * The verdict by a profile on a day.
     *
     * @param profile a rule pack; empty for none
     */
    public static ProfileJudge of(String profile, LocalDate asOf) {
        MessageValidator validator = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);
        return new ProfileJudge(message -> Judgement.of(validator.validate(message)), new TreeMap<>());
    }
}
