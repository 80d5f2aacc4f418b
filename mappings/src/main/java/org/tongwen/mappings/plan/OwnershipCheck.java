package org.tongwen.mappings.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.read.MappingFile.CodeRow;
import org.tongwen.mappings.read.MappingFile.CodeTable;
import org.tongwen.mappings.read.MappingFile.Way;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/**
 * Checks that every source field has exactly one owner on the way back, and that none is forgotten.
 *
 * @param file the mapping
 * @param schema the source
 * @param standard whether a standard describes the source, most of which no mapping reads
 * @param leaves what stands at the leaves
 * @param formulaReads names of fields that formulas read, with the place of the first formula of each
 * @param findings what has been found so far; what this check finds is added
 */
public record OwnershipCheck(
        MappingFile file,
        SourceField schema,
        boolean standard,
        List<Leaf> leaves,
        Map<String, Place> formulaReads,
        List<Finding> findings) {

    private static final Pattern SELECT = Pattern.compile("\\[([^=\\]]+)=");

    /** Adds what it finds to the findings. */
    public void check() {
        writers();
        file.codes().forEach(this::oneToOne);
        file.codes().forEach(this::unread);
        Set<String> known = new HashSet<>();
        leaves.stream().filter(leaf -> !isList(leaf)).forEach(leaf -> known.addAll(leaf.sources()));
        known.addAll(file.noHome().keySet());
        known.addAll(file.back().keySet());
        known.addAll(file.refuse().keySet());
        declared(file.noHome());
        declared(file.refuse());
        // A leaf with a mistake reads nothing: that would be said twice.
        if (!Finding.anyError(findings) && !standard) {
            Set<String> named = new HashSet<>();
            known.forEach(path -> named(path, named));
            coverage("", schema, known, named);
        }
    }

    private void writers() {
        Map<String, Leaf> owners = new HashMap<>();
        for (Leaf leaf : leaves) {
            leaf.sources().stream().limit(leaf.owned()).forEach(source -> {
                Leaf before = owners.putIfAbsent(source, leaf);
                if (before != null && !before.excludes(leaf)) {
                    findings.add(Finding.error(
                                    "mapping.NotInvertible",
                                    leaf.place(),
                                    source + " would be written twice on the way back: from " + before.isoPath()
                                            + " and from " + leaf.isoPath())
                            .hint(advice(leaf)));
                }
            });
        }
    }

    private static String advice(Leaf leaf) {
        if (leaf.text().equals("carry")) {
            return "carry only what no element of the message holds";
        }
        return isList(leaf) ? "put both under one each" : "make one of them a formula (= " + leaf.text() + ")";
    }

    /** Whether it goes through a list; that does not read what the list's items hold. */
    private static boolean isList(Leaf leaf) {
        return leaf.text().startsWith("each:");
    }

    /** Each code of a side may stand once among the rows that are read from that side. */
    private void oneToOne(String name, CodeTable table) {
        Map<String, CodeRow> bySource = new HashMap<>();
        Map<String, CodeRow> byIso = new HashMap<>();
        for (CodeRow row : table.rows()) {
            String source = row.source().text();
            String iso = row.iso().text();
            CodeRow sameSource = row.way() == Way.FROM_ISO ? null : bySource.putIfAbsent(source, row);
            if (sameSource != null) {
                String message = source + " becomes both " + sameSource.iso().text() + " and " + iso;
                twice(name, row, message, sameSource, "; mark one of them as from-iso");
            }
            CodeRow sameIso = row.way() == Way.TO_ISO ? null : byIso.putIfAbsent(iso, row);
            if (sameIso != null) {
                String message = "both " + sameIso.source().text() + " and " + source + " become " + iso;
                twice(name, row, message, sameIso, "; mark one of them as one-way, such as = " + iso);
            }
        }
    }

    /** A row that is read towards ISO only needs another that reads its ISO code back. */
    private void unread(String name, CodeTable table) {
        Set<String> back = table.fromIso().keySet();
        for (CodeRow row : table.rows()) {
            if (row.way() == Way.TO_ISO && !back.contains(row.iso().text())) {
                findings.add(Finding.warning(
                        "mapping.OneWay",
                        row.source().place(),
                        "in the table " + name + " " + row.source().text() + " becomes "
                                + row.iso().text() + ", which no row reads back"));
            }
        }
    }

    private void twice(String table, CodeRow row, String message, CodeRow before, String advice) {
        findings.add(Finding.error(
                        "mapping.NotInvertible", row.source().place(), "in the table " + table + " " + message)
                .hint("the first one is in line " + before.source().place().line() + advice));
    }

    private void declared(Map<String, Word> entries) {
        entries.forEach((path, reason) -> {
            boolean known = SourcePath.parse(path)
                    .flatMap(parsed -> parsed.find(schema, schema))
                    .isPresent();
            if (!known) {
                findings.add(Finding.error("mapping.UnknownSource", reason.place(), "the source has no field " + path));
            }
        });
    }

    private void coverage(String path, SourceField field, Set<String> known, Set<String> named) {
        if (known.contains(path)) {
            return;
        }
        boolean list = field.kind() == Tree.Kind.LIST && field.items().isPresent();
        SourceField value = list ? field.items().get() : field;
        if (!value.fields().isEmpty()) {
            String before = path.isEmpty() ? "" : path + ".";
            value.fields().forEach((name, child) -> coverage(before + name, child, known, named));
        } else if (!named.contains(path) && value.kind() != Tree.Kind.OBJECT) {
            findings.add(unowned(path));
        }
    }

    private Finding unowned(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        Place formula = formulaReads.get(name);
        return formula == null
                ? Finding.warning(
                        "mapping.UnmappedSource",
                        file.place(),
                        path + " is never read; map it, or list it under no-home or refuse" + consequence())
                : Finding.warning(
                                "mapping.OneWay",
                                formula,
                                path + " is read by formulas only, so the way back cannot fill it" + consequence())
                        .hint("map it, fill it under back, or say under no-home why it is lost");
    }

    private String consequence() {
        return file.policy().unreadSource() == Severity.ERROR ? "; until then documents that have it are refused" : "";
    }

    /** Adds the fields that a path names: where it leads, and those by which it picks items of lists. */
    private static void named(String path, Set<String> named) {
        named.add(plain(path));
        Matcher select = SELECT.matcher(path);
        while (select.find()) {
            named.add(plain(path.substring(0, select.start())) + "." + select.group(1));
        }
    }

    /** A path without its selections. */
    private static String plain(String path) {
        return path.indexOf('[') < 0 ? path : path.replaceAll("\\[[^\\]]*\\]", "");
    }
}
