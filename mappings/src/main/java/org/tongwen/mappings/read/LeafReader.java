package org.tongwen.mappings.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.read.MappingFile.Content;
import org.tongwen.mappings.read.MappingFile.Formula;
import org.tongwen.mappings.read.MappingFile.Pair;
import org.tongwen.mappings.read.MappingFile.Template;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Reads what stands behind an ISO name: {@code = formula}, a template with braces, or {@code path ?? 'default' as codec}. */
public final class LeafReader {

    private static final Pattern PAIR = Pattern.compile("(?<path>[^\\s?=]+?(?:\\[[^\\]]*\\][^\\s?=]*)?)"
            + "(?:\\s*\\?\\?\\s*(?<default>'[^']*'|=.*?))?(?:\\s+as\\s+(?<codec>\\S.*))?");

    private LeafReader() {}

    /** Reads a leaf; what is none is the finding {@code mapping.Form}. */
    public static Checked<Content> read(Yaml.Text text) {
        String leaf = text.text().strip();
        if (leaf.isEmpty() || leaf.equals("~")) {
            return Checked.none(Finding.error("mapping.Form", text.place(), "nothing stands here"));
        }
        if (leaf.startsWith("=")) {
            return Checked.of(new Formula(leaf.substring(1).strip(), text.place()), List.of());
        }
        if (leaf.indexOf('{') >= 0) {
            return Checked.of(new Template(leaf, text.place()), List.of());
        }
        Matcher pair = PAIR.matcher(leaf);
        if (!pair.matches()) {
            return Checked.none(
                    Finding.error("mapping.Form", text.place(), "this is neither a path nor a formula nor a template")
                            .value(leaf)
                            .hint("write a path such as payer.name, = 'TRF' for a constant, or \"{a} {b}\""));
        }
        return Checked.of(
                new Pair(
                        pair.group("path"),
                        Optional.ofNullable(pair.group("default")).orElse(""),
                        Optional.ofNullable(pair.group("codec")).orElse("").strip(),
                        text.place()),
                List.of());
    }
}
