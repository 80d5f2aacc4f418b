package org.tongwen.mappings.format.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tongwen.mappings.format.MappingFiles;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.rules.yaml.YamlReader;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Opens the layout file that {@code source: {format: …, layout: FILE}} names. */
public final class LayoutFile {

    /** The option of the mapping's head that names the file. */
    public static final String OPTION = "layout";

    private LayoutFile() {}

    /**
     * Reads a layout.
     *
     * @param format the format's name, for findings
     * @param options the entries of {@code source:}
     * @param understand makes the layout from the file's keys; what is wrong it reports there, and it returns a layout all the same
     * @param <T> the layout
     * @return the layout, or findings that name line and column of the layout file
     */
    public static <T> Checked<T> open(
            String format, Map<String, String> options, MappingFiles files, Function<Section, T> understand) {
        List<Finding> findings = new ArrayList<>(unknown(format, options));
        String name = options.getOrDefault(OPTION, "");
        if (name.isEmpty()) {
            String message = "the format " + format + " needs a layout file beside the mapping";
            findings.add(Finding.error("mapping.MissingSchema", Place.NOWHERE, message)
                    .hint("source: {format: " + format + ", layout: NAME.layout.yaml}"));
            return Checked.none(findings);
        }
        try {
            Checked<Yaml> yaml = YamlReader.read(name, files.read(name));
            findings.addAll(yaml.findings());
            return yaml.value()
                    .map(root -> understood(root, findings, understand))
                    .orElse(Checked.none(findings));
        } catch (IOException e) {
            String message = "the layout file cannot be read; it must stand beside the mapping";
            findings.add(Finding.error("mapping.MissingSchema", Place.NOWHERE, message)
                    .value(name));
            return Checked.none(findings);
        }
    }

    private static <T> Checked<T> understood(Yaml root, List<Finding> findings, Function<Section, T> understand) {
        if (!(root instanceof Yaml.Fields fields)) {
            findings.add(Finding.error("layout.Form", root.place(), "a layout begins with a key, such as charset:"));
            return Checked.none(findings);
        }
        Section section = new Section(fields, findings);
        T layout = understand.apply(section);
        section.end();
        return findings.isEmpty() ? Checked.of(layout, findings) : Checked.none(findings);
    }

    private static List<Finding> unknown(String format, Map<String, String> options) {
        return options.keySet().stream()
                .filter(option -> !option.equals(OPTION) && !option.equals("format"))
                .sorted()
                .map(option -> Finding.error(
                                "mapping.UnknownOption",
                                Place.NOWHERE,
                                "the format " + format + " has no option \"" + option + "\"")
                        .value(option)
                        .hint("known: " + OPTION))
                .toList();
    }
}
