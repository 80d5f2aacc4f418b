package org.tongwen.app;

import java.util.Map;
import java.util.concurrent.Callable;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.journal.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongwen journal show}. */
@Command(
        name = "show",
        description =
                "Shows the whole story of a message: where it came from, every step with its findings, and where it went.",
        customSynopsis =
                "tongwen journal show ID [--contents] [--hub URL --key-file FILE | --config FILE | --data DIR]",
        footer = {"", "Example: tongwen journal show 01a2035c-c754-7000-9c5d-4ea515e17144 --data tongwen-data"})
final class ShowStory implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", converter = DeskCommand.Id.class, description = "The message.")
    private MessageId id;

    @Option(names = "--contents", description = "Show the bytes that belong to it, too: source, ISO message, delivery.")
    private boolean contents;

    @Mixin
    private DeskCommand desk;

    ShowStory(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> parameters = contents ? Map.of("contents", "true") : Map.of();
        byte[] story = desk.ask(Call.get(parameters, "messages", id.toString()), terminal);
        desk.show(story, DeskText::story, terminal);
        return Exit.DONE;
    }
}
