package org.tongwen.mappings.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Reporting;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.mappings.sample.Sample;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/**
 * A sample of a mapping, translated to show its values.
 *
 * @param name the case's name
 * @param origin where its documents come from; empty when nobody says
 * @param translation what came of it
 * @param values the values on both sides; empty when there is no result
 */
record ShownSample(String name, String origin, Translation translation, Optional<RowValues> values) {

    /** The names of a mapping's cases, in order. */
    static List<String> cases(AuthoredMapping mapping) {
        return Sample.of(mapping).stream().map(Sample::name).toList();
    }

    /** Translates a case; empty when it holds no document of the institution. */
    static Optional<ShownSample> of(AuthoredMapping mapping, String name, Catalogue catalogue) {
        return Sample.of(mapping).stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .flatMap(sample -> sample.institution().map(document -> shown(mapping, sample, document, catalogue)));
    }

    private static ShownSample shown(AuthoredMapping mapping, Sample sample, Path document, Catalogue catalogue) {
        try {
            Context context = sample.context(Reporting.LINEAGE);
            return translated(mapping, sample, Files.readAllBytes(document), context, catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(document + " cannot be read", e);
        }
    }

    private static ShownSample translated(
            AuthoredMapping mapping, Sample sample, byte[] document, Context context, Catalogue catalogue)
            throws IOException {
        Translation translation = mapping.ready().translate(Direction.TO_ISO, document, context);
        Optional<Tree> source = mapping.plan().read(document).value();
        Optional<BusinessMessage> message = translation
                .result()
                .flatMap(xml ->
                        new MessageReader(catalogue, Limits.DEFAULT).read(xml).value());
        return new ShownSample(
                sample.name(),
                sample.terms().origin(),
                translation,
                source.flatMap(tree -> message.map(found -> new RowValues(tree, found, translation.exercised()))));
    }
}
