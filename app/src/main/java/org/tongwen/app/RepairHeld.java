package org.tongwen.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tongwen held repair}. */
@Command(
        name = "repair",
        description = "Puts another source in place of that of a held message, and tries again with it.",
        customSynopsis = "tongwen held repair ID FILE --reason TEXT [--seen STEPS] --hub URL --key-file FILE",
        footer = {
            "",
            "The source that came is kept, and so is each repair. Exit codes: 0 released, 4 held again, 1 refused.",
            "",
            "Example: tongwen held repair 01a2035c-c754-7000-9c5d-4ea515e17144 payment.json --reason 'currency mistyped, mail of"
                    + " 12:40' --hub https://hub.internal:8443 --key-file operator.key"
        })
final class RepairHeld implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "1", paramLabel = "FILE", description = "The new source; - for standard input.")
    private String file;

    @Mixin
    private Decision decision;

    RepairHeld(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        byte[] source = NamedFile.read(file, terminal);
        byte[] story = decision.repair(source, terminal);
        return switch (DeskText.read(story).path("state").asText()) {
            case "held" -> Exit.HELD;
            case "refused" -> Exit.FINDINGS;
            default -> Exit.DONE;
        };
    }
}
