package org.tongwen.mappings.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.rules.condition.Path;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.load.Catalogue;

/** The names that conditions may use of one kind of document. */
final class Names {

    private static final String APP_HDR = "AppHdr";

    /** What stands at a name: what is below it, by name. */
    private interface Spot {
        Optional<Spot> below(String name);
    }

    private final Spot root;
    private final Function<String, String> words;

    private Names(Spot root, Function<String, String> words) {
        this.root = root;
        this.words = words;
    }

    /** Those of an institution's documents. */
    static Names of(SourceFormat format) {
        return new Names(field(format.schema()), step -> "the source has no field " + step);
    }

    private static Spot field(SourceField field) {
        return name -> field.field(name).map(Names::field);
    }

    /** Those of a message and its header. */
    static Names of(MessageDefinition message, Catalogue catalogue) {
        Spot document = element(message.root());
        List<Spot> headers = catalogue.ids().stream()
                .filter(id -> id.startsWith("head.001."))
                .flatMap(id -> catalogue.find(id).stream())
                .map(header -> element(header.root()))
                .toList();
        Spot header = name ->
                headers.stream().flatMap(each -> each.below(name).stream()).findFirst();
        return new Names(
                name -> name.equals(APP_HDR) ? Optional.of(header) : document.below(name),
                step -> message.id() + " has no element " + step);
    }

    private static Spot element(ElementDeclaration element) {
        return name ->
                element.type() instanceof ComplexType type ? type.element(name).map(Names::element) : Optional.empty();
    }

    /** What is wrong with a path, if anything. */
    Optional<String> unknown(Path path) {
        Optional<Spot> spot = Optional.of(root);
        for (int i = 0; i < path.steps().size(); i++) {
            Path.Step step = path.steps().get(i);
            spot = spot.flatMap(at -> at.below(step.name()));
            boolean isKnown = spot.isPresent()
                    && (!(step.pick().orElse(null) instanceof Path.Having having)
                            || spot.get().below(having.field()).isPresent());
            if (!isKnown) {
                return Optional.of(words.apply(shown(path.steps().subList(0, i + 1).stream())));
            }
        }
        return Optional.empty();
    }

    private static String shown(Stream<Path.Step> steps) {
        return steps.map(Path.Step::toString).collect(Collectors.joining("."));
    }
}
