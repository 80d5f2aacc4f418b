package org.tongwen.mappings.tree;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The fields of an object as a map that cannot be changed. */
final class FieldMap extends AbstractMap<String, Tree> {

    private final Tree object;
    private final List<String> names;
    private final List<Tree> values;

    FieldMap(Tree object, List<String> names, List<Tree> values) {
        this.object = object;
        this.names = names;
        this.values = values;
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && object.has(text);
    }

    @Override
    public @Nullable Tree get(@Nullable Object name) {
        return name instanceof String text ? object.field(text).orElse(null) : null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Tree> action) {
        for (int i = 0; i < names.size(); i++) {
            action.accept(names.get(i), values.get(i));
        }
    }

    @Override
    public Set<Map.Entry<String, Tree>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Tree>> {

        @Override
        public int size() {
            return FieldMap.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, Tree>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.size();
                }

                @Override
                public Map.Entry<String, Tree> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    Map.Entry<String, Tree> field = Map.entry(names.get(next), values.get(next));
                    next++;
                    return field;
                }
            };
        }
    }
}
