package org.tongwen.conformance.report;

import java.util.Locale;
import java.util.Optional;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.run.Outcome;

/** Words that more than one part of a report uses. */
final class Words {

    private Words() {}

    /** What people call an outcome. */
    static String of(Outcome outcome) {
        return Standing.valueOf(outcome.name()).words();
    }

    /** The class of the style for an outcome. */
    static String kind(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The command that runs one case again. */
    static String command(RunReport report, String tried) {
        return "./tongwen conformance run --plan "
                + quoted(setting(report, "plan").orElse(report.run().plan().id()))
                + " --participant "
                + quoted(setting(report, "participant")
                        .orElse(report.run().participant().id()))
                + " --only " + quoted(tried) + " --out again";
    }

    private static Optional<String> setting(RunReport report, String name) {
        return report.configuration().stream()
                .filter(each -> each.name().equals(name))
                .map(RunReport.Setting::value)
                .findFirst();
    }

    /** As one word of a shell. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9._:/@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
