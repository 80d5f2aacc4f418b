package org.tongwen.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongwen.routes.journal.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tongwen journal keys show}. */
@Command(
        name = "show",
        description =
                "Lists the keys that seal contents: the number of each, and which one seals now. No key is shown.",
        customSynopsis = "tongwen journal keys show [--config FILE | --data DIR]",
        footer = {"", "Example: tongwen journal keys show --config hub.yaml"})
final class ShowJournalKeys implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Offices.StoreOptions store;

    ShowJournalKeys(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            terminal.result(Columns.text(
                    Keys.shown(store.existing(terminal).store().keys()).stream()
                            .map(key -> List.of(key.number(), key.seals() ? "seals" : "opens what it sealed"))
                            .toList()));
            return Exit.DONE;
        } catch (IOException e) {
            throw StopException.refused(String.valueOf(e.getMessage()));
        }
    }
}
