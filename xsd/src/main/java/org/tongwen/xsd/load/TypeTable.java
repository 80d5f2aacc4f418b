package org.tongwen.xsd.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;

/**
 * The named types of a set of schema files, made when first asked for. Each message has a table of its own types in front of the table
 * that all messages of a library share.
 */
final class TypeTable {

    private record Source(SchemaFile file, SchemaElement element) {}

    /** A type that a thread is making. */
    private record Making(String name, Thread thread) {}

    private final @Nullable TypeTable shared;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Map<String, Type> types = new ConcurrentHashMap<>();
    private final Set<Making> inProgress = ConcurrentHashMap.newKeySet();

    /** A table that others share. */
    TypeTable() {
        this.shared = null;
    }

    /** A table in front of a shared one. */
    TypeTable(TypeTable shared) {
        this.shared = shared;
    }

    /** Adds the types of a file; a name may be defined once only. */
    void add(SchemaFile file) {
        for (String kind : List.of("simpleType", "complexType")) {
            file.components(kind).forEach((name, element) -> {
                Source before = sources.put(name, new Source(file, element));
                if (before != null) {
                    throw new SchemaException(element.place(), "the type " + name + " is defined twice");
                }
            });
        }
    }

    /** The type that a qualified name means where {@code user} uses it. */
    Type type(SchemaFile file, String qualifiedName, SchemaElement user) {
        String name = SchemaFile.local(qualifiedName);
        return file.isBuiltIn(qualifiedName)
                ? builtIn(name, user)
                : find(name)
                        .orElseThrow(() ->
                                new SchemaException(user.place(), "the type " + qualifiedName + " is not defined"));
    }

    private static Type builtIn(String name, SchemaElement user) {
        return Primitive.named(name)
                .map(primitive -> new SimpleType(name, primitive, List.of()))
                .orElseThrow(() -> new SchemaException(user.place(), "the type xs:" + name + " is not supported"));
    }

    private Optional<Type> find(String name) {
        Source source = sources.get(name);
        if (source == null) {
            return shared == null ? Optional.empty() : shared.find(name);
        }
        Type known = types.get(name);
        return Optional.of(known == null ? make(name, source) : known);
    }

    private Type make(String name, Source source) {
        Making making = new Making(name, Thread.currentThread());
        if (!inProgress.add(making)) {
            throw new SchemaException(source.element().place(), "the type " + name + " restricts itself");
        }
        try {
            Type made = new TypeReader(this, source.file()).type(name, source.element());
            Type raced = types.putIfAbsent(name, made);
            return raced == null ? made : raced;
        } finally {
            inProgress.remove(making);
        }
    }
}
