package org.tongwen.mappings.format;

import com.networknt.schema.Error;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/**
 * The validator that has the last word on documents and says what is wrong with them. It never reads anything outside the schema's own
 * file. Loading it takes half a second in a fresh process, so it is made only for what {@link SchemaRule}s cannot prove.
 */
final class SchemaValidator {

    private static final SpecificationVersion USUAL = SpecificationVersion.DRAFT_2020_12;
    private static final Set<String> METASCHEMAS =
            Set.of("https://json-schema.org/draft/2020-12/", "http://json-schema.org/draft-07/");

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .regularExpressionFactory(SchemaValidator::expression)
            .preloadSchema(true)
            .build();

    private final Schema schema;

    private SchemaValidator(Schema schema) {
        this.schema = schema;
    }

    /**
     * The validator for a schema.
     *
     * @throws IllegalArgumentException when it does not take the schema
     */
    static SchemaValidator of(Tree schema) {
        try {
            return new SchemaValidator(registry().getSchema(JsonNodes.of(schema)));
        } catch (SchemaException e) {
            throw new IllegalArgumentException("the validator does not take this schema", e);
        }
    }

    /** The validator for schemas of a dialect. */
    static SchemaValidator ofDialect(String dialect) {
        return new SchemaValidator(registry().getSchema(SchemaLocation.of(dialect)));
    }

    /** A registry of its own for each schema: in a shared one, schemas of the same {@code $id} would stand for each other. */
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(
                USUAL,
                builder -> builder.schemaRegistryConfig(CONFIG)
                        .schemaLoader(loader -> loader.allow(iri -> isMetaschema(iri.toString()))));
    }

    private static boolean isMetaschema(String iri) {
        return METASCHEMAS.stream().anyMatch(iri::startsWith);
    }

    /** What in a document goes against the schema, in document order. */
    List<Finding> check(Tree document) {
        SchemaRun run = new SchemaRun(schema.createExecutionContext().getExecutionConfig());
        try {
            return SchemaFindings.of(document, schema.validate(run, JsonNodes.of(document), OutputFormat.DEFAULT));
        } catch (TooManyStepsException e) {
            return List.of(givenUp(document, e.value()));
        } catch (SchemaRun.EndedException e) {
            return ended(document, run.mistakes());
        }
    }

    private static List<Finding> ended(Tree document, List<Error> mistakes) {
        List<Finding> findings = new ArrayList<>(SchemaFindings.of(document, mistakes));
        if (mistakes.size() >= SchemaRun.ENOUGH) {
            String message = "the document has more mistakes than these, but the check ended here";
            findings.add(Finding.note("schema.CheckEnded", document.place(), message));
        } else {
            String message =
                    "the check ended before it was known which alternative of the schema is meant: with each there are too many mistakes";
            findings.add(Finding.error("schema.CheckEnded", document.place(), message));
        }
        return findings;
    }

    private static Finding givenUp(Tree document, String value) {
        Tree at = document.leaves()
                .filter(leaf -> leaf.value().equals(value))
                .findFirst()
                .orElse(document);
        String message = "cannot be compared with the schema's pattern in reasonable time, so the check ended here";
        return Finding.error("schema.Pattern", at.place(), message).value(value);
    }

    private static RegularExpression expression(String ecma) {
        SchemaPattern pattern = new SchemaPattern(ecma);
        return value -> switch (pattern.judge(value)) {
            case VALID -> true;
            case INVALID -> false;
            case UNKNOWN -> throw new TooManyStepsException(value);
        };
    }

    /** Matching took too many steps. The validator passes on exceptions of this type without logging the value. */
    private static final class TooManyStepsException extends SchemaException {

        private static final long serialVersionUID = 1L;

        private final String value;

        TooManyStepsException(String value) {
            super("too many steps");
            this.value = value;
        }

        String value() {
            return value;
        }
    }
}
