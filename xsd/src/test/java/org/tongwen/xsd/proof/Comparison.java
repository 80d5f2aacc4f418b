package org.tongwen.xsd.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.sample.Equivalents;
import org.tongwen.xsd.sample.Mutant;
import org.tongwen.xsd.sample.Mutants;
import org.tongwen.xsd.sample.Operator;
import org.tongwen.xsd.sample.Refusal;
import org.tongwen.xsd.sample.Samples;
import org.tongwen.xsd.sample.Writing;

/**
 * Has our reader and the JDK's validator, on the official schema, judge the same documents of one message: valid ones, mutants and
 * equivalents, round after round. A seed and the number of a round make the same documents again.
 */
public final class Comparison {

    private static final int MUTANTS_A_ROUND = 8;
    private static final int DAMAGED_A_ROUND = 2;
    private static final MessageReader READER = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);
    private static final Ways WAYS = new Ways(READER);
    private static final Writing[] WRITINGS = Writing.values();

    private final MessageDefinition definition;
    private final Samples samples;
    private final List<Message> fixed;
    private final List<Refusal> refused = new ArrayList<>();
    private final Oracle oracle;
    private final long seed;
    private final Tally tally = new Tally();
    private int round;

    /** Prepares the documents of a message of the built-in catalogue. */
    public Comparison(String message, byte[] officialSchema, long seed) {
        this.definition = Catalogue.builtIn().find(message).orElseThrow();
        this.samples = new Samples(definition, refused::add);
        this.fixed = new ArrayList<>(List.of(samples.minimal()));
        this.fixed.addAll(samples.complete());
        this.oracle = new Oracle(officialSchema);
        this.seed = seed;
    }

    /** Judges about so many documents, from the first round on. */
    public Tally documents(long documents) {
        for (int next = 0; tally.documents() < documents; next++) {
            round(next);
        }
        return tally;
    }

    /** Judges the documents of one round. The first rounds have the smallest and the complete messages, the others messages at random. */
    public Tally round(int number) {
        round = number;
        Random random = new Random(31 * (31 * seed + definition.id().hashCode()) + number);
        Message message = number < fixed.size() ? fixed.get(number) : samples.random(random);
        judge("valid", "a valid message", Equivalents.xml(message, Writing.PLAIN), List.of());
        Writing writing = WRITINGS[1 + random.nextInt(WRITINGS.length - 1)];
        judge("equivalent " + writing, "a valid message, " + writing, Equivalents.xml(message, writing), List.of());
        mutants(message, random).forEach(this::mutant);
        refused.forEach(this::refused);
        refused.clear();
        for (int i = 0; i < DAMAGED_A_ROUND; i++) {
            damaged(Damage.of(Equivalents.xml(message, Writing.PLAIN), random));
        }
        return tally;
    }

    /** Whether a damaged document is valid, nobody knows before; but both judges must say the same. */
    private void damaged(byte[] xml) {
        tally.count("damaged");
        List<String> ours = ours("damaged bytes", xml);
        String theirs = complaint(xml, ours.isEmpty());
        if (ours.isEmpty() != theirs.isEmpty() || ours.toString().contains("threw")) {
            different("damaged bytes", "reader " + ours + ", JDK '" + theirs + "'", xml);
        }
    }

    /** What we refused although it was made to be valid, the JDK must refuse too. */
    private void refused(Refusal refusal) {
        judge("refused value", refusal.toString(), refusal.xml(definition), List.of("any"));
    }

    private void mutant(Mutant mutant) {
        List<String> expected = List.of(mutant.finding().orElse("any"));
        judge("mutant " + mutant.operator(), mutant.toString(), mutant.xml(), expected);
    }

    /** A few, each operator as likely as another. */
    private static List<Mutant> mutants(Message message, Random random) {
        Map<Operator, List<Mutant>> all = new EnumMap<>(Operator.class);
        Mutants.of(message)
                .forEach(mutant -> all.computeIfAbsent(mutant.operator(), none -> new ArrayList<>())
                        .add(mutant));
        List<List<Mutant>> operators = List.copyOf(all.values());
        return random.ints(MUTANTS_A_ROUND, 0, operators.size())
                .mapToObj(operators::get)
                .map(mutants -> mutants.get(random.nextInt(mutants.size())))
                .toList();
    }

    /** Both judges must find it valid, or both invalid where a finding is expected. */
    private void judge(String kind, String made, byte[] xml, List<String> expected) {
        tally.count(kind);
        List<String> ours = ours(made, xml);
        boolean valid = expected.isEmpty();
        String theirs = complaint(xml, valid);
        boolean promised = valid || expected.contains("any") || ours.containsAll(expected);
        if (ours.isEmpty() != valid || theirs.isEmpty() != valid || !promised) {
            different(made, "expected " + expected + ", reader " + ours + ", JDK '" + theirs + "'", xml);
        }
    }

    private void different(String made, String verdicts, byte[] xml) {
        tally.add(new Difference(definition.id(), round, made, verdicts, xml));
    }

    /** Ids of what our reader finds, the same in all our ways to judge; that it gave way to an exception is no verdict but shall be seen. */
    private List<String> ours(String made, byte[] xml) {
        try {
            Checked<BusinessMessage> read = READER.read(xml);
            WAYS.difference(xml, read).ifPresent(difference -> different(made + ", other ways", difference, xml));
            return read.findings().stream().map(Finding::id).distinct().toList();
        } catch (RuntimeException e) {
            return List.of("threw " + e);
        }
    }

    /** What the JDK says; where that is unexpected and may come from how it counts characters, it is asked again without those. */
    private String complaint(byte[] xml, boolean valid) {
        String complaint = oracle.complaint(xml);
        Optional<byte[]> basic = complaint.isEmpty() == valid ? Optional.empty() : BasicPlane.of(xml);
        if (basic.isEmpty()) {
            return complaint;
        }
        tally.askedAgain();
        return oracle.complaint(basic.get());
    }
}
