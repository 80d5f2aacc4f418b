package org.tongwen.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.finding.JsonReport;
import picocli.CommandLine.Option;

/** The options that every decision has. */
final class Reason {

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why. It is journalled with your name; the sender reads it when the message is refused.")
    private String reason;

    @Option(
            names = "--seen",
            paramLabel = "STEPS",
            description = "Decide only if the message still has that many steps, as when you looked at it.")
    private @Nullable Integer seen;

    /** As the body of a call. */
    byte[] json() {
        return JsonReport.object(json -> {
            json.writeStringField("reason", reason);
            if (seen != null) {
                json.writeNumberField("seen", seen);
            }
        });
    }

    /** As the parameters of a call. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("reason", reason);
        if (seen != null) {
            parameters.put("seen", seen.toString());
        }
        return parameters;
    }
}
