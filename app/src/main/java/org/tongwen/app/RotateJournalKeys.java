package org.tongwen.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongwen.routes.journal.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tongwen journal keys rotate}. */
@Command(
        name = "rotate",
        description = "Adds a new key, which seals from the next start of the hub on.",
        customSynopsis = "tongwen journal keys rotate [--config FILE | --data DIR]",
        footer = {
            "",
            "Older keys stay in the file: what they sealed could not be read without them. Copy the file to a safe place, and to",
            "all hubs that share the store, before you start them again.",
            "",
            "Example: tongwen journal keys rotate --config hub.yaml"
        })
final class RotateJournalKeys implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Offices.StoreOptions store;

    RotateJournalKeys(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path keys = store.existing(terminal).store().keys();
        try {
            Keys.rotate(keys);
            terminal.result(keys + ": a new key seals from the next start on; copy the file to a safe place\n");
            return Exit.DONE;
        } catch (IOException e) {
            throw StopException.refused(String.valueOf(e.getMessage()));
        }
    }
}
