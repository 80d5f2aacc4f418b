package org.tongwen.app;

import java.util.concurrent.Callable;
import org.tongwen.routes.access.ApiKey;
import picocli.CommandLine.Command;

/** {@code tongwen participant key}. */
@Command(
        name = "key",
        description = "Makes an API key.",
        customSynopsis = "tongwen participant key",
        footer = {
            "",
            "Prints the key, which goes to the participant and nowhere else, and its SHA-256, which goes into the hub's",
            "configuration: credentials: {api-keys: SHA-256}. Neither is kept anywhere.",
            "",
            "Example: tongwen participant key"
        })
final class CreateApiKey implements Callable<Integer> {

    private final Terminal terminal;

    CreateApiKey(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ApiKey key = ApiKey.random();
        terminal.result("key: " + key.text() + "\nsha-256: " + key.hash() + "\n");
        return Exit.DONE;
    }
}
