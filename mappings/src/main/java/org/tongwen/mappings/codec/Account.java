package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import org.tongwen.rules.identifier.Iban;

/**
 * {@code account}: an account number as IBAN when its check digits prove it one, else as {@code Othr/Id}. An IBAN with blanks or in lower
 * case stays as it is, in {@code Othr/Id}. An IBAN that ISO has in {@code Othr/Id} would return as IBAN.
 */
final class Account implements Codec {

    private static final String IBAN = "IBAN";
    private static final String OTHER = "Othr/Id";

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public List<String> isoPaths() {
        return List.of(IBAN, OTHER);
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        return Converted.of(Map.of(Iban.isValid(source.value()) ? IBAN : OTHER, source.value()));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        String iban = iso.get(IBAN);
        return Converted.of(Source.of(iban != null ? iban : iso.getOrDefault(OTHER, "")));
    }
}
