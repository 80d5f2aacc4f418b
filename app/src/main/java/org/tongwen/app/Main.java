package org.tongwen.app;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tongwen.mappings.Mappings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code tongwen} command. */
@Command(
        name = "tongwen",
        description = "Translates payments between an institution's own format and ISO 20022, and checks messages.",
        customSynopsis = "tongwen COMMAND ...",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "Exit codes: 0 done, 1 findings of severity error, 2 wrong usage, 3 not found, 4 held for repair, 70 internal error, 124 timed out.",
            "",
            "Example: tongwen validate payment.xml"
        })
public final class Main implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description =
                    "Show where in the program an internal error arose; so does the environment variable TONGWEN_DEBUG.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        // Ends also what --timeout left behind.
        Terminal terminal = Terminal.ofProcess();
        System.exit(run(terminal, Mappings::load, new HubServer(terminal), args));
    }

    /** Runs the command and gives its exit code. */
    static int run(Terminal terminal, MappingSource mappings, Server server, String... args) {
        Main main = new Main(terminal);
        try {
            return main.commandLine(mappings, server).execute(args);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return main.failures().internal(e);
        }
    }

    /** Called without a command. */
    @Override
    public Integer call() {
        terminal.complain("which command?");
        CommandLine.usage(spec.commandLine(), terminal.err(), Ansi.OFF);
        return Exit.USAGE;
    }

    private CommandLine commandLine(MappingSource mappings, Server server) {
        Failures failures = failures();
        CommandLine line = new CommandLine(this)
                .addSubcommand(new Serve(terminal, server))
                .addSubcommand(new HealthCommand(terminal))
                .addSubcommand(new Translate(terminal, mappings))
                .addSubcommand(new Validate(terminal, failures))
                .addSubcommand(map(mappings))
                .addSubcommand(new CommandLine(new MtCommand(terminal)).addSubcommand(new ShowMt(terminal)))
                .addSubcommand(journal())
                .addSubcommand(held())
                .addSubcommand(
                        new CommandLine(new ParticipantCommand(terminal)).addSubcommand(new CreateApiKey(terminal)))
                .addSubcommand(conformance())
                .addSubcommand(rules())
                .addSubcommand(xsd());
        return line.setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(120)
                .setOut(new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(terminal.err(), StandardCharsets.UTF_8), true))
                .setParameterExceptionHandler(new UsageErrors(terminal))
                .setExecutionExceptionHandler((exception, command, result) -> failures.exitCode(exception));
    }

    private CommandLine map(MappingSource mappings) {
        return new CommandLine(new MapCommand(terminal))
                .addSubcommand(new NewMapping(terminal))
                .addSubcommand(new InferSchema(terminal))
                .addSubcommand(new CheckMappings(terminal))
                .addSubcommand(new TestMappings(terminal))
                .addSubcommand(new TryMapping(terminal, Rounds::forever))
                .addSubcommand(new ShowMapping(terminal))
                .addSubcommand(new MappingTable(terminal))
                .addSubcommand(new MappingPage(terminal))
                .addSubcommand(new WhereUsed(terminal))
                .addSubcommand(new CompareMappings(terminal))
                .addSubcommand(new EditorSchemaCommand(terminal))
                .addSubcommand(new ListMappings(terminal, mappings));
    }

    private CommandLine journal() {
        CommandLine keys = new CommandLine(new JournalKeysCommand(terminal))
                .addSubcommand(new ShowJournalKeys(terminal))
                .addSubcommand(new RotateJournalKeys(terminal));
        return new CommandLine(new JournalCommand(terminal))
                .addSubcommand(new FindMessages(terminal))
                .addSubcommand(new ShowStory(terminal))
                .addSubcommand(new DeliverAgain(terminal))
                .addSubcommand(new VerifyJournal(terminal))
                .addSubcommand(keys);
    }

    private CommandLine held() {
        return new CommandLine(new HeldCommand(terminal))
                .addSubcommand(new ListHeld(terminal))
                .addSubcommand(new ShowHeld(terminal))
                .addSubcommand(new RepairHeld(terminal))
                .addSubcommand(new ReleaseHeld(terminal))
                .addSubcommand(new RefuseHeld(terminal));
    }

    private CommandLine conformance() {
        CommandLine keys = new CommandLine(new KeysCommand(terminal))
                .addSubcommand(new CreateKeys(terminal))
                .addSubcommand(new ShowKey(terminal));
        return new CommandLine(new ConformanceCommand(terminal))
                .addSubcommand(new ListPlans(terminal))
                .addSubcommand(new RunPlan(terminal, Clock.systemUTC()))
                .addSubcommand(new StartReference(terminal, Clock.systemUTC()))
                .addSubcommand(new WriteReport(terminal))
                .addSubcommand(new CompareRuns(terminal))
                .addSubcommand(new VerifyCertificate(terminal, Clock.systemUTC()))
                .addSubcommand(keys)
                .addSubcommand(new RevokeCertificate(terminal, Clock.systemUTC()));
    }

    private CommandLine rules() {
        return new CommandLine(new RulesCommand(terminal))
                .addSubcommand(new ListRules(terminal))
                .addSubcommand(new ExplainRule(terminal))
                .addSubcommand(new CoverRules(terminal))
                .addSubcommand(new ForecastRules(terminal))
                .addSubcommand(new CheckRules(terminal));
    }

    private CommandLine xsd() {
        return new CommandLine(new Xsd(terminal))
                .addSubcommand(new ShowDefinition(terminal))
                .addSubcommand(new ListDefinitions(terminal))
                .addSubcommand(new ExportDefinition(terminal))
                .addSubcommand(new CompareDefinitions(terminal))
                .addSubcommand(new ImportDefinitions(terminal));
    }

    private Failures failures() {
        return new Failures(terminal, () -> debug || terminal.isSet("TONGWEN_DEBUG"));
    }

    /** The program's version; empty when it was not packaged. */
    static Optional<String> version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tongwen " + version().orElse("(not packaged)")};
        }
    }
}
