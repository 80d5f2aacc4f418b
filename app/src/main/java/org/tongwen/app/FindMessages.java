package org.tongwen.app;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.routes.desk.Call;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongwen journal find}. */
@Command(
        name = "find",
        description = "Lists messages, the newest first: those that fit all that is given.",
        customSynopsis = {
            "tongwen journal find [--uetr UETR | --reference TEXT] [--state STATE] [--participant NAME]",
            "                     [--message ID] [--since TIME] [--until TIME] [--most N] ..."
        },
        footer = {
            "",
            "Each line has id, time, state, sender and ISO message.",
            "",
            "Example: tongwen journal find --uetr 97ed4827-7b6f-4491-a06f-b548d5a7512d --config hub.yaml"
        })
final class FindMessages implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--uetr", paramLabel = "UETR", description = "With this unique end-to-end transaction reference.")
    private @Nullable String uetr;

    @Option(
            names = "--reference",
            paramLabel = "TEXT",
            description =
                    "With this reference: an end-to-end, instruction, transaction or message identifier, or a case.")
    private @Nullable String reference;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "In this state: held, refused, released, delivering, delivered, undelivered, answered.")
    private @Nullable String state;

    @Option(names = "--participant", paramLabel = "NAME", description = "Sent by this participant.")
    private @Nullable String participant;

    @Option(
            names = "--message",
            paramLabel = "ID",
            description = "That are this ISO message, such as pacs.008.001.08 or pacs.008.")
    private @Nullable String message;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Received then or later: 2026-11-22 or 2026-11-22T09:30:00Z.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Received before.")
    private @Nullable String until;

    @Option(names = "--most", paramLabel = "N", description = "No more than this many, up to 1000. Default: 100")
    private @Nullable String most;

    @Mixin
    private DeskCommand desk;

    FindMessages(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        byte[] messages = desk.ask(Call.get(parameters(), "messages"), terminal);
        desk.show(messages, DeskText::messages, terminal);
        return Exit.DONE;
    }

    private Map<String, String> parameters() {
        Map<String, String> given = new TreeMap<>();
        put("uetr", uetr, given);
        put("reference", reference, given);
        put("state", state, given);
        put("participant", participant, given);
        put("message", message, given);
        put("since", since, given);
        put("until", until, given);
        put("most", most, given);
        return given;
    }

    private static void put(String name, @Nullable String value, Map<String, String> given) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
