package org.tongwen.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.compare.MappingChange;
import org.tongwen.mappings.compare.MappingDifference;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.VisibleText;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen map diff}. */
@Command(
        name = "diff",
        description = "Compares two mappings by what they mean, not by how their files are written.",
        customSynopsis = "tongwen map diff A B [--format text|json] [--mappings DIR] ...",
        footer = {
            "",
            "  head      the head says something else: a code, a reason, a policy",
            "  added, removed, changed   what is written into an ISO element",
            "  type      the messages' definitions differ there: a length, codes, mandatory or not",
            "  demanded  the second message wants an element that neither mapping writes",
            "Order, notes and comments do not count. Exit code 0 also when there are differences.",
            "",
            "Example: tongwen map diff wallet.transfer my-mappings/wallet/transfer.pacs.008.001.10.yaml"
        })
final class CompareMappings implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "A", description = "The older mapping: its name or its file.")
    private String before;

    @Parameters(index = "1", paramLabel = "B", description = "The newer mapping: its name or its file.")
    private String after;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the differences. Default: text")
    private OutputFormat format;

    @Mixin
    private AuthorOptions options;

    CompareMappings(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue(terminal);
        AuthoredMapping one = options.mapping(before, catalogue, terminal);
        AuthoredMapping other = options.mapping(after, catalogue, terminal);
        MappingDifference difference = MappingDifference.of(one, other, catalogue);
        switch (format) {
            case TEXT -> terminal.result(text(difference));
            case JSON -> terminal.result(JsonReport.object(json -> json(difference, json)));
        }
        return Exit.DONE;
    }

    private static String text(MappingDifference difference) {
        StringBuilder text = new StringBuilder();
        for (MappingChange change : difference.changes()) {
            text.append(VisibleText.of(change.kind().word() + "  " + change.subject()))
                    .append('\n');
            line("  - ", change.before(), text);
            line("  + ", change.after(), text);
        }
        int count = difference.changes().size();
        return text.append(count == 0 ? "no difference" : count == 1 ? "1 difference" : count + " differences")
                .append('\n')
                .toString();
    }

    private static void line(String sign, String what, StringBuilder text) {
        if (!what.isEmpty()) {
            text.append(sign).append(VisibleText.of(what)).append('\n');
        }
    }

    private static void json(MappingDifference difference, JsonGenerator json) throws IOException {
        side("before", difference.before(), json);
        side("after", difference.after(), json);
        json.writeArrayFieldStart("changes");
        for (MappingChange change : difference.changes()) {
            json.writeStartObject();
            json.writeStringField("kind", change.kind().word());
            json.writeStringField("subject", change.subject());
            if (!change.before().isEmpty()) {
                json.writeStringField("before", change.before());
            }
            if (!change.after().isEmpty()) {
                json.writeStringField("after", change.after());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void side(String name, MappingDifference.Side side, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("mapping", side.name());
        json.writeStringField("message", side.message());
        json.writeEndObject();
    }
}
