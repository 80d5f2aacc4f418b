package org.tongwen.conformance.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tongwen.conformance.conversation.Vocabulary;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/** Reads a plan from its folder: {@code plan.yaml}, the {@code templates}, and the {@code cases}. */
public final class PlanReader {

    private static final String FILE = "plan.yaml";
    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "version",
            "profile",
            "roles",
            "signatures",
            "within",
            "parties",
            "data",
            "always",
            "requirements");
    private static final Set<String> REQUIREMENT_KEYS =
            Set.of("id", "text", "clause", "severity", "roles", "untested", "no-variant");

    private final PlanFolder folder;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Section> entries = new HashMap<>();

    private PlanReader(PlanFolder folder) {
        this.folder = folder;
    }

    /**
     * Reads a plan. A plan with any mistake is none, so that nothing is certified by halves; the findings list all mistakes.
     *
     * @throws java.io.UncheckedIOException when a file that is there cannot be read
     */
    public static Checked<Plan> read(Path folder) {
        PlanReader reader = new PlanReader(PlanFolder.read(folder));
        Optional<Plan> plan = reader.plan();
        return reader.findings.isEmpty() ? new Checked<>(plan, List.of()) : Checked.none(reader.findings);
    }

    private Optional<Plan> plan() {
        Optional<byte[]> bytes = folder.bytes(FILE);
        if (bytes.isEmpty()) {
            findings.add(Finding.error("conformance.MissingFile", Place.NOWHERE.in(FILE), "the plan needs this file"));
        }
        return bytes.flatMap(file -> Section.read("conformance", FILE, file, KEYS, findings))
                .flatMap(this::plan);
    }

    private Optional<Plan> plan(Section file) {
        Optional<Yaml.Text> id = file.text("id");
        Optional<Yaml.Text> title = file.text("title");
        String version = file.textOr("version", "1");
        String profile = profile(file);
        List<String> roles = file.texts("roles").stream().map(Yaml.Text::text).toList();
        List<Requirement> requirements = isUnreadable() ? List.of() : requirements(file, roles);
        if (requirements.isEmpty()) {
            return Optional.empty();
        }
        SettingReader shared = new SettingReader(file, requirements, findings);
        Setting setting = shared.read();
        if (isUnreadable()) {
            return Optional.empty();
        }
        boolean sound = findings.isEmpty();
        Vocabulary vocabulary =
                new VocabularyReader(folder, findings).read(Catalogue.builtIn(), setting, shared.within());
        CaseReader reader = new CaseReader(folder, requirements, roles, vocabulary, findings);
        List<Case> cases = reader.read();
        requirements.stream()
                .filter(each -> sound && !setting.always().containsValue(each.id()))
                .filter(each -> each.untested().isEmpty() && !reader.mayTry(each))
                .forEach(this::noCase);
        List<ConversationCase> greetings = reader.greetings();
        return id.flatMap(name -> title.map(line -> new Plan(
                name.text(),
                line.text(),
                version,
                profile,
                roles,
                folder.digest(),
                setting,
                requirements,
                cases,
                greetings)));
    }

    /** Where a part of the plan is of the wrong kind, nobody knows what it names; so nothing that names it is said to be wrong. */
    private boolean isUnreadable() {
        return findings.stream().anyMatch(finding -> finding.id().endsWith(Section.WRONG_KIND));
    }

    /** What nobody tries could only ever be "not run", so no participant would get a certificate. */
    private void noCase(Requirement requirement) {
        Section entry = Objects.requireNonNull(entries.get(requirement.id()));
        entry.report(
                "conformance.NoCase",
                entry.place(),
                "no case tries " + requirement.id() + "; write one, or say under untested why nobody can");
    }

    /** A pack that is not there must not be found out when a participant waits for its result. */
    private static String profile(Section file) {
        return file.optional("profile")
                .flatMap(name -> file.word(name, List.copyOf(RulePacks.profiles()), each -> each))
                .orElse("");
    }

    private List<Requirement> requirements(Section file, List<String> roles) {
        List<Requirement> requirements = new ArrayList<>();
        for (Section entry : file.sections("requirements", REQUIREMENT_KEYS)) {
            Optional<Requirement> requirement = requirement(entry, roles);
            requirement.ifPresent(read -> {
                if (entries.putIfAbsent(read.id(), entry) == null) {
                    requirements.add(read);
                } else {
                    entry.report(
                            "conformance.DuplicateRequirement", entry.place(), "a requirement of this id stands above");
                }
            });
        }
        if (requirements.isEmpty()) {
            file.report("conformance.NoRequirement", file.place(), "the plan requires nothing");
        }
        return requirements;
    }

    /** One with mistakes is still there, so that its cases are not said to name a requirement that is not. */
    private static Optional<Requirement> requirement(Section entry, List<String> roles) {
        Optional<Yaml.Text> id = entry.text("id");
        Optional<Yaml.Text> text = entry.text("text");
        Optional<Yaml.Text> clause = entry.text("clause");
        Optional<Requirement.Severity> severity = entry.text("severity")
                .flatMap(word -> entry.word(word, Requirement.Severity.values(), Requirement.Severity::word));
        List<String> played = entry.texts("roles").stream()
                .flatMap(role -> entry.word(role, roles, each -> each).stream())
                .toList();
        Optional<String> untested = entry.optional("untested").map(Yaml.Text::text);
        Optional<String> noVariant = entry.optional("no-variant").map(Yaml.Text::text);
        return id.map(name -> new Requirement(
                name.text(),
                text.map(Yaml.Text::text).orElse(""),
                clause.map(Yaml.Text::text).orElse(""),
                severity.orElse(Requirement.Severity.MANDATORY),
                played,
                untested,
                noVariant));
    }
}
