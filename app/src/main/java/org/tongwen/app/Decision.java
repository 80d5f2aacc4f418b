package org.tongwen.app;

import java.util.Map;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.journal.MessageId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What commands that decide on a message have in common: which one, why, where, and that its story is shown afterwards. */
final class Decision {

    @Parameters(index = "0", paramLabel = "ID", converter = DeskCommand.Id.class, description = "The message.")
    private MessageId id;

    @Mixin
    private Reason reason;

    @Mixin
    private DeskCommand desk;

    /** Decides by the last part of the path; the story. */
    byte[] post(String what, Terminal terminal) {
        return show(Call.of("POST", Map.of(), reason.json(), "messages", id.toString(), what), terminal);
    }

    /** Puts a new source in place of the old one; the story. */
    byte[] repair(byte[] source, Terminal terminal) {
        return show(Call.of("PUT", reason.parameters(), source, "messages", id.toString(), "source"), terminal);
    }

    private byte[] show(Call call, Terminal terminal) {
        byte[] story = desk.ask(call, terminal);
        desk.show(story, DeskText::story, terminal);
        return story;
    }
}
