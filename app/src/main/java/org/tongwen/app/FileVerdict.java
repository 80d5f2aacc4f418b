package org.tongwen.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.rules.Profiled;
import org.tongwen.rules.VerdictJson;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.finding.VisibleText;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;

/**
 * What {@code validate} says about one file.
 *
 * @param file its name
 * @param kind the verdict
 * @param message identifier of the message in it, if it could be told
 * @param header identifier of the business header beside it
 * @param findings the reasons, at places in the file
 * @param rules what came of the rules of a profile, if one was asked for and the message could be read
 */
record FileVerdict(
        String file,
        Kind kind,
        Optional<String> message,
        Optional<String> header,
        List<Finding> findings,
        Optional<Profiled> rules) {

    /** The verdicts, and the exit code that each asks for; of several files the first kind here decides. */
    enum Kind {
        NOT_JUDGED(Exit.INTERNAL),
        TIMED_OUT(Exit.TIMED_OUT),
        INVALID(Exit.FINDINGS),
        UNREADABLE(Exit.FINDINGS),
        NOT_FOUND(Exit.NOT_FOUND),
        VALID(Exit.DONE);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }

        /** Whether the file was looked at to its end. */
        boolean isJudged() {
            return this == VALID || this == INVALID;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    FileVerdict {
        findings = List.copyOf(findings);
    }

    static FileVerdict of(String file, ProfileValidator.Result result) {
        Checked<BusinessMessage> message = result.message();
        boolean isJudged =
                result.rules().map(rules -> rules.judgement().isComplete()).orElse(true);
        Kind verdict = message.ok() ? Kind.VALID : Kind.INVALID;
        return new FileVerdict(
                file,
                isJudged ? verdict : Kind.NOT_JUDGED,
                message.value().map(read -> read.document().definition().id()),
                message.value()
                        .flatMap(BusinessMessage::header)
                        .map(header -> header.definition().id()),
                FindingPrinter.in(file, message.findings()),
                result.rules());
    }

    static FileVerdict without(String file, Kind kind, Finding reason) {
        return new FileVerdict(
                file,
                kind,
                Optional.empty(),
                Optional.empty(),
                FindingPrinter.in(file, List.of(reason)),
                Optional.empty());
    }

    /** One line, {@code FILE: valid pacs.008.001.08}, and under a profile what came of its rules. */
    String text() {
        return line() + rules.map(Profiled::text).orElse("");
    }

    /** One line: {@code FILE: valid pacs.008.001.08}. */
    String line() {
        String what = message.map(id -> " " + id).orElse("")
                + header.map(id -> " with " + id).orElse("");
        return VisibleText.of(file + ": " + kind.word().replace('-', ' ') + what) + count() + "\n";
    }

    /** The profile, the day and the digests of the rule packs that were asked; empty without a profile. */
    Map<String, String> judgedBy() {
        Map<String, String> by = new LinkedHashMap<>();
        rules.ifPresent(profiled -> {
            by.put("profile", profiled.profile());
            by.put("asOf", profiled.asOf().toString());
            profiled.judgement()
                    .editions()
                    .forEach(edition ->
                            by.put("pack " + edition.pack() + " " + edition.release(), "sha256:" + edition.digest()));
        });
        return by;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file);
        VerdictJson.fields(kind.word(), message, header, findings, rules, json);
        json.writeEndObject();
    }

    private String count() {
        long errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        if (kind != Kind.INVALID) {
            return "";
        }
        // Reader and rules keep no more.
        boolean more = findings.size() >= Limits.DEFAULT.maxFindings();
        return ", " + errors + (errors == 1 ? " error" : " errors")
                + (more ? ", and maybe more that are not listed" : "");
    }
}
