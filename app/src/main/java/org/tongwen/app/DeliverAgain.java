package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private Decision decision;

    DeliverAgain(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        decision.post("deliveries", terminal);
        return Exit.DONE;
    }
}
