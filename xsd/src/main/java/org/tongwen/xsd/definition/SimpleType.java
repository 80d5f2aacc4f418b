package org.tongwen.xsd.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type of text: a primitive and the facets that restrict it. */
public final class SimpleType implements Type {

    private final String name;
    private final Primitive primitive;
    private final List<Facet> facets;

    /** Made when first needed; two threads may both make it, to the same effect. */
    private @Nullable ValueRules rules;

    /**
     * Describes a type.
     *
     * @param name the standard's name
     * @param primitive what the text stands for
     * @param facets all facets, those of a base type first
     */
    public SimpleType(String name, Primitive primitive, List<Facet> facets) {
        this.name = name;
        this.primitive = primitive;
        this.facets = List.copyOf(facets);
    }

    @Override
    public String name() {
        return name;
    }

    /** What the text stands for. */
    public Primitive primitive() {
        return primitive;
    }

    /** All facets, those of a base type first. */
    public List<Facet> facets() {
        return facets;
    }

    /** Whether it is a type of XML Schema itself, such as {@code xs:date}. */
    public boolean isBuiltIn() {
        return facets.isEmpty() && name.equals(primitive.xmlName());
    }

    /** The value as the type's white space rule leaves it: unchanged for text, without outer blanks for the rest. */
    public String normal(String text) {
        return Lexical.collapse(primitive, text);
    }

    /** Why the text is not a value of this type; empty when it is one. */
    public Optional<Violation> violation(String text) {
        return rules().violation(normal(text));
    }

    /** The facets of one kind. */
    public <F extends Facet> Stream<F> facets(Class<F> kind) {
        return facets.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Greatest length in characters, if the type has one. */
    public Optional<Integer> maxLength() {
        Stream<Integer> limits = Stream.concat(
                facets(Facet.MaxLength.class).map(Facet.MaxLength::value),
                facets(Facet.Length.class).map(Facet.Length::value));
        return limits.min(Integer::compare);
    }

    /** The values allowed, in the schema's order; empty when the type is not a code list. */
    public List<String> values() {
        List<Facet.Enumeration> lists = facets(Facet.Enumeration.class).toList();
        return lists.isEmpty()
                ? List.of()
                : List.copyOf(lists.get(lists.size() - 1).values());
    }

    @Override
    public String toString() {
        return name;
    }

    private ValueRules rules() {
        ValueRules known = rules;
        if (known == null) {
            known = ValueRules.of(primitive, facets);
            rules = known;
        }
        return known;
    }
}
