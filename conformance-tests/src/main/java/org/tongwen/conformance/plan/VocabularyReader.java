package org.tongwen.conformance.plan;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongwen.conformance.conversation.Known;
import org.tongwen.conformance.conversation.Template;
import org.tongwen.conformance.conversation.TemplateReader;
import org.tongwen.conformance.conversation.Vocabulary;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** Reads what the cases of a plan may name: its templates, its data and its parties. */
final class VocabularyReader {

    private static final String TEMPLATES = "templates";
    private static final String XML = ".xml";

    private final PlanFolder folder;
    private final List<Finding> findings;

    VocabularyReader(PlanFolder folder, List<Finding> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    Vocabulary read(Catalogue catalogue, Setting setting, Duration within) {
        Map<String, Known> names = names(setting);
        TemplateReader reader = new TemplateReader(catalogue);
        Map<String, Template> templates = new TreeMap<>();
        folder.below(TEMPLATES).filter(file -> file.endsWith(XML)).forEach(file -> {
            String name = file.substring(TEMPLATES.length() + 1, file.length() - XML.length());
            Checked<Template> template =
                    reader.read(name, file, folder.bytes(file).orElseThrow());
            findings.addAll(template.findings());
            template.value().ifPresent(read -> templates.put(name, read));
        });
        return new Vocabulary(catalogue, templates, names, within, folder::bytes);
    }

    private static Map<String, Known> names(Setting setting) {
        Map<String, Known> parties = new LinkedHashMap<>();
        setting.parties().forEach((name, party) -> parties.put(name, tree(party)));
        Map<String, Known> names = new LinkedHashMap<>();
        names.put("data", tree(setting.data()));
        names.put("participant", tree(Map.of("id", "", "name", "")));
        names.put("party", new Known.Tree(parties));
        return names;
    }

    private static Known tree(Map<String, String> texts) {
        Map<String, Known> leaves = new LinkedHashMap<>();
        texts.keySet().forEach(name -> leaves.put(name, new Known.Leaf()));
        return new Known.Tree(leaves);
    }
}
