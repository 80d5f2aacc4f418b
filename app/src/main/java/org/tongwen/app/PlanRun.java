package org.tongwen.app;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.TestExecutionListener;
import org.tongwen.conformance.certificate.Certificate;
import org.tongwen.conformance.certificate.Issuer;
import org.tongwen.conformance.certificate.PlanIdentity;
import org.tongwen.conformance.certificate.SigningKey;
import org.tongwen.conformance.certificate.Waiver;
import org.tongwen.conformance.engine.Certification;
import org.tongwen.conformance.engine.Order;
import org.tongwen.conformance.engine.ProgressLines;
import org.tongwen.conformance.engine.Rerun;
import org.tongwen.conformance.engine.Selection;
import org.tongwen.conformance.participant.ParticipantConfig;
import org.tongwen.conformance.report.RunReport;
import org.tongwen.conformance.report.TerminalText;
import org.tongwen.conformance.report.Verdict;
import org.tongwen.conformance.run.RunResult;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.VisibleText;

/** A run of a plan, from the first request to what lies in its folder. */
final class PlanRun {

    private static final int LONGEST_LINE = 300;
    private static final int MOST_REASONS = 20;

    private final Order order;
    private final Tested tested;
    private final List<Waiver> waivers;
    private final LocalDate today;
    private final RunFolder folder;
    private final Terminal terminal;

    PlanRun(Order order, Tested tested, List<Waiver> waivers, LocalDate today, RunFolder folder, Terminal terminal) {
        this.order = order;
        this.tested = tested;
        this.waivers = waivers;
        this.today = today;
        this.folder = folder;
        this.terminal = terminal;
    }

    /** Runs what was ordered, and certifies it if somebody signs and nothing stands against it. */
    int whole(Optional<SigningKey> issuer, int days) {
        boolean isFirst = !folder.holdsRun();
        RunResult run = told(Certification.run(order.into(folder.forNext()), progress()));
        if (!run.preflight().ok() && !isFirst) {
            return kept();
        }
        Optional<Checked<Issuer.Signed>> issue = issuer.map(key -> Issuer.issue(run, waivers, key, today, days));
        Optional<Issuer.Signed> signed = issue.flatMap(Checked::value);
        RunReport report = report(run, signed.map(PlanRun::issued));
        folder.write(report, false);
        terminal.result(TerminalText.of(report));
        signed.ifPresent(each -> terminal.result("Certificate: " + folder.write(each) + ", valid until "
                + each.certificate().validUntil() + "\n"));
        if (issue.isPresent() && signed.isEmpty()) {
            refused(issue.get().findings());
        }
        return exitCode(report);
    }

    private void refused(List<Finding> reasons) {
        terminal.complain("no certificate is issued:");
        FindingPrinter.print(reasons.stream().limit(MOST_REASONS).toList(), terminal);
        if (reasons.size() > MOST_REASONS) {
            terminal.complain((reasons.size() - MOST_REASONS) + " more reasons stand in the report");
        }
    }

    /** Runs again what did not pass before, and reports it together with what did. The chain of evidence goes on. */
    int again(RunReport earlier) {
        RunResult before = earlier.run();
        sameAs(before);
        Selection failed = Selection.failedIn(before);
        if (failed.isAll()) {
            throw StopException.usage("everything passed in the run before; there is nothing to run again");
        }
        Order part = order.only(failed).into(folder.forRerun());
        RunResult fresh = told(Certification.goOn(part, before.evidence(), progress()));
        if (!fresh.preflight().ok()) {
            return kept();
        }
        RunReport report = report(Rerun.of(before, fresh), Optional.empty());
        folder.write(report, true);
        terminal.result(TerminalText.of(report));
        return exitCode(report);
    }

    /** Results of different plans, rules or participants are none together. */
    private void sameAs(RunResult before) {
        String other = !before.plan().digest().equals(order.plan().digest())
                ? "plan"
                : !before.packs().equals(order.judge().packs())
                                || !before.asOf().equals(order.asOf())
                        ? "day of the rules, or a rule pack,"
                        : !tested.is(before.participant()) ? "participant" : "";
        if (!other.isEmpty()) {
            throw StopException.usage("the " + other + " is not the one of the run before; run all of it");
        }
    }

    private int kept() {
        folder.drop();
        terminal.complain("nothing was run; the run in " + folder + " stays as it was");
        return Exit.USAGE;
    }

    private TestExecutionListener progress() {
        PlanIdentity.warning(order.plan()).ifPresent(each -> FindingPrinter.print(List.of(each), terminal));
        return new ProgressLines(this::progress);
    }

    private RunResult told(RunResult run) {
        FindingPrinter.print(run.preflight().findings(), terminal);
        return run;
    }

    /** A participant can put any text into the reason that stands below a line. */
    private void progress(String lines) {
        lines.lines()
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .forEach(line -> terminal.err().print(VisibleText.of(line) + "\n"));
        terminal.err().flush();
    }

    private RunReport report(RunResult run, Optional<RunReport.Issued> issued) {
        List<RunReport.Setting> settings = new ArrayList<>(
                List.of(new RunReport.Setting("plan", order.plan().id())));
        settings.addAll(tested.settings());
        return new RunReport(run, waivers, settings, today, issued);
    }

    private static RunReport.Issued issued(Issuer.Signed signed) {
        Certificate certificate = signed.certificate();
        return new RunReport.Issued(certificate.id(), certificate.issuer(), certificate.validUntil());
    }

    private int exitCode(RunReport report) {
        return switch (Verdict.of(report)) {
            case CONFIGURATION -> Exit.USAGE;
            case SUITE_ERROR -> Exit.INTERNAL;
            case NOT_CONFORMANT, INCOMPLETE -> isTimeOver(report.run()) ? Exit.TIMED_OUT : Exit.FINDINGS;
            case WAIVED, CONFORMANT -> Exit.DONE;
        };
    }

    private boolean isTimeOver(RunResult run) {
        Duration limit = order.limit()
                .or(() -> tested.config().map(config -> config.limits().run()))
                .orElse(ParticipantConfig.Limits.DEFAULT.run());
        return run.incomplete().isPresent()
                && Duration.between(run.started(), run.ended()).compareTo(limit) >= 0;
    }
}
