package org.tongwen.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.usage.Use;
import org.tongwen.mappings.usage.Uses;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.finding.VisibleText;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen map where}. */
@Command(
        name = "where",
        description = "Lists the places in all mappings that use a word.",
        customSynopsis = "tongwen map where WORD... [--format text|json] [--mappings DIR] ...",
        footer = {
            "",
            "A word is an ISO path or the end of one (GrpHdr/MsgId), a field or the end of its path (payer.name), a code (SHAR), a code",
            "table, a codec (minor, minor(CNY)), a given value ($debtor_name), or a message. Upper and lower case count.",
            "",
            "Exit code 0 also when nothing uses it. Files that cannot be read are named on standard error.",
            "",
            "Example: tongwen map where DbtrAgt/FinInstnId/BICFI payer_bank"
        })
final class WhereUsed implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "WORD", description = "What to look for.")
    private List<String> words;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the places. Default: text")
    private OutputFormat format;

    @Mixin
    private AuthorOptions options;

    WhereUsed(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Found(String mapping, Use use) {}

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue(terminal);
        Checked<List<AuthoredMapping>> all = options.all(catalogue);
        List<Found> found = all.value().orElse(List.of()).stream()
                .flatMap(mapping -> Uses.of(mapping, words).stream()
                        .map(use -> new Found(mapping.text().name().text(), use)))
                .toList();
        List<Finding> errors = all.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        FindingPrinter.print(errors, terminal);
        switch (format) {
            case TEXT -> terminal.result(text(found));
            case JSON -> terminal.result(JsonReport.of(json -> json(found, json)));
        }
        if (found.isEmpty()) {
            terminal.complain("no mapping uses " + String.join(" or ", words));
        }
        return errors.isEmpty() ? Exit.DONE : Exit.FINDINGS;
    }

    private String text(List<Found> found) {
        StringBuilder text = new StringBuilder();
        for (Found one : found) {
            Place place = one.use().place();
            Place shown = place.in(options.folder().resolve(place.document()).toString());
            text.append(VisibleText.of(shown + ": [" + one.use().kind().word() + "] "
                            + one.use().text()))
                    .append('\n');
        }
        return text.toString();
    }

    private static void json(List<Found> found, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Found one : found) {
            json.writeStartObject();
            json.writeStringField("mapping", one.mapping());
            json.writeStringField("kind", one.use().kind().word());
            json.writeStringField("text", one.use().text());
            json.writeStringField("file", one.use().place().document());
            json.writeNumberField("line", one.use().place().line());
            json.writeNumberField("column", one.use().place().column());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
