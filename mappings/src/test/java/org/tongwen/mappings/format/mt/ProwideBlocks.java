package org.tongwen.mappings.format.mt;

import com.prowidesoftware.swift.io.parser.SwiftParser;
import com.prowidesoftware.swift.model.SwiftMessage;
import com.prowidesoftware.swift.model.SwiftTagListBlock;
import com.prowidesoftware.swift.model.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.finding.FindingLimit;

/** What Prowide's parser, widely used by banks, takes for the blocks and fields of a message, compared with what ours does. */
public final class ProwideBlocks {

    private final Source source;
    private final Blocks blocks;
    private final List<String> differences = new ArrayList<>();

    private ProwideBlocks(Source source, Blocks blocks) {
        this.source = source;
        this.blocks = blocks;
    }

    /** The blocks of a message that the other parser sees differently; none in a sound one. */
    public static List<String> differences(byte[] message) {
        Source source = Source.of(message);
        return differences(source, new BlockScanner(source, new FindingLimit(10)).scan());
    }

    /** The blocks that the other parser sees differently; none in a sound message. */
    static List<String> differences(Source source, Blocks blocks) {
        ProwideBlocks prowide = new ProwideBlocks(source, blocks);
        prowide.compare();
        return prowide.differences;
    }

    private void compare() {
        SwiftMessage other = parsed();
        compare("1", Optional.ofNullable(other.getBlock1()).map(block -> block.getValue()));
        compare("2", Optional.ofNullable(other.getBlock2()).map(block -> block.getValue()));
        compare("3", braced(other.getBlock3()));
        compare("4", lines(other.getBlock4()));
        compare("5", braced(other.getBlock5()));
    }

    private SwiftMessage parsed() {
        try {
            return new SwiftParser(source.text()).message();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    private void compare(String name, Optional<String> other) {
        String ours = blocks.get(name.charAt(0))
                .map(block -> source.text().substring(block.start(), block.end()))
                .orElse("");
        if (!plain(ours).equals(plain(other.orElse("")))) {
            differences.add(name);
        }
    }

    private static Optional<String> braced(@Nullable SwiftTagListBlock block) {
        return Optional.ofNullable(block)
                .map(there -> there.getTags().stream()
                        .map(tag -> "{" + tag.getName() + ":" + value(tag) + "}")
                        .collect(Collectors.joining()));
    }

    private static Optional<String> lines(@Nullable SwiftTagListBlock block) {
        return Optional.ofNullable(block)
                .map(there -> there.getTags().stream()
                        .map(tag -> ":" + tag.getName() + ":" + value(tag))
                        .collect(Collectors.joining("\n")));
    }

    private static String value(Tag tag) {
        return Optional.ofNullable(tag.getValue()).orElse("");
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
