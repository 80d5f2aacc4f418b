package org.tongwen.xsd.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.export.SchemaText;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.proof.Oracle;

/**
 * A text is a value of a simple type when the JDK's own validator says so: for each type that the built-in catalogue uses and for each
 * primitive, on texts that are made without asking our own validation.
 */
class TypeOracleTest {

    private static final String NAMESPACE = "urn:tongwen:types";
    private static final int LEAST_TYPES = 300;

    /** Equal for two types with the same values. */
    private record Values(Primitive primitive, List<Facet> facets) {
        Values(SimpleType type) {
            this(type.primitive(), type.facets());
        }
    }

    @Test
    void everyTypeOfTheCatalogueTakesWhatTheJdkTakes() {
        Collection<SimpleType> types = catalogue();
        assertThat(types).hasSizeGreaterThan(LEAST_TYPES);
        assertThat(differences(types)).isEmpty();
    }

    /** Not {@code anyURI}: no message uses it, we take any text for it, and the JDK asks for the URIs of RFC 2396. */
    @Test
    void everyPrimitiveWithoutFacetsTakesWhatTheJdkTakes() {
        assertThat(differences(Stream.of(Primitive.values())
                        .filter(primitive -> primitive != Primitive.ANY_URI)
                        .map(primitive -> new SimpleType(primitive.xmlName(), primitive, List.of()))
                        .toList()))
                .isEmpty();
    }

    private static List<String> differences(Collection<SimpleType> types) {
        return types.parallelStream()
                .flatMap(type -> differences(type).stream())
                .toList();
    }

    /** One document has all the texts, each on a line of its own, so that the JDK's complaints can be told apart by their lines. */
    private static List<String> differences(SimpleType type) {
        List<String> texts = Candidates.of(type, new Random(type.name().hashCode()));
        Set<Integer> refused = oracle(type).wrongLines(document(texts));
        assertThat(refused).as("the JDK on %s", type.name()).hasSizeBetween(0, texts.size() - 1);
        return IntStream.range(0, texts.size())
                .filter(i -> type.violation(texts.get(i)).isPresent() != refused.contains(i + 2))
                .mapToObj(i -> type.name() + " (" + type.primitive().xmlName() + ") '" + texts.get(i) + "': we say "
                        + type.violation(texts.get(i)) + ", the JDK " + (refused.contains(i + 2) ? "refuses" : "takes")
                        + " it")
                .toList();
    }

    private static byte[] document(List<String> texts) {
        StringBuilder xml = new StringBuilder("<Document xmlns='" + NAMESPACE + "'>");
        for (String text : texts) {
            xml.append("\n<Value>");
            text.codePoints().forEach(c -> xml.append("&#").append(c).append(';'));
            xml.append("</Value>");
        }
        return xml.append("</Document>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Oracle oracle(SimpleType type) {
        ElementDeclaration value = new ElementDeclaration("Value", 0, true, () -> type);
        Particle values = new Particle.Element(value, 1, Particle.UNBOUNDED);
        Particle all = new Particle.Sequence(List.of(values), 1, 1);
        ComplexType document = new ComplexType(
                "TestDocument", () -> new ComplexType.Content(Optional.of(all), List.of(), Optional.empty()));
        ElementDeclaration root = new ElementDeclaration("Document", 0, false, () -> document);
        return new Oracle(SchemaText.of(new MessageDefinition("test.001.001.01", NAMESPACE, root))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Collection<SimpleType> catalogue() {
        Map<Values, SimpleType> types = new LinkedHashMap<>();
        Set<Type> seen = new HashSet<>();
        for (String id : Catalogue.builtIn().ids()) {
            collect(Catalogue.builtIn().find(id).orElseThrow().root().type(), seen, types);
        }
        List<SimpleType> found = new ArrayList<>(types.values());
        found.sort(Comparator.comparing(SimpleType::name));
        return found;
    }

    private static void collect(Type type, Set<Type> seen, Map<Values, SimpleType> types) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof SimpleType simple) {
            types.putIfAbsent(new Values(simple), simple);
        } else if (type instanceof ComplexType complex) {
            complex.value().ifPresent(value -> collect(value, seen, types));
            complex.attributes().forEach(attribute -> collect(attribute.type(), seen, types));
            complex.elements().forEach(element -> collect(element.type(), seen, types));
        }
    }
}
