package org.tongwen.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.rules.pack.Edition;
import org.tongwen.rules.pack.Judgement;
import org.tongwen.rules.pack.PartwiseJudgement;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.Rulebook;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

/** Judges messages by their definitions and by the rules of a profile. Safe to share between threads. */
public final class ProfileValidator {

    /** A message of more bytes is read part by part, so that its length does not matter. */
    private static final int WHOLE = 16 * 1024 * 1024;

    /**
     * What is said of a message.
     *
     * @param message the message, as far as it could be read, with all findings
     * @param rules what came of the rules; empty when the message could not be read to its end
     */
    public record Result(Checked<BusinessMessage> message, Optional<Profiled> rules) {}

    private final MessageValidator validator;
    private final String profile;
    private final LocalDate asOf;
    private final Rulebook rulebook;
    private final int whole;

    /**
     * A validator.
     *
     * @param profile the name of a pack
     * @param asOf the day whose rules count
     * @throws IllegalArgumentException when the pack has no rules for that day
     */
    public ProfileValidator(MessageValidator validator, String profile, LocalDate asOf) {
        this(validator, RuleLibrary.builtIn(), profile, asOf);
    }

    /**
     * A validator by the rules of a library.
     *
     * @param profile the name of a pack
     * @param asOf the day whose rules count
     * @throws IllegalArgumentException when the pack has no rules for that day
     */
    public ProfileValidator(MessageValidator validator, RuleLibrary library, String profile, LocalDate asOf) {
        this(validator, library.rulebook(profile, asOf), profile, asOf, WHOLE);
    }

    ProfileValidator(MessageValidator validator, Rulebook rulebook, String profile, LocalDate asOf, int whole) {
        this.validator = validator;
        this.profile = profile;
        this.asOf = asOf;
        this.rulebook = rulebook;
        this.whole = whole;
    }

    /** The packs whose rules count, with their releases. */
    public List<Edition> editions() {
        return rulebook.editions();
    }

    /** Judges a message that is read whole. */
    public Result validate(byte[] xml) {
        return judge(validator.validate(xml), rulebook, profile, asOf);
    }

    /**
     * Judges a message that was read whole and validated.
     *
     * @param profile the name of a pack
     * @param asOf the day whose rules count
     * @throws IllegalArgumentException when the pack has no rules for that day
     */
    public static Result judge(Checked<BusinessMessage> read, String profile, LocalDate asOf) {
        return judge(read, Rulebook.of(profile, asOf), profile, asOf);
    }

    private static Result judge(Checked<BusinessMessage> read, Rulebook rules, String profile, LocalDate asOf) {
        return result(
                read, judged(read, message -> new Profiled(profile, asOf, rules.judge(message, read.findings()))));
    }

    /**
     * Judges a message of any length. Of a long one its parts do not stay, and rules that would need them all are not run.
     *
     * @param xml not closed
     * @throws UncheckedIOException when the stream cannot be read
     */
    public Result validate(InputStream xml) {
        try {
            byte[] begin = xml.readNBytes(whole + 1);
            return begin.length <= whole
                    ? validate(begin)
                    : partwise(new SequenceInputStream(new ByteArrayInputStream(begin), xml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result partwise(InputStream xml) {
        Parts parts = new Parts();
        Checked<BusinessMessage> read = validator.validate(xml, parts::take);
        return result(read, judged(read, message -> new Profiled(profile, asOf, parts.end(message, read.findings()))));
    }

    /** The rules at work on parts that come one by one. */
    private final class Parts {

        private @Nullable PartwiseJudgement judgement;

        void take(MessageDefinition definition, Node part) {
            of(definition).part(part);
        }

        Judgement end(BusinessMessage message, List<Finding> findings) {
            return of(message.document().definition()).end(message, findings);
        }

        private PartwiseJudgement of(MessageDefinition definition) {
            PartwiseJudgement known = judgement;
            if (known == null) {
                known = rulebook.partwise(definition);
                judgement = known;
            }
            return known;
        }
    }

    /** Judges a message in one way. */
    private interface Judge {
        Profiled judge(BusinessMessage message);
    }

    private static Optional<Profiled> judged(Checked<BusinessMessage> read, Judge judge) {
        return MessageReader.brokeOff(read.findings())
                ? Optional.empty()
                : read.value().map(judge::judge);
    }

    private static Result result(Checked<BusinessMessage> read, Optional<Profiled> rules) {
        List<Finding> findings = new ArrayList<>(read.findings());
        rules.ifPresent(profiled -> findings.addAll(profiled.judgement().findings()));
        return new Result(new Checked<>(read.value(), findings.stream().sorted().toList()), rules);
    }
}
