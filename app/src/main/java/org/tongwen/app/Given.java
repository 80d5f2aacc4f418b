package org.tongwen.app;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Context;
import org.tongwen.xsd.finding.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --given}: values that the institution's profile supplies. */
final class Given {

    record Value(String name, String value) {}

    @Option(
            names = "--given",
            paramLabel = "NAME=VALUE",
            description = "A value that the institution's profile supplies; may be repeated.",
            converter = Converter.class)
    private List<Value> values = List.of();

    @Option(
            names = "--assign-uetr",
            description = "Give a payment that has no UETR a new one, where the mapping takes the given value uetr.")
    private boolean assignsUetr;

    boolean assignsUetr() {
        return assignsUetr;
    }

    /** Real time, random identifiers, and what is given. */
    Context context() {
        Context context = Context.live(values());
        return assignsUetr ? context.assigningUetr() : context;
    }

    Map<String, String> values() {
        Map<String, String> byName = new LinkedHashMap<>();
        values.forEach(each -> byName.put(each.name(), each.value()));
        return byName;
    }

    /** Refuses a name that is given twice, since it is not clear which value counts. */
    void check(CommandSpec command) {
        Set<String> seen = new HashSet<>();
        for (Value each : values) {
            if (!seen.add(each.name())) {
                throw new ParameterException(command.commandLine(), "--given names '" + each.name() + "' twice");
            }
        }
        if (assignsUetr && seen.contains(Context.UETR)) {
            throw new ParameterException(command.commandLine(), "--given says the uetr that --assign-uetr would make");
        }
    }

    /** Refuses a name that the mapping does not take: it would have no effect, and was probably meant to have one. */
    void checkNames(Mapping mapping, CommandSpec command) {
        values.forEach(each -> checkName(each.name(), mapping, command));
        if (assignsUetr) {
            checkName(Context.UETR, mapping, command);
        }
    }

    private static void checkName(String name, Mapping mapping, CommandSpec command) {
        if (!mapping.given().contains(name)) {
            String unknown = "mapping " + mapping.name() + " takes no given value '" + name + "'";
            throw new ParameterException(command.commandLine(), unknown + Nearest.hint(name, mapping.given()));
        }
    }

    static final class Converter implements ITypeConverter<Value> {

        @Override
        public Value convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new TypeConversionException("'" + text + "' is not NAME=VALUE");
            }
            return new Value(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
