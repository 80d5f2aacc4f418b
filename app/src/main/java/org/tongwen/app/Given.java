package org.tongwen.app;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongwen.mappings.Mapping;
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
    }

    /** Refuses a name that the mapping does not take: it would have no effect, and was probably meant to have one. */
    void checkNames(Mapping mapping, CommandSpec command) {
        for (Value each : values) {
            if (!mapping.given().contains(each.name())) {
                String unknown = "mapping " + mapping.name() + " takes no given value '" + each.name() + "'";
                throw new ParameterException(
                        command.commandLine(), unknown + Nearest.hint(each.name(), mapping.given()));
            }
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
