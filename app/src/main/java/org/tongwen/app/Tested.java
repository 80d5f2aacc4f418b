package org.tongwen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongwen.conformance.engine.Order;
import org.tongwen.conformance.participant.ConfigReader;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.reference.LocalReference;
import org.tongwen.conformance.report.RunReport.Setting;
import org.tongwen.conformance.run.Participant;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Nearest;

/**
 * Who is tested, as the command line names them.
 *
 * @param word what the command line says
 * @param config the configuration file; empty for those that are built in
 */
record Tested(String word, Optional<ParticipantConfig> config) {

    private static final String REFERENCE = "reference";
    private static final String HUB = "hub";

    /** The participant of a word; a configuration with mistakes ends the command, after the findings. */
    static Tested of(String word, Terminal terminal) {
        if (word.equals(HUB) || word.equals(REFERENCE) || word.startsWith(REFERENCE + ":")) {
            return new Tested(word, Optional.empty());
        }
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
            throw StopException.notFound("there is no participant '" + word
                    + "': neither a configuration file, nor reference, reference:VARIANT or hub");
        }
        Checked<ParticipantConfig> config = ConfigReader.read(file);
        FindingPrinter.print(config.findings(), terminal);
        return new Tested(
                word,
                Optional.of(config.value()
                        .orElseThrow(() -> StopException.usage("the configuration " + word + " has mistakes"))));
    }

    /** The plan that the participant wants to pass. */
    Optional<String> plan() {
        return config.map(ParticipantConfig::plan).filter(name -> !name.isEmpty());
    }

    /** Whether a run was of the same participant, as far as a configuration tells; those that are built in name themselves. */
    boolean is(Participant before) {
        return config.map(known -> known.participant().id().equals(before.id())
                        && known.roles().equals(before.roles()))
                .orElse(true);
    }

    /** Who is to be met in a run. */
    Order.Party party(Plan plan, LocalDate asOf) {
        if (config.isPresent()) {
            return new Order.Configured(config.get());
        }
        return new Order.Started(word.equals(HUB) ? new LocalHub(plan, asOf) : reference());
    }

    private LocalReference reference() {
        if (word.equals(REFERENCE)) {
            return new LocalReference(Optional.empty());
        }
        return variant(word.substring(REFERENCE.length() + 1));
    }

    /** The broken participant of that name. */
    static LocalReference variant(String variant) {
        return LocalReference.variant(variant)
                .orElseThrow(() -> StopException.notFound("there is no broken participant '" + variant + "'"
                        + Nearest.hint(variant, LocalReference.variants())
                        + "; see tongwen conformance list --variants"));
    }

    /** The configuration for the report. Of keys it names the files only. */
    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>(List.of(new Setting("participant", word)));
        config.ifPresent(known -> {
            known.endpoints().all().forEach((name, address) -> settings.add(new Setting(name, address.toString())));
            known.clock().ifPresent(address -> settings.add(new Setting("clock", address.toString())));
            known.callback().address().ifPresent(address -> settings.add(new Setting("callback", address.toString())));
            known.keys().participant().ifPresent(file -> settings.add(new Setting("participant's key", name(file))));
            known.keys().suite().ifPresent(file -> settings.add(new Setting("suite's key", name(file))));
            new TreeMap<>(known.keys().parties())
                    .forEach((party, file) -> settings.add(new Setting("key of " + party, name(file))));
            known.keys()
                    .client()
                    .ifPresent(client -> settings.add(new Setting("suite's certificate", name(client.certificate()))));
            known.keys().trust().ifPresent(file -> settings.add(new Setting("trusted certificate", name(file))));
            known.waivers().ifPresent(file -> settings.add(new Setting("waivers", name(file))));
            limits(known.limits()).forEach((name, time) -> settings.add(new Setting(name, time)));
            new TreeMap<>(known.data()).forEach((name, value) -> settings.add(new Setting("data." + name, value)));
        });
        return settings;
    }

    private static Map<String, String> limits(ParticipantConfig.Limits limits) {
        return new TreeMap<>(Map.of(
                "limit for answers", Timeout.shown(limits.answer()),
                "limit for messages", Timeout.shown(limits.patience()),
                "limit for the run", Timeout.shown(limits.run()),
                "grace", Timeout.shown(limits.grace())));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
