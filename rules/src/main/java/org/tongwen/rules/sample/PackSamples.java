package org.tongwen.rules.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RuleSample;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/**
 * The messages that samples of a pack stand for. A sample is a list of changes, and may begin with the name of one of the pack's bases; else
 * it changes the base of the first message that its rule is for. A base is a file of {@code packs/messages}, and may be changed too.
 */
public final class PackSamples {

    private static final String USUAL = "pacs.008";
    private static final String HEADER = "head.001";

    private final RuleLibrary library;
    private final RulePack pack;
    private final MessageReader reader;
    private final Map<String, SampleMessage> bases = new ConcurrentHashMap<>();

    /** The samples of a pack of rules for messages of ISO 20022. */
    public PackSamples(RulePack pack, Catalogue catalogue) {
        this(RuleLibrary.builtIn(), pack, catalogue);
    }

    /** The samples of a pack of a library. */
    public PackSamples(RuleLibrary library, RulePack pack, Catalogue catalogue) {
        this.library = library;
        this.pack = pack;
        this.reader = new MessageReader(catalogue, Limits.DEFAULT);
    }

    /** The pack's sound messages by their names, in the order of names. */
    public Map<String, SampleMessage> bases() {
        Map<String, SampleMessage> all = new TreeMap<>();
        pack.bases().keySet().forEach(name -> all.put(name, base(name)));
        return all;
    }

    /**
     * The message that a sample stands for.
     *
     * @throws IllegalArgumentException when it changes what is not there, or there is no base for it
     */
    public SampleMessage message(Rule rule, RuleSample sample) {
        String first = sample.text().lines().findFirst().orElse("").strip();
        if (pack.bases().containsKey(first)) {
            String rest = sample.text().substring(sample.text().indexOf(first) + first.length());
            return base(first).copy().change(rest);
        }
        return base(usual(rule)).copy().change(sample.text());
    }

    /** The base of the first message that a rule is for; where it is for many, that of a customer's transfer. */
    private String usual(Rule rule) {
        boolean any = rule.scope().isEmpty() || rule.scope().contains(HEADER);
        return (any ? List.of(USUAL) : rule.scope())
                .stream()
                        .flatMap(begin -> pack.bases().keySet().stream()
                                .filter(name -> name.startsWith(begin + "."))
                                .sorted(Comparator.comparing((String name) -> !name.startsWith(USUAL))
                                        .thenComparing(Comparator.naturalOrder())))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no base for " + rule.id()));
    }

    private SampleMessage base(String name) {
        return bases.computeIfAbsent(name, key -> {
            String text =
                    Optional.ofNullable(pack.bases().get(key)).orElseThrow().strip();
            String file = text.lines().findFirst().orElse("");
            return read(file).change(text.substring(file.length()));
        });
    }

    private SampleMessage read(String file) {
        byte[] xml = library.message(pack, file)
                .orElseThrow(() -> new IllegalArgumentException("there is no message " + file));
        return SampleMessage.of(
                reader.read(xml).value().orElseThrow(() -> new IllegalArgumentException(file + " is no message")));
    }
}
