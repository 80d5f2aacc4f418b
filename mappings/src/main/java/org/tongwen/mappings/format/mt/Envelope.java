package org.tongwen.mappings.format.mt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands around the text of every message: the headers, and the rules of the fields in braces with their names in the tree. */
final class Envelope {

    private final Layout layout;
    private final FieldRule[] headers;
    private final TagMap<Braced> user;
    private final TagMap<Braced> trailers;
    private final List<String> userNames;

    /** A field in braces: its rule, its tag, and its name in the tree. */
    record Braced(FieldRule rule, String tag, String name) {}

    Envelope() {
        this.layout = Layout.load("envelope").orElseThrow();
        this.headers =
                new FieldRule[] {layout.require("1I"), layout.require("2I"), layout.require("1O"), layout.require("2O")
                };
        this.user = new TagMap<>(braced("3"));
        this.trailers = new TagMap<>(braced("5"));
        this.userNames = layout.beginning("3:").stream()
                .map(rule -> MtNames.leaf("3", rule.tag().substring(2)))
                .toList();
    }

    private Map<String, Braced> braced(String block) {
        Map<String, Braced> fields = new HashMap<>();
        for (FieldRule rule : layout.beginning(block + ":")) {
            String tag = rule.tag().substring(2);
            if (!tag.equals("other")) {
                fields.put(tag, new Braced(rule, tag, MtNames.leaf(block, tag)));
            }
        }
        return fields;
    }

    Layout layout() {
        return layout;
    }

    /** The names of the fields of the user header, in their order. */
    List<String> userNames() {
        return userNames;
    }

    /** The rule of block 1 or 2 in a direction, I for a message to the network and O for one from it. */
    FieldRule header(char block, boolean output) {
        return headers[block - '1' + (output ? 2 : 0)];
    }

    /** The field in braces whose tag stands in a text; empty for a trailer that there is not. */
    Optional<Braced> braced(String block, String text, int start, int end) {
        boolean isUser = block.equals("3");
        Braced known = (isUser ? user : trailers).get(TagMap.key(text, start, end));
        if (known != null) {
            return Optional.of(known);
        }
        String tag = text.substring(start, end);
        return isUser
                ? Optional.of(new Braced(layout.require("3:other"), tag, MtNames.leaf(block, tag)))
                : Optional.empty();
    }
}
