package org.tongwen.mappings.codec;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/** Kinds of ISO values that codecs write. */
final class Values {

    /** Text of any kind. */
    static final Set<Primitive> TEXT =
            of(EnumSet.of(Primitive.STRING, Primitive.NORMALIZED_STRING, Primitive.TOKEN, Primitive.ANY_URI));

    /** Numbers, and text that holds digits. */
    static final Set<Primitive> NUMBERS = with(TEXT, Primitive.DECIMAL, Primitive.INTEGER);

    /** Dates, and text that holds one. */
    static final Set<Primitive> DATES = with(TEXT, Primitive.DATE);

    /** Dates with times, and text that holds one. */
    static final Set<Primitive> DATE_TIMES = with(TEXT, Primitive.DATE_TIME);

    /** Times of a day, and text that holds one. */
    static final Set<Primitive> TIMES = with(TEXT, Primitive.TIME);

    /** Everything but dates and times, which have codecs of their own. */
    static final Set<Primitive> UNDATED =
            of(EnumSet.complementOf(EnumSet.of(Primitive.DATE, Primitive.DATE_TIME, Primitive.TIME)));

    /** Everything. */
    static final Set<Primitive> ANY = of(EnumSet.allOf(Primitive.class));

    private Values() {}

    /** Text and the kinds given. */
    static Set<Primitive> with(Set<Primitive> some, Primitive... more) {
        EnumSet<Primitive> all = EnumSet.copyOf(some);
        Collections.addAll(all, more);
        return of(all);
    }

    private static Set<Primitive> of(EnumSet<Primitive> set) {
        return Collections.unmodifiableSet(set);
    }
}
