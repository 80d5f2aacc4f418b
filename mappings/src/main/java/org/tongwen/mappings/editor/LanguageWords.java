package org.tongwen.mappings.editor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.format.Formats;
import org.tongwen.mappings.read.MappingReader;

/** The words of the mapping language for an editor: what each means, and what stands behind it. */
final class LanguageWords {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, String> GROUP = Map.ofEntries(
            Map.entry("each", "A list: the element is written once for each item."),
            Map.entry("at", "An object: paths below start from it."),
            Map.entry("choose", "A field, or = and a formula, that gives the name of the case."),
            Map.entry("cases", "The contents by the name of the case."),
            Map.entry(
                    "if-source",
                    "Inside a case: a condition on the source; the first case whose condition holds is written."),
            Map.entry("if-iso", "Inside a case: a condition on the ISO element, by which the way back knows the case."),
            Map.entry("group-by", "Fields whose values make one group of several items."),
            Map.entry("split", "A field whose text becomes several elements, by the pattern behind 'as'."),
            Map.entry("as", "The pattern of a split, such as \"{StrtNm}, {PstCd} {TwnNm}\"."),
            Map.entry("use", "A part: the path of its file, without .yaml."),
            Map.entry("xslt", "A stylesheet with the templates to-iso and from-iso."),
            Map.entry("reads", "The source fields that the stylesheet carries."),
            Map.entry("one-way", "Why the stylesheet has no way back."),
            Map.entry("note", "For readers, such as the auditor."));

    private static final Map<String, String> HEAD = Map.ofEntries(
            Map.entry("mapping", "The mapping's name in commands and paths: institution, dot, format."),
            Map.entry("title", "One line on what it is for."),
            Map.entry("iso", "The ISO message."),
            Map.entry("header", "The message of the header, when the body has AppHdr. Default: head.001.001.02."),
            Map.entry("source", "The institution's format: format, and its options such as schema or type."),
            Map.entry(
                    "given",
                    "Values that the institution's profile supplies, used as = $name; with words on what they are, when only some documents need them."),
            Map.entry("codes", "Code tables: the institution's code to the ISO code, one to one."),
            Map.entry("no-home", "Source fields that the message cannot hold, with the reason."),
            Map.entry("no-field", "ISO elements that the institution's format has no field for, with the reason."),
            Map.entry("refuse", "Source fields that stop the translation when they are there, with the reason."),
            Map.entry("back", "Source fields that only the way back fills, each a formula."),
            Map.entry("policy", "What happens to what is left over or differs: error, warning or note."),
            Map.entry("extends", "The mapping that this one changes: a path from this file."),
            Map.entry("carry", "Source fields that travel in the message's supplementary data."),
            Map.entry(
                    "recall",
                    "Stored messages of the conversation that formulas look at, recall('pacs.008'); with the reference that names each, when documents do."),
            Map.entry("scheme", "A scheme or usage guideline that the messages must keep to, or a list of them."),
            Map.entry("accept", "Warnings of the check that are accepted: id, part of the ISO path, reason."),
            Map.entry("sensitive", "Source fields whose values reports mask."),
            Map.entry("note", "For readers, such as the auditor."));

    private LanguageWords() {}

    /** What a word beside ISO names means; empty when nobody has said. */
    static Optional<String> group(String word) {
        return Optional.ofNullable(GROUP.get(word));
    }

    /** What a word of the head means; empty when nobody has said. */
    static Optional<String> head(String word) {
        return Optional.ofNullable(HEAD.get(word));
    }

    /** The schema of a word beside ISO names; {@code cases} is the caller's. */
    static ObjectNode ofGroup(String word) {
        ObjectNode schema = described(group(word));
        if (List.of("group-by", "reads").contains(word)) {
            schema.put("type", "array").set("items", scalar());
        } else {
            schema.put("type", "string");
        }
        return schema;
    }

    /** The schema of a word of the head. */
    static ObjectNode ofHead(String word) {
        ObjectNode schema = described(head(word));
        switch (word) {
            case "mapping", "title", "header", "extends", "note" -> schema.put("type", "string");
            case "given" -> {
                schema.putArray("type").add("array").add("object");
                schema.set("items", scalar());
            }
            case "recall" -> {
                schema.putArray("type").add("array").add("object");
                schema.set("items", scalar());
                schema.set("additionalProperties", scalar());
            }
            case "sensitive", "carry" -> {
                schema.put("type", "array");
                schema.set("items", scalar());
            }
            case "scheme" -> {
                schema.putArray("type").add("string").add("array");
                schema.set("items", scalar());
            }
            case "accept" -> table(schema, table(JSON.objectNode(), scalar()));
            case "no-home", "no-field", "refuse" -> table(schema, scalar());
            case "back" -> table(schema, JSON.objectNode());
            case "codes" -> {
                ObjectNode codes = table(JSON.objectNode(), JSON.objectNode());
                codes.putArray("type").add("object").add("string");
                table(schema, codes);
            }
            case "policy" -> policy(schema);
            case "source" -> source(schema);
            default -> {
                // Any form: the reader says what is wrong with it.
            }
        }
        return schema;
    }

    private static ObjectNode described(Optional<String> description) {
        ObjectNode schema = JSON.objectNode();
        description.ifPresent(text -> schema.put("description", text));
        return schema;
    }

    /** To an editor {@code 0123} or {@code NO} may be a number or a truth value; to us all is text. */
    private static ObjectNode scalar() {
        ObjectNode scalar = JSON.objectNode();
        scalar.putArray("type").add("string").add("number").add("boolean").add("null");
        return scalar;
    }

    private static ObjectNode table(ObjectNode schema, ObjectNode values) {
        schema.put("type", "object");
        schema.set("additionalProperties", values);
        return schema;
    }

    private static void policy(ObjectNode schema) {
        table(schema, scalar());
        ObjectNode level = JSON.objectNode();
        level.putArray("enum").add("error").add("warning").add("note");
        ObjectNode properties = schema.putObject("properties");
        List.of("unread-source", "unread-iso", "formula-differs", "undeclared-loss")
                .forEach(word -> properties.set(word, level));
        MappingReader.CHARSETS.forEach(properties.putObject("charset").putArray("enum")::add);
        properties.putObject("keep-default").putArray("enum").add("yes").add("no");
    }

    private static void source(ObjectNode schema) {
        table(schema, scalar());
        ObjectNode format = schema.putObject("properties").putObject("format");
        format.put("description", "How the institution writes its documents.");
        Formats.names().forEach(format.putArray("enum")::add);
    }
}
