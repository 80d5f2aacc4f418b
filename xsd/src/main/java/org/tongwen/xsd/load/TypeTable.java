package org.tongwen.xsd.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, SimpleType> BUILT_IN = builtIn();

    private record Source(SchemaFile file, TypeSource text) {}

    private final @Nullable TypeTable shared;
    private final boolean plain;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Map<String, Type> types = new ConcurrentHashMap<>();

    /** Names of the types that threads are making, each behind the number of its thread. */
    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

    /**
     * A table that others share.
     *
     * @param plain whether schemas may have no namespace, so that their elements need not be qualified by one
     */
    TypeTable(boolean plain) {
        this.shared = null;
        this.plain = plain;
    }

    /** A table in front of a shared one. */
    TypeTable(TypeTable shared) {
        this.shared = shared;
        this.plain = shared.plain;
    }

    boolean isPlain() {
        return plain;
    }

    /** Adds the types of a file; a name may be defined once only. */
    void add(SchemaFile file) {
        for (Map.Entry<String, TypeSource> type : file.types().entrySet()) {
            String name = type.getKey();
            Source before = sources.put(name, new Source(file, type.getValue()));
            if (before != null) {
                throw new SchemaException(type.getValue().element().place(), "the type " + name + " is defined twice");
            }
        }
    }

    /** The type that a qualified name means where {@code user} uses it. */
    Type type(SchemaFile file, String qualifiedName, SchemaElement user) {
        String name = SchemaFile.local(qualifiedName);
        if (file.isBuiltIn(qualifiedName)) {
            SimpleType known = BUILT_IN.get(name);
            if (known == null) {
                throw new SchemaException(user.place(), "the type xs:" + name + " is not supported");
            }
            return known;
        }
        Type found = file.isForeign(qualifiedName) ? null : find(name);
        if (found == null) {
            throw new SchemaException(user.place(), "the type " + qualifiedName + " is not defined");
        }
        return found;
    }

    private static Map<String, SimpleType> builtIn() {
        Map<String, SimpleType> types = new HashMap<>();
        for (Primitive primitive : Primitive.values()) {
            types.put(primitive.xmlName(), new SimpleType(primitive.xmlName(), primitive, List.of()));
        }
        return types;
    }

    private @Nullable Type find(String name) {
        Source source = sources.get(name);
        if (source == null) {
            return shared == null ? null : shared.find(name);
        }
        Type known = types.get(name);
        return known == null ? make(name, source) : known;
    }

    private Type make(String name, Source source) {
        SchemaElement element = source.text().element();
        String making = Thread.currentThread().getId() + " " + name;
        if (!inProgress.add(making)) {
            throw new SchemaException(element.place(), "the type " + name + " restricts itself");
        }
        try {
            Type made = new TypeReader(this, source.file()).type(name, element);
            Type raced = types.putIfAbsent(name, made);
            return raced == null ? made : raced;
        } finally {
            inProgress.remove(making);
        }
    }
}
