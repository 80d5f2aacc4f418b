package org.tongwen.app;

import java.util.Map;
import java.util.concurrent.Callable;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.journal.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tongwen journal deliver}. */
@Command(
        name = "deliver",
        description = "Tries the deliveries of a message again that were given up.",
        customSynopsis =
                "tongwen journal deliver ID --reason TEXT [--seen STEPS] [--hub URL --key-file FILE | --config FILE | --data DIR]",
        footer = {
            "",
            "They go out when the hub runs, under the idempotency key of the message: a receiver that took it the first time can",
            "tell.",
            "",
            "Example: tongwen journal deliver 01a2035c-c754-7000-9c5d-4ea515e17144 --reason 'receiver is back' --config hub.yaml"
        })
final class DeliverAgain implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", converter = DeskCommand.Id.class, description = "The message.")
    private MessageId id;

    @Mixin
    private Reason reason;

    @Mixin
    private DeskCommand desk;

    DeliverAgain(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Call call = Call.of("POST", Map.of(), reason.json(), "messages", id.toString(), "deliveries");
        desk.show(desk.ask(call, terminal), DeskText::story, terminal);
        return Exit.DONE;
    }
}
