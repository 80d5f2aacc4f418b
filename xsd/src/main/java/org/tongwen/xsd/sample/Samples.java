package org.tongwen.xsd.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.message.Message;

/**
 * Valid messages of one definition. The values are invented but look real: currencies and countries exist, check digits are right. An
 * object may be shared by threads as far as their generators may.
 */
public final class Samples {

    private static final long SEED = 1;
    private static final int SPARE_WHEN_COMPLETE = 1_000;
    private static final int MOST_SPARE_AT_RANDOM = 256;
    private static final int MOST_COMPLETE = 500;

    private final MessageDefinition definition;
    private final Reach reach;
    private final Consumer<Refusal> refused;

    /** Prepares to make messages of a definition. */
    public Samples(MessageDefinition definition) {
        this(definition, refusal -> {});
    }

    /**
     * Prepares to make messages of a definition.
     *
     * @param refused takes the values that our own validation refused, so that the messages are without them
     */
    public Samples(MessageDefinition definition, Consumer<Refusal> refused) {
        this.definition = definition;
        this.reach = new Reach(definition.root());
        this.refused = refused;
    }

    /** The message with nothing that may be left out; of each choice the first branch. */
    public Message minimal() {
        return message(new LeastPlan(), new Values(new Random(SEED), true), 0);
    }

    /**
     * Messages that together hold every element which the definition declares. Each has about a thousand optional elements at most,
     * or more where no shorter way leads to what is still missing.
     */
    public List<Message> complete() {
        CoveringPlan plan = new CoveringPlan(reach);
        Values values = new Values(new Random(SEED), true);
        List<Message> messages = new ArrayList<>();
        int before = Integer.MAX_VALUE;
        while (plan.missing() > 0 && plan.missing() < before && messages.size() < MOST_COMPLETE) {
            before = plan.missing();
            messages.add(message(plan, values, messages.isEmpty() ? SPARE_WHEN_COMPLETE : 0));
        }
        return messages;
    }

    /**
     * A message as chance decides: optional parts, choices, repetitions, values and their lengths. The same state of the generator makes
     * the same message.
     */
    public Message random(RandomGenerator random) {
        RandomPlan plan = new RandomPlan(random, reach);
        int spare = random.nextInt(1 + random.nextInt(MOST_SPARE_AT_RANDOM));
        return message(plan, new Values(random, false), spare);
    }

    private Message message(Plan plan, Values values, int spare) {
        return new Message(definition, new Growth(reach, plan, values, refused).grow(definition.root(), spare));
    }
}
