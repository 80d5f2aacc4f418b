package org.tongwen.conformance.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.conformance.file.Section;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads a plan from its folder: {@code plan.yaml}, and {@code message.xml} and {@code case.yaml} in each folder of {@code cases}. */
public final class PlanReader {

    private static final Set<String> PLAN_KEYS = Set.of("id", "title", "requirements");
    private static final Set<String> REQUIREMENT_KEYS = Set.of("id", "text", "clause", "severity");
    private static final Set<String> CASE_KEYS = Set.of("requirement", "verdict", "findings");

    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();

    private PlanReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a plan. A plan with any mistake is none, so that nothing is certified by halves; the findings list all mistakes.
     *
     * @throws UncheckedIOException when a file that is there cannot be read
     */
    public static Checked<Plan> read(Path folder) {
        PlanReader reader = new PlanReader(folder);
        try {
            Optional<Plan> plan = reader.plan();
            return reader.findings.isEmpty() ? new Checked<>(plan, List.of()) : Checked.none(reader.findings);
        } catch (IOException e) {
            throw new UncheckedIOException("the plan " + folder + " cannot be read", e);
        }
    }

    private Optional<Plan> plan() throws IOException {
        Optional<Section> file = section("plan.yaml", PLAN_KEYS);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<Yaml.Text> id = file.get().text("id");
        Optional<Yaml.Text> title = file.get().text("title");
        List<Requirement> requirements = requirements(file.get());
        List<Case> cases = cases(requirements);
        return id.flatMap(name -> title.map(line -> Plan.of(name.text(), line.text(), requirements, cases)));
    }

    private List<Requirement> requirements(Section file) {
        List<Requirement> requirements = new ArrayList<>();
        for (Section entry : file.sections("requirements", REQUIREMENT_KEYS)) {
            Optional<Requirement> requirement = requirement(entry);
            if (requirement.isPresent()
                    && find(requirements, requirement.get().id()).isPresent()) {
                report("conformance.DuplicateRequirement", entry.place(), "a requirement of this id stands above");
            }
            requirement.ifPresent(requirements::add);
        }
        if (requirements.isEmpty()) {
            report("conformance.NoRequirement", file.place(), "the plan requires nothing");
        }
        return requirements;
    }

    private Optional<Requirement> requirement(Section entry) {
        Optional<Yaml.Text> id = entry.text("id");
        Optional<Yaml.Text> text = entry.text("text");
        Optional<Yaml.Text> clause = entry.text("clause");
        Optional<Requirement.Severity> severity = entry.text("severity")
                .flatMap(word -> word(word, Requirement.Severity.values(), Requirement.Severity::word));
        if (id.isEmpty() || text.isEmpty() || clause.isEmpty() || severity.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Requirement.of(id.get().text(), text.get().text(), clause.get().text(), severity.get()));
    }

    private List<Case> cases(List<Requirement> requirements) throws IOException {
        Path all = folder.resolve("cases");
        List<Case> cases = new ArrayList<>();
        if (Files.isDirectory(all)) {
            for (Path each : folders(all)) {
                read(each.getFileName().toString().replace("/", ""), requirements)
                        .ifPresent(cases::add);
            }
        }
        return cases;
    }

    private Optional<Case> read(String name, List<Requirement> requirements) throws IOException {
        String inPlan = "cases/" + name + "/";
        Optional<byte[]> message = bytes(inPlan + "message.xml");
        Optional<Section> file = section(inPlan + "case.yaml", CASE_KEYS);
        if (message.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        Optional<Yaml.Text> requirement = file.get().text("requirement");
        requirement
                .filter(id -> find(requirements, id.text()).isEmpty())
                .ifPresent(id -> findings.add(
                        Finding.error("conformance.UnknownRequirement", id.place(), "the plan has no such requirement")
                                .value(id.text())));
        Optional<Verdict> verdict =
                file.get().text("verdict").flatMap(word -> word(word, Verdict.values(), Verdict::word));
        List<ExpectedFinding> expected = expected(file.get());
        return requirement.flatMap(
                id -> verdict.map(word -> new MessageCase(name, name, id.text(), word, expected, message.get())));
    }

    private List<ExpectedFinding> expected(Section file) {
        List<ExpectedFinding> expected = new ArrayList<>();
        for (Yaml.Text text : file.texts("findings")) {
            Optional<ExpectedFinding> finding = ExpectedFinding.parse(text.text());
            if (finding.isEmpty()) {
                report(
                        "conformance.WrongValue",
                        text.place(),
                        "a finding is written as id and path, with a blank between");
            }
            finding.ifPresent(expected::add);
        }
        return expected;
    }

    private <E> Optional<E> word(Yaml.Text text, E[] values, Function<E, String> word) {
        Optional<E> found = Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text.text()))
                .findFirst();
        if (found.isEmpty()) {
            String words = Arrays.stream(values).map(word).collect(Collectors.joining(" or "));
            findings.add(Finding.error("conformance.WrongValue", text.place(), "must be " + words)
                    .value(text.text()));
        }
        return found;
    }

    private Optional<Section> section(String name, Set<String> keys) throws IOException {
        return bytes(name).flatMap(file -> Section.read(name, file, keys, findings));
    }

    private Optional<byte[]> bytes(String name) throws IOException {
        return exists(name) ? Optional.of(Files.readAllBytes(folder.resolve(name))) : Optional.empty();
    }

    private boolean exists(String name) {
        boolean exists = Files.isRegularFile(folder.resolve(name));
        if (!exists) {
            report("conformance.MissingFile", Place.NOWHERE.in(name), "the plan needs this file");
        }
        return exists;
    }

    private void report(String id, Place place, String message) {
        findings.add(Finding.error(id, place, message));
    }

    private static Optional<Requirement> find(List<Requirement> requirements, String id) {
        return requirements.stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst();
    }

    private static List<Path> folders(Path all) throws IOException {
        try (Stream<Path> entries = Files.list(all)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
