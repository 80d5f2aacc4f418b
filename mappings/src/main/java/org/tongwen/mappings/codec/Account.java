package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "account";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "An account number: `IBAN` when its check digits prove it one, else `Othr/Id`. For the element `Id`"
                                    + " of an account.")
                    .form("account", "any account number")
                    .lost("Nothing of the institution's. An IBAN that ISO has in `Othr/Id` would return as `IBAN`.")
                    .example(
                            "account",
                            Codec.Source.of("DE89370400440532013000"),
                            Map.of("IBAN", "DE89370400440532013000"))
                    .example("account", Codec.Source.of("990000000000004471"), Map.of("Othr/Id", "990000000000004471"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return arguments.isEmpty() ? Optional.of(new Account()) : Optional.empty();
        }
    }
}
