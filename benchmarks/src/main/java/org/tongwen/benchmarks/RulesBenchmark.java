package org.tongwen.benchmarks;

import java.time.LocalDate;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.rules.pack.Rulebook;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/** The rules of CBPR+ on a pacs.008.001.08 of 3 to 4 KB that was read, beside what reading it costs. */
@State(Scope.Thread)
public class RulesBenchmark {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final Cycle<byte[]> messages = Cycle.of(CreditTransfers::next);
    private final MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);
    private final MessageValidator validator = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);
    private final Cycle<BusinessMessage> trees =
            messages.map(message -> reader.read(message).value().orElseThrow());
    private final Rulebook scheme = Rulebook.alone("cbpr-plus", DAY);
    private final Rulebook all = Rulebook.of("cbpr-plus", DAY);

    /** From bytes to a tree that is valid by its definition. */
    @Benchmark
    public Object readMessage() {
        return reader.read(messages.next());
    }

    /** The pack alone, asked of a tree. */
    @Benchmark
    public Object schemeRules() {
        return scheme.breaches(trees.next());
    }

    /** The pack and that of ISO 20022, asked of a tree, with a verdict on each rule. */
    @Benchmark
    public Object allRules() {
        return all.judge(trees.next(), List.of());
    }

    /** All of it: read, validated, judged by both packs. */
    @Benchmark
    public Object readAndJudge() {
        Checked<BusinessMessage> read = validator.validate(messages.next());
        return ProfileValidator.judge(read, "cbpr-plus", DAY);
    }
}
