package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.rules.pack.Rule;
import org.tongwen.rules.pack.RulePack;
import org.tongwen.rules.pack.RuleSample;

/** The message that a sample of a rule stands for: a whole one, or the base of its type with some fields changed. */
final class RuleMessage {

    private final String type;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final List<String> fields = new ArrayList<>();

    private RuleMessage(String type) {
        this.type = type;
    }

    static RuleMessage of(RulePack pack, Rule rule, RuleSample sample) {
        String type = rule.scope().get(0);
        RuleMessage message = new RuleMessage(type);
        Optional.ofNullable(pack.bases().get(type)).ifPresent(message::change);
        message.change(sample.text());
        return message;
    }

    String type() {
        return type;
    }

    private void change(String text) {
        List<String> changes = fields(text);
        if (changes.stream().anyMatch(field -> field.startsWith(":20:"))) {
            fields.clear();
        }
        boolean whole = fields.isEmpty();
        List<Integer> places = changes.stream().map(this::place).toList();
        int[] inserted = {0};
        fields.replaceAll(known -> changes.stream().anyMatch(field -> replaces(field, known)) ? "" : known);
        for (int i = 0; i < changes.size(); i++) {
            String field = changes.get(i);
            if (!field.substring(field.indexOf(':', 1) + 1).isEmpty()) {
                int at = whole ? fields.size() : places.get(i) + inserted[0]++;
                fields.add(at, field);
            }
        }
        fields.removeIf(String::isEmpty);
    }

    private List<String> fields(String text) {
        List<String> found = new ArrayList<>();
        text.lines().forEach(line -> {
            if (line.startsWith("{")) {
                int colon = line.indexOf(':');
                header.put(line.substring(1, colon), line.substring(colon + 1, line.length() - 1));
            } else if (line.startsWith(":")) {
                found.add(line);
            } else {
                found.set(found.size() - 1, found.get(found.size() - 1) + "\n" + line);
            }
        });
        return found;
    }

    private static String tag(String field) {
        return field.substring(1, field.indexOf(':', 1));
    }

    /** A party takes the place of the same party in another option. */
    private static boolean replaces(String field, String known) {
        boolean party = tag(field).startsWith("5")
                && tag(field).substring(0, 2).equals(tag(known).substring(0, 2));
        return party || tag(field).equals(tag(known));
    }

    /** Where a field belongs among those of the base: in the place of what it replaces, or by its number. */
    private int place(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (replaces(field, fields.get(i))) {
                return i;
            }
        }
        int at = fields.size();
        while (at > 0 && order(fields.get(at - 1)) > order(field)) {
            at--;
        }
        return at;
    }

    /** Fields stand in the order of their numbers, with few exceptions, and of their letters. */
    private int order(String field) {
        String tag = tag(field);
        int number = Integer.parseInt(tag.substring(0, 2));
        int place = switch (number) {
            case 11 -> 22;
            case 13 -> field.contains("/") ? 21 : 39;
            case 33 -> type.equals("101") ? 70 : 33;
            case 34 -> 38;
            case 36 -> type.equals("101") ? 72 : 36;
            case 90 -> type.equals("941") ? 61 : 90;
            default -> number;
        };
        return place * 100 + (tag.length() > 2 ? tag.charAt(2) - '@' : 0);
    }

    String text() {
        String user = Optional.ofNullable(header.get("119"))
                .map(flag -> "{3:{119:" + flag + "}}")
                .orElse("");
        String sender = header.getOrDefault("sender", "?");
        String receiver = header.getOrDefault("receiver", "?");
        return Mt.crLf("{1:F01" + sender + "0000000000}{2:I" + type + receiver + "N}" + user + "{4:\n"
                + String.join("\n", fields) + "\n-}");
    }
}
