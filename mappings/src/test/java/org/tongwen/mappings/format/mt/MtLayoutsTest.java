package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.SwiftMessage;
import com.prowidesoftware.swift.model.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/** What holds for messages of every type that has a layout. */
class MtLayoutsTest {

    /** What field 61 has where a reference would stand; our layout has no part for it. */
    private static final String NO_REFERENCE = "NONREF";

    private static final int MESSAGES = 40;

    /** Fields that the other library divides as we do. Their numbers stand for all options. */
    private static final Set<String> DIVIDED_ALIKE = Set.of(
            "13C", "13D", "19", "20", "21", "21F", "21R", "23B", "23E", "25", "25A", "25P", "26T", "28", "28C", "28D",
            "30", "32A", "32B", "32C", "32D", "33B", "34F", "36", "50A", "50C", "50G", "50H", "50K", "50L", "59", "59A",
            "60F", "60M", "61", "62F", "62M", "64", "65", "71A", "71F", "71G", "86", "90C", "90D");

    static Stream<String> types() {
        return MtFormat.types().stream();
    }

    private static SourceFormat format(String type) {
        return new MtSource(Layout.load(type).orElseThrow());
    }

    private static Tree read(SourceFormat format, String message) {
        Checked<Tree> read = format.read(message.getBytes(StandardCharsets.US_ASCII));
        assertThat(read.findings()).as(message).isEmpty();
        return read.value().orElseThrow();
    }

    private static String write(SourceFormat format, Tree tree) {
        Checked<byte[]> written = format.write(tree);
        assertThat(written.findings()).as(tree.toString()).isEmpty();
        return new String(written.value().orElseThrow(), StandardCharsets.US_ASCII);
    }

    private static Map<String, String> leaves(Tree tree) {
        Map<String, String> leaves = new HashMap<>();
        tree.leaves().forEach(leaf -> leaves.put(leaf.pointer(), leaf.value()));
        // Where it is absent, N is written.
        leaves.remove("/header/priority");
        return leaves;
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyMessageIsReadWithoutFindingsAndWrittenAsItWas(String type) {
        SourceFormat format = format(type);
        RandomMt messages = RandomMt.of(type, 2_026);
        for (int i = 0; i < MESSAGES; i++) {
            String message = messages.message();
            assertThat(write(format, read(format, message))).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void codeWordsInAnyOrderAreReadAndPutIntoOurs(String type) {
        SourceFormat format = format(type);
        RandomMt messages = RandomMt.of(type, 11).shuffled();
        for (int i = 0; i < MESSAGES; i++) {
            Tree tree = read(format, messages.message());
            assertThat(leaves(read(format, write(format, tree)))).isEqualTo(leaves(tree));
        }
    }

    /** Nothing of a layout is never met: a field that no message has could hide a mistake in it. */
    @ParameterizedTest
    @MethodSource("types")
    void everyFieldOfTheLayoutTurnsUp(String type) {
        Set<String> tags = new HashSet<>();
        RandomMt messages = RandomMt.of(type, 3);
        for (int i = 0; i < 3 * MESSAGES; i++) {
            messages.message().lines().forEach(line -> tags.add(line.replaceFirst("^:(\\w+):.*", "$1")));
        }
        assertThat(tags)
                .containsAll(Layout.load(type).orElseThrow().rules().stream()
                        .map(FieldRule::tag)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void prowideSeesTheSameFieldsWithTheSameParts(String type) throws IOException {
        RandomMt messages = RandomMt.of(type, 7);
        for (int i = 0; i < MESSAGES; i++) {
            String text = messages.message();
            SwiftMessage message = SwiftMessage.parse(text);
            assertThat(message.getType()).isEqualTo(type);
            List<MtOutline.Field> ours = fields(text);
            List<Tag> theirs = message.getBlock4().getTags();
            assertThat(theirs).extracting(Tag::getName).containsExactlyElementsOf(tags(ours));
            for (int at = 0; at < ours.size(); at++) {
                compare(ours.get(at), theirs.get(at), text);
            }
        }
    }

    /** Whatever happens to some characters, there is a finding or the message is read and written; and it can be shown. */
    @ParameterizedTest
    @MethodSource("types")
    void aDamagedMessageIsReadOrFoundDamagedAndShown(String type) {
        SourceFormat format = format(type);
        Random random = new Random(4_096);
        RandomMt messages = RandomMt.of(type, 13);
        for (int i = 0; i < MESSAGES; i++) {
            String damaged = damaged(messages.message(), random);
            byte[] document = damaged.getBytes(StandardCharsets.UTF_8);
            Checked<Tree> read = format.read(document);
            assertThat(read.findings()).allMatch(finding -> finding.id().startsWith("mt."));
            if (read.findings().isEmpty()) {
                Tree tree = read.value().orElseThrow();
                assertThat(leaves(read(format, write(format, tree))))
                        .as(damaged)
                        .isEqualTo(leaves(tree));
            }
            assertThat(MtOutline.of(document).value().map(MtOutlineText::of)).isPresent();
        }
    }

    private static String damaged(String message, Random random) {
        StringBuilder text = new StringBuilder(message);
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            int at = random.nextInt(text.length());
            String character = Character.toString("{}:/-,\n A7x\u00e4".charAt(random.nextInt(12)));
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, character);
                case 2 -> text.replace(at, at + 1, character);
                default -> text.delete(at, Math.min(text.length(), at + 40));
            }
        }
        return text.toString();
    }

    private static List<MtOutline.Field> fields(String message) {
        MtOutline outline = MtOutline.of(message.getBytes(StandardCharsets.US_ASCII))
                .value()
                .orElseThrow();
        List<MtOutline.Field> fields = new ArrayList<>();
        outline.blocks().stream()
                .filter(block -> block.number().equals("4"))
                .forEach(block -> collect(block.items(), fields));
        return fields;
    }

    private static void collect(List<MtOutline.Item> items, List<MtOutline.Field> fields) {
        for (MtOutline.Item item : items) {
            if (item instanceof MtOutline.Group group) {
                collect(group.fields(), fields);
            } else if (item instanceof MtOutline.Field field) {
                fields.add(field);
            }
        }
    }

    private static List<String> tags(List<MtOutline.Field> fields) {
        return fields.stream().map(MtOutline.Field::tag).toList();
    }

    private static void compare(MtOutline.Field ours, Tag theirs, String message) {
        List<String> parts = ours.parts().stream().map(MtOutline.Part::value).toList();
        boolean copied = ours.parts().stream().anyMatch(part -> part.path().startsWith("copy["));
        if (DIVIDED_ALIKE.contains(ours.tag()) && !copied) {
            List<String> components = theirs.asField().getComponents().stream()
                    .filter(value -> value != null && !value.isEmpty() && !value.equals(NO_REFERENCE))
                    .toList();
            assertThat(parts).as(ours.tag() + " of " + message).isEqualTo(components);
        } else {
            // A value may run over into the next line.
            String value = theirs.getValue().replaceAll("[\\r\\n]", "");
            assertThat(parts).allMatch(part -> value.contains(part.replace("\n", "")));
        }
    }
}
