package org.tongwen.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.journal.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen held show}. */
@Command(
        name = "show",
        description = "Shows a held message: why it is held, its source and what became of it.",
        customSynopsis =
                "tongwen held show ID [--source FILE] [--hub URL --key-file FILE | --config FILE | --data DIR]",
        footer = {
            "",
            "With --source the source is written to a file, byte for byte, so that it can be mended and given to",
            "'tongwen held repair'.",
            "",
            "Example: tongwen held show 01a2035c-c754-7000-9c5d-4ea515e17144 --source payment.json --config hub.yaml"
        })
final class ShowHeld implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", converter = DeskCommand.Id.class, description = "The message.")
    private MessageId id;

    @Option(names = "--source", paramLabel = "FILE", description = "Write the source to this file.")
    private @Nullable Path source;

    @Mixin
    private DeskCommand desk;

    ShowHeld(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (source != null) {
            Output.checkPlace(source, spec);
        }
        byte[] story = desk.ask(Call.get(Map.of("contents", "true"), "messages", id.toString()), terminal);
        if (source != null) {
            Output.write(source, source(DeskText.read(story).path("contents")));
        }
        desk.show(story, DeskText::story, terminal);
        return Exit.DONE;
    }

    /** What was repaired last, else what came. */
    private static byte[] source(JsonNode contents) throws IOException {
        JsonNode current = contents.has("repaired") ? contents.path("repaired") : contents.path("original");
        return current.has("base64")
                ? current.path("base64").binaryValue()
                : current.path("text").asText().getBytes(StandardCharsets.UTF_8);
    }
}
