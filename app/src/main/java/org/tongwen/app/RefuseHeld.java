package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tongwen held refuse}. */
@Command(
        name = "refuse",
        description = "Refuses a held message for good.",
        customSynopsis =
                "tongwen held refuse ID --reason TEXT [--seen STEPS] [--hub URL --key-file FILE | --config FILE | --data DIR]",
        footer = {
            "",
            "The sender finds the reason in the story of the message. A refusal cannot be taken back.",
            "",
            "Example: tongwen held refuse 01a2035c-c754-7000-9c5d-4ea515e17144 --reason 'account closed' --config hub.yaml"
        })
final class RefuseHeld implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Decision decision;

    RefuseHeld(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        decision.post("refuse", terminal);
        return Exit.DONE;
    }
}
