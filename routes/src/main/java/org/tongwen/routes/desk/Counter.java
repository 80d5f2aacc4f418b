package org.tongwen.routes.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.Search;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Where calls to the desk come in: reads them, sees that only operators decide, and turns a store that is away into a finding. These are the
 * calls:
 *
 * <pre>
 * GET  /messages?uetr=|reference=|state=|participant=|message=|since=|until=|most=
 * GET  /messages/{id}?contents=true
 * POST /messages/{id}/release|refuse|deliveries    {"reason": "…", "seen": 4}
 * PUT  /messages/{id}/source?reason=…&amp;seen=4       the new source
 * GET  /journal/verification
 * </pre>
 */
public final class Counter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_REASON = 2_000;
    private static final String MESSAGES = "messages";

    private final Desk desk;

    /** A counter in front of that desk. */
    public Counter(Desk desk) {
        this.desk = desk;
    }

    /** The answer in JSON, or the findings that stand against one. */
    public Checked<byte[]> answer(Call call, Viewer viewer) {
        try {
            return routed(call, viewer);
        } catch (JournalException e) {
            return Checked.none(Finding.error(
                    "hub.StoreAway", Place.NOWHERE, "the store cannot be used just now; try again later"));
        }
    }

    private Checked<byte[]> routed(Call call, Viewer viewer) {
        String form = form(call);
        if (form.equals("GET messages *")) {
            return known(call, List.of("contents"))
                    .or(() -> flag(call))
                    .orElseGet(() -> about(call, id -> desk.story(id, viewer, shows(call))));
        }
        if (!viewer.operator()) {
            return none("hub.Forbidden", "only operators may do this");
        }
        return switch (form) {
            case "GET messages" -> known(call, Searches.PARAMETERS).orElseGet(() -> find(call));
            case "POST messages * release" -> posted(call, viewer, desk::release);
            case "POST messages * refuse" -> posted(call, viewer, desk::refuse);
            case "POST messages * deliveries" -> posted(call, viewer, desk::deliver);
            case "PUT messages * source" ->
                known(call, List.of("reason", "seen")).orElseGet(() -> repair(call, viewer));
            case "GET journal verification" -> known(call, List.of()).orElseGet(desk::verification);
            default -> none("hub.UnknownPath", "there is nothing at this path");
        };
    }

    /** The call with a star in the place of the message. */
    private static String form(Call call) {
        boolean message = call.path().size() > 1 && call.path().get(0).equals(MESSAGES);
        String rest = message
                ? String.join(" ", call.path().subList(2, call.path().size()))
                : String.join(
                        " ",
                        call.path()
                                .subList(
                                        Math.min(1, call.path().size()),
                                        call.path().size()));
        String first = call.path().isEmpty() ? "" : call.path().get(0) + (message ? " *" : "");
        return (call.method() + " " + first + " " + rest).strip();
    }

    private static boolean shows(Call call) {
        return Boolean.parseBoolean(call.parameters().getOrDefault("contents", "false"));
    }

    private static Optional<Checked<byte[]>> flag(Call call) {
        return Set.of("true", "false").contains(call.parameters().getOrDefault("contents", "false"))
                ? Optional.empty()
                : Optional.of(none("hub.Parameter", "contents is true or false"));
    }

    /** The refusal of parameters that nobody would read. */
    private static Optional<Checked<byte[]>> known(Call call, List<String> names) {
        Set<String> unknown = new TreeSet<>(call.parameters().keySet());
        names.forEach(unknown::remove);
        return unknown.stream()
                .findFirst()
                .map(name -> Checked.none(Finding.error(
                                "hub.Parameter", Place.NOWHERE, "a query parameter is not known")
                        .value(name)
                        .hint(names.isEmpty() ? "it takes none here" : "it takes " + String.join(", ", names))));
    }

    private Checked<byte[]> find(Call call) {
        Checked<Search> search = Searches.read(call.parameters());
        return search.value().map(desk::find).orElseGet(() -> Checked.none(search.findings()));
    }

    private static Checked<byte[]> about(Call call, Function<MessageId, Checked<byte[]>> work) {
        String text = call.path().get(1);
        return MessageId.of(text)
                .map(work)
                .orElseGet(() -> none("hub.UnknownMessageId", "there is no message of this id"));
    }

    /** Something that an operator does. */
    private interface Deed {
        Checked<byte[]> done(MessageId id, Decision decision);
    }

    private static Checked<byte[]> posted(Call call, Viewer viewer, Deed deed) {
        Optional<Checked<byte[]>> wrong = known(call, List.of());
        Checked<Decision> decision =
                wrong.isPresent() ? Checked.none(wrong.get().findings()) : decision(call, viewer);
        return decision.value()
                .map(made -> about(call, id -> deed.done(id, made)))
                .orElseGet(() -> Checked.none(decision.findings()));
    }

    private Checked<byte[]> repair(Call call, Viewer viewer) {
        Map<String, String> given = call.parameters();
        Checked<Decision> decision =
                decision(given.getOrDefault("reason", ""), Optional.ofNullable(given.get("seen")), viewer);
        return decision.value()
                .map(made -> about(call, id -> desk.repair(id, made, call.body())))
                .orElseGet(() -> Checked.none(decision.findings()));
    }

    private static Checked<Decision> decision(Call call, Viewer viewer) {
        String reason = "";
        Optional<String> seen = Optional.empty();
        try (JsonParser json = JSON.createParser(call.body())) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            while (object && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("reason") && value == JsonToken.VALUE_STRING) {
                    reason = json.getText();
                } else if (name.equals("seen") && value == JsonToken.VALUE_NUMBER_INT) {
                    seen = Optional.of(json.getText());
                } else {
                    return unreadable();
                }
            }
            return object && json.nextToken() == null ? decision(reason, seen, viewer) : unreadable();
        } catch (IOException e) {
            return unreadable();
        }
    }

    private static Checked<Decision> unreadable() {
        return none(
                "hub.Reason", "the body is {\"reason\": \"…\"}, with \"seen\" (a number of steps) where that matters");
    }

    private static Checked<Decision> decision(String reason, Optional<String> seen, Viewer viewer) {
        if (reason.isBlank() || reason.length() > MOST_REASON) {
            return none("hub.Reason", "a reason is needed, of no more than " + MOST_REASON + " characters");
        }
        if (seen.filter(text -> !text.matches("\\d{1,6}")).isPresent()) {
            return none("hub.Parameter", "seen is the number of steps that the story had");
        }
        OptionalInt steps =
                seen.map(text -> OptionalInt.of(Integer.parseInt(text))).orElse(OptionalInt.empty());
        return Checked.of(new Decision(viewer.name(), reason.strip(), steps), List.of());
    }

    private static <T> Checked<T> none(String id, String message) {
        return Checked.none(Finding.error(id, Place.NOWHERE, message));
    }
}
