package org.tongwen.mappings.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.PointerStep;
import org.tongwen.mappings.tree.Tree;

/** Follows {@code $ref} inside one schema file; nothing outside the file is ever read. */
final class JsonSchemaReferences {

    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SINGLE = List.of("not", "if", "then", "else");

    private final Tree schema;

    JsonSchemaReferences(Tree schema) {
        this.schema = schema;
    }

    /** What a reference points to; empty when there is no such place in the file. */
    Optional<Tree> target(Tree reference) {
        String written = reference.value();
        if (!written.startsWith("#")) {
            return Optional.empty();
        }
        String fragment = decoded(written.substring(1));
        return fragment.isEmpty() || fragment.startsWith("/")
                ? pointed(fragment)
                : anchored(schema, fragment).findFirst();
    }

    /** Whether checking one value by this schema leads back to the same schema with the same value. */
    boolean isEndless(Tree start) {
        return leadsBack(start, new HashSet<>());
    }

    private boolean leadsBack(Tree here, Set<Tree> way) {
        boolean back = !way.add(here) || sameValue(here).anyMatch(next -> leadsBack(next, way));
        way.remove(here);
        return back;
    }

    /** The schemas that a schema applies to the same value. */
    private Stream<Tree> sameValue(Tree here) {
        Stream<Tree> referred = here.field("$ref").flatMap(this::target).stream();
        Stream<Tree> listed =
                LISTS.stream().flatMap(name -> here.field(name).stream()).flatMap(list -> list.items().stream());
        Stream<Tree> single = SINGLE.stream().flatMap(name -> here.field(name).stream());
        return Stream.concat(referred, Stream.concat(listed, single));
    }

    private Optional<Tree> pointed(String pointer) {
        Optional<Tree> here = Optional.of(schema);
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = PointerStep.name(step);
            here = here.flatMap(tree -> tree.kind() == Tree.Kind.LIST ? item(tree, name) : tree.field(name));
        }
        return here;
    }

    private static Optional<Tree> item(Tree list, String position) {
        return position.matches("[0-9]{1,6}")
                ? list.items().stream().skip(Integer.parseInt(position)).findFirst()
                : Optional.empty();
    }

    private static Stream<Tree> anchored(Tree tree, String name) {
        boolean here = tree.field("$anchor")
                .filter(anchor -> anchor.value().equals(name))
                .isPresent();
        Stream<Tree> below = Stream.concat(tree.fields().values().stream(), tree.items().stream());
        return Stream.concat(here ? Stream.of(tree) : Stream.empty(), below.flatMap(field -> anchored(field, name)));
    }

    /** Percent signs decoded; a plus sign is no blank in a fragment. */
    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }
}
