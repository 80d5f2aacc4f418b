package org.tongwen.app;

import java.util.Map;
import java.util.concurrent.Callable;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.journal.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

    @Parameters(paramLabel = "ID", converter = DeskCommand.Id.class, description = "The message.")
    private MessageId id;

    @Mixin
    private Reason reason;

    @Mixin
    private DeskCommand desk;

    ReleaseHeld(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Call call = Call.of("POST", Map.of(), reason.json(), "messages", id.toString(), "release");
        desk.show(desk.ask(call, terminal), DeskText::story, terminal);
        return Exit.DONE;
    }
}
