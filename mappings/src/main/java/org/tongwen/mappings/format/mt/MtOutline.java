package org.tongwen.mappings.format.mt;

import java.util.List;
import org.tongwen.xsd.finding.Checked;

/**
 * A message laid open for a reader: its blocks, fields and parts in the order in which they stand, with their names in words. What could
 * not be understood stands there as text without a name.
 *
 * @param type such as {@code 103}; empty when the message does not say
 * @param name what messages of the type are; empty when not known
 * @param blocks blocks that the message has
 */
public record MtOutline(String type, String name, List<Block> blocks) {

    /** Copies the list, so that it cannot change later. */
    public MtOutline {
        blocks = List.copyOf(blocks);
    }

    /**
     * A block of the message.
     *
     * @param number 1 to 5
     * @param name what it is
     * @param items what stands in it
     */
    public record Block(String number, String name, List<Item> items) {

        /** Copies the list, so that it cannot change later. */
        public Block {
            items = List.copyOf(items);
        }
    }

    /** What stands in a block: a part of a header, a field, or a group of fields. */
    public sealed interface Item permits Part, Field, Group {}

    /**
     * A value.
     *
     * @param path where mappings find it, such as {@code _50a.names[1]}; empty for text that was not understood
     * @param name what it is; empty for text that was not understood, and for the only value of a field
     * @param value as it stands
     * @param meaning what a code or a date means; empty when the value says it
     */
    public record Part(String path, String name, String value, String meaning) implements Item {}

    /**
     * A field.
     *
     * @param tag such as {@code 50F}
     * @param name what it is; empty when not known
     * @param line where it stands in the document, counted from 1
     * @param parts its values
     */
    public record Field(String tag, String name, int line, List<Part> parts) implements Item {

        /** Copies the list, so that it cannot change later. */
        public Field {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Fields that stand together.
     *
     * @param path where mappings find it, such as {@code line[2]}
     * @param name what it is, with its number where there may be several
     * @param fields its fields and the groups in it
     */
    public record Group(String path, String name, List<Item> fields) implements Item {

        /** Copies the list, so that it cannot change later. */
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Lays a message open, also a damaged one and one of a type without layout, as far as it can be read. The findings are those of
     * reading it. Nothing is laid open of a document without a block.
     */
    public static Checked<MtOutline> of(byte[] document) {
        return new MtOutlineReader(document).read();
    }
}
