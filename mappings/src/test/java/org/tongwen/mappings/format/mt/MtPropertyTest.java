package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class MtPropertyTest {

    private static final int MESSAGES = 500;
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "/",
            "//",
            "/C/",
            "C/1",
            "/FW1",
            "1/",
            "x\n:20:y",
            "x\r\n-}{5:{TNG:}}",
            "}",
            "{1:",
            "-",
            ":20:x",
            "GB",
            "1,",
            "0000",
            "N",
            "O",
            "AAAAGB2L",
            "AAAAGB2LAXXX",
            "\u4e2d\u6587",
            "\uD83D\uDE00",
            "/ROC/x",
            "a//b",
            "A".repeat(10000));

    private static Map<String, String> leaves(Tree tree) {
        Map<String, String> leaves = new HashMap<>();
        tree.leaves().forEach(leaf -> leaves.put(leaf.pointer(), leaf.value()));
        return leaves;
    }

    @Test
    void everyTreeComesBackFromItsMessageAndEveryMessageFromItsTree() {
        RandomMt messages = RandomMt.of("103", 20_022);
        for (int i = 0; i < MESSAGES; i++) {
            String message = messages.message();
            Tree tree = Mt.tree(message);
            assertThat(Mt.write(tree)).isEqualTo(message);
            assertThat(leaves(Mt.tree(Mt.write(tree)))).isEqualTo(leaves(tree));
        }
    }

    /** Whatever happens to one character, the message is refused, or what was read gives the message again. */
    @Test
    void aDamagedMessageIsNeverReadAsSomethingElse() {
        Random random = new Random(15_022);
        // Their lines may stand in any order and come back in ours.
        RandomMt messages = RandomMt.of("103", 103).without("70", "72", "77B");
        for (int i = 0; i < MESSAGES; i++) {
            StringBuilder message = new StringBuilder(messages.message());
            damage(message, random);
            Checked<Tree> read = Mt.read(message.toString());
            if (read.ok() && read.findings().isEmpty()) {
                assertThat(canonical(Mt.write(read.value().orElseThrow()))).isEqualTo(canonical(message.toString()));
            } else {
                assertThat(read.findings()).extracting(Finding::id).allMatch(id -> id.startsWith("mt."));
            }
        }
    }

    /** Whatever stands in one value, it is refused, or it comes back as it is. */
    @Test
    void aHostileValueIsRefusedOrComesBack() {
        Random random = new Random(4711);
        RandomMt messages = RandomMt.of("103", 471);
        for (int i = 0; i < MESSAGES; i++) {
            Tree tree = Mt.tree(messages.message());
            replaceOne(tree, HOSTILE.get(random.nextInt(HOSTILE.size())), random);
            Checked<byte[]> written = Mt.MT103.write(tree);
            if (written.value().isPresent()) {
                assertThat(leaves(Mt.tree(Mt.write(tree)))).isEqualTo(leaves(tree));
            } else {
                assertThat(written.findings()).isNotEmpty();
            }
        }
    }

    private static void replaceOne(Tree tree, String value, Random random) {
        List<Tree> leaves = tree.leaves()
                .filter(leaf -> leaf.parent()
                        .filter(above -> above.kind() == Tree.Kind.OBJECT)
                        .isPresent())
                .toList();
        Tree leaf = leaves.get(random.nextInt(leaves.size()));
        String name = leaf.pointer().substring(leaf.pointer().lastIndexOf('/') + 1);
        leaf.parent().orElseThrow().put(name, Tree.text(value, Place.NOWHERE));
    }

    private static void damage(StringBuilder message, Random random) {
        int at = random.nextInt(message.length());
        String character = Character.toString("{}:/-,\n A7x".charAt(random.nextInt(11)));
        switch (random.nextInt(3)) {
            case 0 -> message.deleteCharAt(at);
            case 1 -> message.insert(at, character);
            default -> message.replace(at, at + 1, character);
        }
    }

    /** Line ends may be of either kind; a priority left out means N; the order of fields in the user header carries no meaning. */
    private static String canonical(String message) {
        String plain = message.strip().replace("\r\n", "\n").replaceFirst("(\\{2:I103.{12})}", "$1N}");
        Matcher user = Pattern.compile("\\{3:(.*)}(?=\\{4:)").matcher(plain);
        if (!user.find()) {
            return plain;
        }
        String fields = sorted(user.group(1));
        return user.replaceFirst("") + fields;
    }

    private static String sorted(String fields) {
        return Stream.of(fields.split("(?<=})")).sorted().collect(Collectors.joining());
    }
}
