package org.tongwen.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongwen rules list}. */
@Command(
        name = "list",
        description = "Lists rules: pack, name, severity of its findings, confidence, messages, and what it wants.",
        customSynopsis = "tongwen rules list [--pack NAME] [--message ID] [--rules DIR] [--format text|json]",
        footer = {
            "",
            "A rule that changed between releases of a pack is listed once for each.",
            "",
            "Example: tongwen rules list --pack cbpr-plus --message pacs.008.001.08"
        })
final class ListRules implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private PackOptions packs;

    @Option(names = "--message", paramLabel = "ID", description = "Only rules that speak of this message.")
    private @Nullable String message;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the list. Default: text")
    private OutputFormat format;

    ListRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<RulePack> all = packs.packs(packs.library(terminal));
        if (message != null) {
            checkMessage(message);
        }
        List<Rule> rules = all.stream().flatMap(this::wanted).toList();
        switch (format) {
            case TEXT ->
                terminal.result(Columns.text(rules.stream().map(ListRules::row).toList()));
            case JSON -> terminal.result(json(rules));
        }
        return Exit.DONE;
    }

    private Stream<Rule> wanted(RulePack pack) {
        return pack.rules().stream().filter(rule -> message == null || isFor(rule, message));
    }

    /** Whether a rule is for a message, or for one of those whose name begins so: {@code pacs.008}. */
    private static boolean isFor(Rule rule, String message) {
        return rule.isFor(message)
                || ids().filter(id -> id.startsWith(message + ".")).anyMatch(rule::isFor);
    }

    private static Stream<String> ids() {
        return Catalogue.builtIn().ids().stream();
    }

    private void checkMessage(String wanted) {
        boolean known = ids().anyMatch(id -> id.equals(wanted) || id.startsWith(wanted + "."))
                || (packs.isMt()
                        && RulePacks.load(RulePacks.SWIFT_MT).rules().stream()
                                .anyMatch(rule -> rule.scope().contains(wanted)));
        if (!known) {
            new Definitions(Catalogue.builtIn()).message(wanted);
        }
    }

    private static List<String> row(Rule rule) {
        return List.of(
                rule.pack(),
                rule.name(),
                rule.severity().word(),
                rule.confidence().name(),
                scope(rule),
                rule.words());
    }

    static String scope(Rule rule) {
        return rule.scope().isEmpty() ? "all" : String.join(" ", rule.scope());
    }

    private static byte[] json(List<Rule> rules) {
        return JsonReport.of(json -> {
            json.writeStartArray();
            for (Rule rule : rules) {
                json.writeStartObject();
                json.writeStringField("pack", rule.pack());
                json.writeStringField("name", rule.name());
                json.writeStringField("id", rule.id());
                json.writeStringField("severity", rule.severity().word());
                json.writeStringField("confidence", rule.confidence().name());
                json.writeArrayFieldStart("messages");
                for (String begin : rule.scope()) {
                    json.writeString(begin);
                }
                json.writeEndArray();
                json.writeStringField("words", rule.words());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
