package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code proxy(EWAL)}: an alias of an account and what kind of alias it is. */
final class Proxy implements Codec {

    private static final String CODE = "Tp/Cd";
    private static final String OWN = "Tp/Prtry";
    private static final String ID = "Id";

    /** ExternalProxyAccountType1Code. */
    private static final Set<String> CODES = new TreeSet<>(List.of(
            "TELE EMAL DNAM CINC COTX COID CUST DRLC EIDN EWAL PVTX LEIC MBNO NIDN CCPT SHID SOSE TOKN UBIL VIPN BIID"
                    .split(" ")));

    private final String typePath;
    private final String type;

    private Proxy(String typePath, String type) {
        this.typePath = typePath;
        this.type = type;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.EXACT;
    }

    @Override
    public List<String> isoPaths() {
        return List.of(CODE, OWN, ID);
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        return Converted.of(Map.of(typePath, type, ID, source.value()));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        String id = iso.get(ID);
        return type.equals(iso.get(typePath)) && id != null
                ? Converted.of(Source.of(id))
                : Converted.refused(
                        "codec.Proxy",
                        "is an alias of another kind than " + type,
                        "where several kinds occur, a choice with a case for each tells them apart");
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "proxy";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "An alias of an account, such as a wallet, a telephone number or an e-mail address, and its kind. For"
                                    + " the element `Prxy` of an account.")
                    .form("proxy(EWAL)", "a kind of the ISO list: " + String.join(", ", CODES))
                    .form("proxy(prtry WECHAT_OPENID)", "a kind of one's own")
                    .lost("Nothing; an alias of another kind is refused on the way back.")
                    .example("proxy(EWAL)", Codec.Source.of("W-90211"), Map.of("Tp/Cd", "EWAL", "Id", "W-90211"))
                    .example(
                            "proxy(prtry WECHAT_OPENID)",
                            Codec.Source.of("oDEMO0000000000000000000001"),
                            Map.of("Tp/Prtry", "WECHAT_OPENID", "Id", "oDEMO0000000000000000000001"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            List<String> words = Arguments.words(arguments);
            if (words.size() == 2 && words.get(0).equals("prtry")) {
                return Optional.of(new Proxy(OWN, words.get(1)));
            }
            return Arguments.only(words).filter(CODES::contains).map(code -> new Proxy(CODE, code));
        }
    }
}
