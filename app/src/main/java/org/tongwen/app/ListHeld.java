package org.tongwen.app;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.routes.desk.Call;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongwen held list}. */
@Command(
        name = "list",
        description = "Lists the messages that wait for a decision or repair, the newest first.",
        customSynopsis =
                "tongwen held list [--participant NAME] [--hub URL --key-file FILE | --config FILE | --data DIR]",
        footer = {
            "",
            "Each line has id, time, state, sender and ISO message.",
            "",
            "Example: tongwen held list --hub https://hub.internal:8443 --key-file operator.key"
        })
final class ListHeld implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--participant", paramLabel = "NAME", description = "Only those that this participant sent.")
    private @Nullable String participant;

    @Mixin
    private DeskCommand desk;

    ListHeld(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> parameters = new TreeMap<>(Map.of("state", "held", "most", "1000"));
        if (participant != null) {
            parameters.put("participant", participant);
        }
        desk.show(desk.ask(Call.get(parameters, "messages"), terminal), DeskText::messages, terminal);
        return Exit.DONE;
    }
}
