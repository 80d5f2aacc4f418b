package org.tongwen.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongwen.conformance.certificate.Issuer;
import org.tongwen.conformance.certificate.SigningKey;
import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.conformance.certificate.Waivers;
import org.tongwen.conformance.engine.Order;
import org.tongwen.conformance.engine.Selection;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.plan.Plan;
import org.tongwen.conformance.report.RunReport;
import org.tongwen.xsd.finding.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tongwen conformance run}. */
@Command(
        name = "run",
        description =
                "Runs a plan against a participant, and leaves evidence, report, results and certificate in a folder.",
        customSynopsis =
                "tongwen conformance run --participant NAME|CONFIG --out DIR [--plan PLAN] [--only NAME] [--key PRIVATE] ...",
        footer = {
            "",
            "Writes into DIR: evidence.jsonl (all that was sent and received, as a chain of hashes), results.json,",
            "report.html, junit.xml, suite-key*.pem (what the suite's messages are signed with, when keys were made for the",
            "run), and certificate.jws when a key is given and nothing stands against a certificate. The configuration is",
            "checked first, keys included; its mistakes are never counted as failures of the participant.",
            "",
            "Exit codes: 0 every mandatory requirement is met or waived, 1 not, or not everything was run, 2 the",
            "configuration is wrong, 3 not found, 70 the suite itself broke, 124 the time of the run was over.",
            "",
            "Example: tongwen conformance run --plan wallet-interop --participant bank.yaml --out run --key keys/issuer.pem"
        })
final class RunPlan implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--participant",
            required = true,
            paramLabel = "NAME|CONFIG",
            description = "A configuration file, or one that is built in: reference, reference:VARIANT (broken), hub.")
    private String participant;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "Name of a plan, or the folder of one. Default: what the configuration says")
    private @Nullable String plan;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the run; made if needed.")
    private Path out;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only these requirements or cases; * stands for any text. There is no certificate then.")
    private List<String> only = List.of();

    @Option(
            names = "--rerun-failed",
            description =
                    "Only what did not pass in the run that DIR holds; the evidence goes on. There is no certificate then.")
    private boolean rerunFailed;

    @Option(
            names = "--key",
            paramLabel = "PRIVATE",
            description = "The issuer's private key (PEM), to sign a certificate with.")
    private @Nullable String key;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "" + Issuer.DAYS,
            converter = Days.class,
            description = "For how many days the certificate is valid, from 1 to " + Issuer.MOST_DAYS + ". Default: "
                    + Issuer.DAYS)
    private int days;

    @Option(
            names = "--waivers",
            paramLabel = "FILE",
            description = "File of waivers (YAML). Default: the one that the configuration names")
    private @Nullable String waivers;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = ProfileOptions.Day.class,
            description = "The day whose rules count. Default: today; with --rerun-failed that of the run before")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            converter = Timeout.Converter.class,
            description = "The longest time for the whole run. Default: what the configuration says, or 30 minutes")
    private @Nullable Duration timeLimit;

    RunPlan(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (rerunFailed && !only.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--only and --rerun-failed exclude each other");
        }
        Tested tested = Tested.of(participant, terminal);
        Plan known = PlanNames.plan(planName(tested), terminal);
        onlyWhatThereIs(known);
        Optional<SigningKey> issuer = Optional.ofNullable(key).map(file -> KeyFiles.signingKey(file, terminal));
        List<Waiver> given = waivers(tested, known);
        if (rerunFailed && issuer.isPresent()) {
            terminal.complain("no certificate will be issued: only a part of the plan is run again");
        }
        RunFolder folder = RunFolder.open(out, terminal);
        Optional<RunReport> earlier = rerunFailed ? Optional.of(folder.provedResults()) : Optional.empty();
        LocalDate day = Optional.ofNullable(asOf)
                .or(() -> earlier.map(report -> report.run().asOf()))
                .orElseGet(() -> LocalDate.now(clock));
        PlanRun run = new PlanRun(order(tested, known, day), tested, given, LocalDate.now(clock), folder, terminal);
        return earlier.map(run::again).orElseGet(() -> run.whole(issuer, days));
    }

    /** A name that nothing has is a slip of the pen, and must not cost the folder of an earlier run. */
    private void onlyWhatThereIs(Plan known) {
        for (String name : only) {
            if (!new Selection(List.of(name)).takesAnyOf(known)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "the plan " + known.id() + " has no case for '" + name + "'; see tongwen conformance list "
                                + known.id());
            }
        }
    }

    private String planName(Tested tested) {
        return Optional.ofNullable(plan)
                .or(tested::plan)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "which plan? Give --plan, or name it in the configuration"));
    }

    private List<Waiver> waivers(Tested tested, Plan known) {
        Optional<String> file = Optional.ofNullable(waivers)
                .or(() -> tested.config().flatMap(ParticipantConfig::waivers).map(Path::toString));
        if (file.isEmpty()) {
            return List.of();
        }
        Checked<List<Waiver>> read = Waivers.read(file.get(), NamedFile.read(file.get(), terminal), known);
        FindingPrinter.print(read.findings(), terminal);
        return read.value().orElseThrow(() -> StopException.usage("the waivers in " + file.get() + " have mistakes"));
    }

    private Order order(Tested tested, Plan known, LocalDate day) {
        Order whole = Order.of(
                known, tested.party(known, day), day, out, Main.version().orElse("not packaged"));
        Order part = only.isEmpty() ? whole : whole.only(new Selection(only));
        return timeLimit == null ? part : part.within(timeLimit);
    }
}
