package org.tongwen.app;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.rules.MessageValidator;
import org.tongwen.rules.ProfileValidator;
import org.tongwen.rules.pack.RuleLibrary;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options {@code --profile} and {@code --as-of}: by which rules messages that somebody made are judged, and as of which day. */
final class RuleOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Judge by these rules too: iso, cbpr-plus, sepa-sct, sepa-sct-inst, fednow, wallet-interop, or a pack of"
                            + " your own.")
    private @Nullable String profile;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = ProfileOptions.Day.class,
            description = "The day whose rules count. Default: today")
    private @Nullable LocalDate asOf;

    @Mixin
    private LibraryOptions own;

    /** What judges messages as these options say. */
    Validation validation(CommandSpec command, Catalogue catalogue, MessageValidator definitions, Terminal terminal) {
        RuleLibrary library = own.library(catalogue, terminal);
        if (profile == null) {
            if (asOf != null) {
                throw new ParameterException(
                        command.commandLine(), "--as-of says nothing without the rules of a profile; add --profile");
            }
            return xml -> new ProfileValidator.Result(definitions.validate(xml), Optional.empty());
        }
        return validator(
                        definitions,
                        library,
                        LibraryOptions.known(profile, library),
                        asOf == null ? LocalDate.now() : asOf)::validate;
    }

    /** A validator by a profile; a day without rules is the user's to repair. */
    static ProfileValidator validator(
            MessageValidator definitions, RuleLibrary library, String profile, LocalDate day) {
        try {
            return new ProfileValidator(definitions, library, profile, day);
        } catch (IllegalArgumentException e) {
            throw StopException.usage(String.valueOf(e.getMessage()));
        }
    }
}
