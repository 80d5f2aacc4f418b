package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Random;

/**
 * Makes sound messages of a type from its layout, the same ones for the same seed. A test can narrow them down: {@link #without},
 * {@link #with} and {@link #fixed} take paths as {@link Restriction} explains them.
 */
public final class RandomMt {

    private static final String LINE_END = "\r\n";
    private static final List<String> COPIED = List.of("23B", "33B", "50K", "59", "71A");

    private final Layout layout;
    private final Layout envelope = new Envelope().layout();
    private final Random random;
    private final RandomValues values;
    private final Restriction restriction = new Restriction();

    private RandomMt(Layout layout, long seed) {
        this.layout = layout;
        this.random = new Random(seed);
        this.values = new RandomValues(random);
        restriction.fix("header.type", layout.type());
        // What a writer would put in by itself.
        restriction.want("header.priority");
    }

    /** Messages of a type such as {@code 103}. */
    public static RandomMt of(String type, long seed) {
        return new RandomMt(Layout.load(type).orElseThrow(), seed);
    }

    /** Leaves out options, fields, groups or parts of fields. */
    public RandomMt without(String... paths) {
        restriction.leaveOut(paths);
        return this;
    }

    /** Has fields, groups or parts of fields in every message; of a field's options one at most can be asked for. */
    public RandomMt with(String... paths) {
        restriction.want(paths);
        return this;
    }

    /** Gives a part of a field, or a field without parts, one of these values wherever it stands. */
    public RandomMt fixed(String path, String... allowed) {
        restriction.fix(path, allowed);
        return this;
    }

    /** Puts lines that may stand in any order in some other order than the layout's. */
    public RandomMt shuffled() {
        restriction.shuffle();
        return this;
    }

    /** The next message, with the line ends that go over the line. */
    public String message() {
        StringBuilder body = new StringBuilder();
        sequence(layout.fields(), "", body);
        String text = body.toString().replace("\n", LINE_END);
        return header(random.nextBoolean() ? "I" : "O") + tagBlock("3") + "{4:" + LINE_END + text + "-}"
                + tagBlock("5");
    }

    private String header(String direction) {
        return block("1", direction) + block("2", direction);
    }

    private String block(String number, String direction) {
        return "{" + number + ":" + String.join("", lines(envelope.require(number + direction), "header")) + "}";
    }

    private String tagBlock(String number) {
        StringBuilder fields = new StringBuilder();
        for (FieldRule rule : envelope.beginning(number + ":")) {
            String path = rule.tag().endsWith(":other") ? number + ":999" : rule.tag();
            if (isChosen(path, 4)) {
                String value = String.join("", lines(rule, path));
                fields.append('{')
                        .append(path.substring(2))
                        .append(':')
                        .append(value)
                        .append('}');
            }
        }
        return fields.isEmpty() ? "" : "{" + number + ":" + fields + "}";
    }

    private void sequence(Sequence sequence, String prefix, StringBuilder body) {
        for (Entry entry : sequence.entries()) {
            if (entry instanceof Entry.Field field) {
                field(field, prefix, body);
            } else if (entry instanceof Entry.Group group) {
                group(group, prefix, body);
            } else if (isChosen(prefix + ((Entry.Rest) entry).name(), 2)) {
                copy(body);
            }
        }
    }

    private void group(Entry.Group group, String prefix, StringBuilder body) {
        String path = prefix + group.name();
        for (int left = times(group.count(), path); left > 0; left--) {
            sequence(group.fields(), path + ".", body);
        }
    }

    private void field(Entry.Field field, String prefix, StringBuilder body) {
        List<FieldRule> options = options(field, prefix);
        if (options.isEmpty()) {
            return;
        }
        FieldRule rule = values.pick(options);
        for (int left = times(field.count(), prefix + rule.tag()); left > 0; left--) {
            String lines = String.join("\n", lines(rule, prefix + rule.tag()));
            body.append(':').append(rule.tag()).append(':').append(lines).append('\n');
        }
    }

    /** The options that may stand; when one is asked for, that one. */
    private List<FieldRule> options(Entry.Field field, String prefix) {
        List<FieldRule> allowed = field.options().stream()
                .filter(rule -> !restriction.isUnwanted(prefix + rule.tag()))
                .filter(rule -> !restriction.isUnwanted(prefix + field.field()))
                .toList();
        List<FieldRule> asked = allowed.stream()
                .filter(rule -> restriction.isWanted(prefix + rule.tag()))
                .toList();
        return asked.isEmpty() ? allowed : asked;
    }

    private int times(Entry.Count count, String path) {
        if (restriction.isUnwanted(path)) {
            return 0;
        }
        int least = restriction.isWanted(path) ? Math.max(1, count.least()) : count.least();
        int most = Math.min(count.most(), Math.max(least, 1) + (count.repeatable() ? 2 : 0));
        return least + random.nextInt(most - least + 1);
    }

    private boolean isChosen(String path, int oneIn) {
        boolean chosen = random.nextInt(oneIn) == 0;
        return restriction.isWanted(path) || chosen && !restriction.isUnwanted(path);
    }

    private List<String> lines(FieldRule rule, String path) {
        return new RandomField(rule, path, restriction, random, values).lines();
    }

    private void copy(StringBuilder body) {
        for (String tag : COPIED) {
            body.append(':').append(tag).append(":TEXT\n").append(random.nextBoolean() ? "MORE\n" : "");
        }
    }
}
