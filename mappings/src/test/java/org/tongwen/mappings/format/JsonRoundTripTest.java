package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.mappings.format.JsonSupport.json;
import static org.tongwen.mappings.format.JsonSupport.shown;
import static org.tongwen.mappings.format.JsonSupport.sound;

import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/** Trees that fit a small schema come back from JSON as they were. */
class JsonRoundTripTest {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["id"], "properties": {
              "id": {"type": "string", "minLength": 1, "maxLength": 12},
              "amount": {"type": "number"},
              "count": {"type": "integer", "minimum": 0},
              "open": {"type": "boolean"},
              "note": {"type": ["string", "null"]},
              "any": {},
              "parts": {"type": "array", "items": {"$ref": "#"}}}}
            """;

    private static final int[] CHARACTERS = {
        'a', 'Z', '0', ' ', '"', '\\', '/', '\n', '\t', 0, 0x7F, 0xE9, 0x4E2D, 0x6587, 0x2028, 0xFEFF, 0xFFFF, 0x1F600,
        0x20BB7
    };

    private final Random random = new Random(20022);

    @Test
    void fiveHundredRandomTreesComeBack() {
        SourceFormat format = json(SCHEMA);
        for (int i = 0; i < 500; i++) {
            Tree tree = object(4);
            byte[] document = sound(format.write(tree));
            assertThat(shown(sound(format.read(document)))).isEqualTo(shown(tree));
            assertThat(sound(format.write(sound(format.read(document))))).isEqualTo(document);
        }
    }

    private Tree object(int depth) {
        Tree object = Tree.object(Place.NOWHERE).put("id", leaf(Tree.Kind.TEXT, text(1, 12)));
        maybe(object, "amount", () -> leaf(Tree.Kind.NUMBER, number()));
        maybe(object, "count", () -> leaf(Tree.Kind.NUMBER, Integer.toString(random.nextInt(1 << 30))));
        maybe(object, "open", () -> leaf(Tree.Kind.BOOLEAN, Boolean.toString(random.nextBoolean())));
        maybe(
                object,
                "note",
                () -> random.nextBoolean() ? leaf(Tree.Kind.NULL, "null") : leaf(Tree.Kind.TEXT, text(0, 40)));
        maybe(object, "any", () -> leaf(Tree.Kind.NUMBER, number()));
        maybe(object, "parts", () -> list(depth - 1));
        return object;
    }

    private void maybe(Tree object, String name, Supplier<Tree> field) {
        if (random.nextBoolean()) {
            object.put(name, field.get());
        }
    }

    private Tree list(int depth) {
        Tree list = Tree.list(Place.NOWHERE);
        for (int i = depth > 0 ? random.nextInt(4) : 0; i > 0; i--) {
            list.add(object(depth));
        }
        return list;
    }

    private String text(int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    private String number() {
        String whole = (random.nextBoolean() ? "-" : "") + random.nextInt(1000);
        String fraction = random.nextBoolean() ? "." + random.nextInt(100) + "0" : "";
        String exponent = random.nextInt(3) == 0 ? "E" + (random.nextInt(41) - 20) : "";
        return whole + fraction + exponent;
    }

    private static Tree leaf(Tree.Kind kind, String value) {
        return Tree.leaf(kind, value, Place.NOWHERE);
    }
}
