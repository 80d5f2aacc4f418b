package org.tongwen.conformance.play;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.rules.Profiled;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

/**
 * The suite's own verdict on messages.
 *
 * @param judge by definition, by the rules of the standard and by those of a profile
 * @param packs digests of the rule packs that it judges by, by pack and release
 */
public record ProfileJudge(Judge judge, SortedMap<String, String> packs) {

    private static final MessageValidator VALIDATOR = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);

    /** Copies the digests. */
    public ProfileJudge {
        packs = Collections.unmodifiableSortedMap(new TreeMap<>(packs));
    }

    /**
     * The verdict by a profile on a day.
     *
     * @param profile a rule pack; empty for the rules of the standard alone
     * @throws IllegalArgumentException when there is no such pack, or it has no rules for that day
     */
    public static ProfileJudge of(String profile, LocalDate asOf) {
        String pack = profile.isEmpty() ? RulePacks.ISO : profile;
        if (RulePacks.profile(pack).isEmpty()) {
            throw new IllegalArgumentException("there is no rule pack " + pack);
        }
        ProfileValidator validator = new ProfileValidator(VALIDATOR, pack, asOf);
        SortedMap<String, String> packs = new TreeMap<>();
        validator.editions().forEach(edition -> packs.put(edition.pack() + " " + edition.release(), edition.digest()));
        return new ProfileJudge(message -> judge(message, validator), packs);
    }

    /** Fails closed: a rule that could not be asked says nothing of the message, and is no fault of whoever sent it. */
    private static Judgement judge(byte[] message, ProfileValidator validator) {
        ProfileValidator.Result result = validator.validate(message);
        result.rules()
                .map(Profiled::judgement)
                .filter(rules -> !rules.isComplete())
                .ifPresent(rules -> {
                    throw new IllegalStateException("a rule could not be asked: " + rules.findings());
                });
        return Judgement.of(result.message());
    }
}
