package org.tongwen.xsd.outline;

import java.util.List;
import java.util.Optional;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/** A type in a few words: its name, and the lengths or codes that a value may have. */
public final class TypeText {

    private static final int SHOWN_CODES = 12;

    private TypeText() {}

    /** Such as {@code Max35Text, 1 to 35 characters} or {@code ChargeBearerType1Code, one of DEBT, CRED, SHAR, SLEV}. */
    public static String of(Type type) {
        String facts = value(type).map(ValueFacts::of).map(TypeText::facts).orElse("");
        return facts.isEmpty() ? type.name() : type.name() + ", " + facts;
    }

    /** The type of the text that an element of that type holds; empty when it holds elements. */
    public static Optional<SimpleType> value(Type type) {
        if (type instanceof SimpleType simple) {
            return Optional.of(simple);
        }
        return type instanceof ComplexType complex ? complex.value() : Optional.empty();
    }

    private static String facts(ValueFacts facts) {
        List<String> codes = facts.codes();
        if (codes.isEmpty()) {
            return facts.lengths().orElse("");
        }
        String shown = String.join(", ", codes.subList(0, Math.min(SHOWN_CODES, codes.size())));
        int more = codes.size() - SHOWN_CODES;
        return (codes.size() == 1 ? "only " : "one of ") + shown + (more > 0 ? " and " + more + " more" : "");
    }
}
