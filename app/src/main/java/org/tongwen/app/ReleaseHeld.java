package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tongwen held release}. */
@Command(
        name = "release",
        description = "Lets a held message go out, whatever was found against it.",
        customSynopsis = "tongwen held release ID --reason TEXT [--seen STEPS] --hub URL --key-file FILE",
        footer = {
            "",
            "A message that became no ISO message cannot be released; repair or refuse it.",
            "",
            "Example: tongwen held release 01a2035c-c754-7000-9c5d-4ea515e17144 --reason 'not the listed person, born 1961' --hub"
                    + " https://hub.internal:8443 --key-file operator.key"
        })
final class ReleaseHeld implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Decision decision;

    ReleaseHeld(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        decision.post("release", terminal);
        return Exit.DONE;
    }
}
