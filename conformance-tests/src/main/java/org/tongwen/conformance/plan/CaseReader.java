package org.tongwen.conformance.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongwen.conformance.conversation.Conversation;
import org.tongwen.conformance.conversation.ConversationReader;
import org.tongwen.conformance.conversation.Vocabulary;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Reads the cases of a plan. Every YAML file below {@code cases} is one; its keys say what kind of case it is: {@code steps} a
 * conversation, {@code translate} a translation, anything else a message.
 */
final class CaseReader {

    private static final String CASES = "cases";
    private static final String YAML = ".yaml";
    private static final String ALONE = "/case.yaml";
    private static final String GREETINGS = "preflight";
    private static final Set<String> GREETING_KEYS = Set.of("title", "role", "steps");
    private static final Set<String> CONVERSATION_KEYS = Set.of("requirement", "title", "role", "steps");

    private final PlanFolder folder;
    private final List<Requirement> requirements;
    private final List<String> roles;
    private final Vocabulary vocabulary;
    private final List<Finding> findings;
    private final Set<String> tried = new HashSet<>();
    private boolean sure = true;

    CaseReader(
            PlanFolder folder,
            List<Requirement> requirements,
            List<String> roles,
            Vocabulary vocabulary,
            List<Finding> findings) {
        this.folder = folder;
        this.requirements = requirements;
        this.roles = roles;
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    /** All cases, by name. */
    List<Case> read() {
        List<Case> cases = new ArrayList<>();
        for (String file : folder.below(CASES).toList()) {
            if (file.endsWith("/")) {
                missing(file + "case.yaml");
            } else if (file.endsWith(YAML)) {
                Optional<Yaml.Fields> fields =
                        Section.fields("conformance", file, folder.bytes(file).orElseThrow(), findings);
                sure &= fields.isPresent();
                fields.flatMap(each -> read(file, each)).ifPresent(cases::add);
            }
        }
        withoutCase();
        cases.sort(Comparator.comparing(Case::name));
        return cases;
    }

    /** Whether some case is about a requirement, be it with mistakes; or may be, because a file does not tell what it is about. */
    boolean mayTry(Requirement requirement) {
        return !sure || tried.contains(requirement.id());
    }

    /** The conversations that are held before anything counts, by name. */
    List<ConversationCase> greetings() {
        List<ConversationCase> greetings = new ArrayList<>();
        folder.below(GREETINGS)
                .filter(file -> file.endsWith(YAML))
                .forEach(file -> Section.read(
                                "conformance", file, folder.bytes(file).orElseThrow(), GREETING_KEYS, findings)
                        .map(section -> talk(file.substring(0, file.length() - YAML.length()), "", section))
                        .ifPresent(greetings::add));
        return greetings;
    }

    /** A message that no case speaks of was forgotten by somebody. */
    private void withoutCase() {
        folder.below(CASES)
                .filter(file -> file.endsWith("/message.xml"))
                .map(file -> file.replace("message.xml", "case.yaml"))
                .filter(file -> folder.bytes(file).isEmpty())
                .forEach(this::missing);
    }

    private void missing(String file) {
        sure = false;
        findings.add(Finding.error("conformance.MissingFile", Place.NOWHERE.in(file), "the plan needs this file"));
    }

    private Optional<? extends Case> read(String file, Yaml.Fields fields) {
        String name = name(file);
        if (fields.entry("steps").isPresent()) {
            return conversation(name, Section.of("conformance", fields, CONVERSATION_KEYS, findings));
        }
        boolean known = isKnown(fields);
        if (fields.entry("translate").isPresent()) {
            return new TranslationCaseReader(folder, findings)
                    .read(name, file, fields)
                    .filter(each -> known);
        }
        return new MessageCaseReader(folder, vocabulary, findings)
                .read(name, file, fields)
                .filter(each -> known);
    }

    private static String name(String file) {
        String ending = file.endsWith(ALONE) ? ALONE : YAML;
        return file.substring(CASES.length() + 1, file.length() - ending.length());
    }

    private Optional<ConversationCase> conversation(String name, Section section) {
        boolean known = requirement(section);
        ConversationCase read = talk(name, section.textOr("requirement", ""), section);
        return known ? Optional.of(read) : Optional.empty();
    }

    private ConversationCase talk(String name, String requirement, Section section) {
        String title = section.text("title").map(Yaml.Text::text).orElse(name);
        Optional<String> role = section.optional("role").flatMap(word -> section.word(word, roles, each -> each));
        Conversation conversation = new ConversationReader(vocabulary, findings).read(section);
        return new ConversationCase(name, title, requirement, role, conversation);
    }

    private boolean isKnown(Yaml.Fields fields) {
        Set<String> any = Set.copyOf(fields.entries().keySet());
        return requirement(Section.of("conformance", fields, any, findings));
    }

    /** Whether a case names a requirement that there is. */
    private boolean requirement(Section section) {
        Optional<Yaml.Text> id = section.text("requirement");
        Optional<Requirement> named = id.flatMap(text -> requirements.stream()
                .filter(each -> each.id().equals(text.text()))
                .findFirst());
        if (id.isPresent() && named.isEmpty()) {
            Set<String> ids = new TreeSet<>();
            requirements.forEach(each -> ids.add(each.id()));
            section.unknown("conformance.UnknownRequirement", id.get(), "the plan has no such requirement", ids);
        }
        sure &= named.filter(each -> each.untested().isEmpty()).isPresent();
        named.ifPresent(each -> tried.add(each.id()));
        named.filter(each -> each.untested().isPresent())
                .ifPresent(each -> section.report(
                        "conformance.Untested",
                        id.map(Yaml.Text::place).orElse(section.place()),
                        "the plan says that nothing tests " + each.id()));
        return named.isPresent();
    }
}
