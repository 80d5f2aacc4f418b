package org.tongwen.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.xsd.finding.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options {@code --profile} and {@code --as-of}: whose rules the messages that are made must keep to, and as of which day. */
final class ProfileOptions {

    /** The option {@code --profile} alone, for a hub, where it is always today. */
    static final class Name {

        @Option(
                names = "--profile",
                paramLabel = "NAME",
                converter = Names.class,
                description =
                        "Hold payments that break rules of this scheme: cbpr-plus, fednow, sepa-sct, sepa-sct-inst,"
                                + " wallet-interop, or none."
                                + " Default: what the mapping says")
        private @Nullable String name;

        Profile profile() {
            return Optional.ofNullable(name).map(Profile::of).orElse(Profile.USUAL);
        }
    }

    @Mixin
    private Name name;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            converter = Day.class,
            description = "The day whose rules count. Default: today")
    private @Nullable LocalDate asOf;

    Profile profile() {
        Profile named = name.profile();
        return asOf == null ? named : named.asOf(asOf);
    }

    /** Refuses a day without rules: it would have no effect, and was probably meant to have one. */
    void check(Mapping mapping, CommandSpec command) {
        Profile usual = mapping.profile().map(Profile::of).orElse(Profile.of(Profile.NONE));
        if (asOf != null && profile().or(usual).scheme().equals(Optional.of(Profile.NONE))) {
            throw new ParameterException(
                    command.commandLine(), "--as-of says nothing without the rules of a profile; add --profile");
        }
    }

    static final class Names implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (!Profile.names().contains(text)) {
                throw new TypeConversionException("there is no profile '" + text + "'"
                        + Nearest.hint(text, Profile.names()) + "; profiles: " + String.join(", ", Profile.names()));
            }
            return text;
        }
    }

    static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is not a day such as 2026-11-14");
            }
        }
    }
}
