package org.tongwen.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.routes.desk.Call;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tongwen journal verify}. */
@Command(
        name = "verify",
        description = "Checks that the journal is as it was written, and prints the head of each day's chain.",
        customSynopsis =
                "tongwen journal verify [--head NODE/DAY=HEX]... [--hub URL --key-file FILE | --config FILE | --data DIR]",
        footer = {
            "",
            "Any row that was changed, added or taken away is found; exit code 1. That a whole store was put back to an earlier",
            "day is found by heads alone: keep the lines that are printed somewhere else, and give those of past days as --head.",
            "",
            "Example: tongwen journal verify --config hub.yaml --head hub/2026-11-21=5f0c…"
        })
final class VerifyJournal implements Callable<Integer> {

    private static final Pattern HEAD = Pattern.compile("(.+/\\d{4}-\\d{2}-\\d{2})=([0-9A-Fa-f]+)");

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--head",
            paramLabel = "NODE/DAY=HEX",
            description = "The head that the chain of a day that is over must have.")
    private List<String> heads = new ArrayList<>();

    @Mixin
    private DeskCommand desk;

    VerifyJournal(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> expected = expected();
        byte[] answer = desk.ask(Call.get(Map.of(), "journal", "verification"), terminal);
        desk.show(answer, DeskText::verification, terminal);
        JsonNode verification = DeskText.read(answer);
        HubFindings.print(verification.path("findings"), terminal);
        List<String> wrong = wrong(expected, verification);
        wrong.forEach(terminal::complain);
        boolean sound = verification.path("sound").asBoolean() && wrong.isEmpty();
        return sound ? Exit.DONE : Exit.FINDINGS;
    }

    private Map<String, String> expected() {
        Map<String, String> expected = new HashMap<>();
        for (String head : heads) {
            Matcher parts = HEAD.matcher(head);
            if (!parts.matches()) {
                throw new ParameterException(
                        spec.commandLine(), "'" + head + "' is not a head such as hub/2026-11-21=5f0c92");
            }
            expected.put(parts.group(1), parts.group(2).toLowerCase(Locale.ROOT));
        }
        return expected;
    }

    private static List<String> wrong(Map<String, String> expected, JsonNode verification) {
        Map<String, String> found = new HashMap<>();
        for (JsonNode chain : verification.path("chains")) {
            found.put(
                    chain.path("node").asText() + "/" + chain.path("day").asText(),
                    chain.path("head").asText());
        }
        List<String> wrong = new ArrayList<>();
        expected.forEach((chain, head) -> {
            if (!found.containsKey(chain)) {
                wrong.add("the chain " + chain + " is gone");
            } else if (!found.get(chain).equals(head)) {
                wrong.add("the chain " + chain + " has another head: the journal is not the one it was");
            }
        });
        wrong.sort(null);
        return wrong;
    }
}
