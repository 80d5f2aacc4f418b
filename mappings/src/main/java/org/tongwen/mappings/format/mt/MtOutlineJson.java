package org.tongwen.mappings.format.mt;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes an outline for programs. */
public final class MtOutlineJson {

    private final JsonGenerator json;

    private MtOutlineJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the fields of an outline into the object that the generator stands in.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    public static void fields(MtOutline outline, JsonGenerator json) throws IOException {
        json.writeStringField("type", outline.type());
        json.writeStringField("name", outline.name());
        json.writeArrayFieldStart("blocks");
        for (MtOutline.Block block : outline.blocks()) {
            json.writeStartObject();
            json.writeStringField("block", block.number());
            json.writeStringField("name", block.name());
            new MtOutlineJson(json).items(block.items());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void items(List<? extends MtOutline.Item> items) throws IOException {
        json.writeArrayFieldStart("items");
        for (MtOutline.Item item : items) {
            json.writeStartObject();
            item(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void item(MtOutline.Item item) throws IOException {
        if (item instanceof MtOutline.Group group) {
            json.writeStringField("group", group.path());
            json.writeStringField("name", group.name());
            items(group.fields());
        } else if (item instanceof MtOutline.Field field) {
            json.writeStringField("tag", field.tag());
            json.writeStringField("name", field.name());
            json.writeNumberField("line", field.line());
            items(field.parts());
        } else if (item instanceof MtOutline.Part part) {
            json.writeStringField("path", part.path());
            json.writeStringField("name", part.name());
            json.writeStringField("value", part.value());
            if (!part.meaning().isEmpty()) {
                json.writeStringField("meaning", part.meaning());
            }
        }
    }
}
