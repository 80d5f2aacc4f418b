package org.tongwen.xsd.definition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value worked out when first asked for, once, and safe to ask for from many threads. */
public final class Lazy<T> implements Supplier<T> {

    private @Nullable Supplier<? extends T> source;
    private volatile @Nullable T value;
    private boolean making;

    /** Remembers how to make the value. */
    public Lazy(Supplier<? extends T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        return known != null ? known : make();
    }

    private synchronized T make() {
        T known = value;
        if (known != null) {
            return known;
        }
        Supplier<? extends T> maker = source;
        if (making || maker == null) {
            throw new IllegalStateException("a value was asked for while it was being made");
        }
        making = true;
        try {
            T made = maker.get();
            value = made;
            source = null;
            return made;
        } finally {
            making = false;
        }
    }
}
