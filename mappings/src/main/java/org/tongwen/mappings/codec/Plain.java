package org.tongwen.mappings.codec;

import java.util.Set;
import org.tongwen.xsd.definition.Primitive;

/** No conversion: the text as it is. */
final class Plain extends TextCodec {

    @Override
    public Fidelity fidelity() {
        return Fidelity.EXACT;
    }

    @Override
    public Set<Primitive> fits() {
        return Values.ANY;
    }

    @Override
    public Converted<String> toIso(String source) {
        return Converted.of(source);
    }

    @Override
    public Converted<String> fromIso(String iso) {
        return Converted.of(iso);
    }
}
