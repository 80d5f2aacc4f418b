package org.tongwen.app;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.rules.pack.RulePacks;
import org.tongwen.xsd.finding.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options {@code --profile} and {@code --as-of}: by which rules messages that somebody made are judged, and as of which day. */
final class RuleOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = Packs.class,
            description =
                    "Judge by these rules too: iso, cbpr-plus, sepa-sct, sepa-sct-inst, fednow or wallet-interop.")
    private @Nullable String profile;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = ProfileOptions.Day.class,
            description = "The day whose rules count. Default: today")
    private @Nullable LocalDate asOf;

    /** What judges messages as these options say. */
    Validation validation(CommandSpec command, MessageValidator definitions) {
        if (profile == null) {
            if (asOf != null) {
                throw new ParameterException(
                        command.commandLine(), "--as-of says nothing without the rules of a profile; add --profile");
            }
            return xml -> new ProfileValidator.Result(definitions.validate(xml), Optional.empty());
        }
        try {
            return new ProfileValidator(definitions, profile, day())::validate;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private LocalDate day() {
        return asOf == null ? LocalDate.now() : asOf;
    }

    static final class Packs implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (!RulePacks.profiles().contains(text)) {
                throw new TypeConversionException("there is no profile '" + text + "'"
                        + Nearest.hint(text, RulePacks.profiles()) + "; profiles: "
                        + String.join(", ", RulePacks.profiles()));
            }
            return text;
        }
    }
}
