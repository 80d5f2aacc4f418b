package org.tongwen.app;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.xsd.finding.Checked;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What commands at the desk have in common: where they ask, and how they show the answer. */
final class DeskCommand {

    private static final String UNKNOWN = "hub.UnknownMessageId";

    @Mixin
    private Offices offices;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to write the answer. Default: text")
    private @Nullable OutputFormat format;

    /** The answer; findings are printed and end the command. */
    byte[] ask(Call call, Terminal terminal) {
        try (Office office = offices.open(terminal)) {
            Checked<byte[]> answer = office.answer(call);
            FindingPrinter.print(answer.findings(), terminal);
            boolean unknown =
                    answer.findings().stream().anyMatch(finding -> finding.id().equals(UNKNOWN));
            return answer.value()
                    .orElseThrow(() -> unknown
                            ? StopException.notFound("there is no such message")
                            : StopException.findings("nothing was done"));
        }
    }

    /** Shows an answer as text or as it is. */
    void show(byte[] answer, Function<byte[], String> text, Terminal terminal) {
        if (format == OutputFormat.JSON) {
            terminal.result(answer);
        } else {
            terminal.result(text.apply(answer));
        }
    }

    /** A message that the command line names. */
    static final class Id implements ITypeConverter<MessageId> {

        @Override
        public MessageId convert(String text) {
            return MessageId.of(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is not the id of a message, such as 01a2035c-c754-7000-9c5d-4ea515e17144"));
        }
    }
}
