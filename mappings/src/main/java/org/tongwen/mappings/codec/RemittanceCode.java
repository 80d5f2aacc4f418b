package org.tongwen.mappings.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code remittance-code(structured)}, {@code remittance-code(related)}: what ISO has in elements on the documents that a payment is for, as
 * one text behind the code words of SWIFT MT. Several references stand behind one another with two strokes between them.
 */
final class RemittanceCode implements Codec {

    private static final String INVOICE = "/INV/";
    private static final String REFERENCE = "/RFB/";
    private static final int MOST = 5;

    /** The places that are read and the code word of each; without one it is text. */
    private final Map<String, String> words;

    private final String whole;

    private RemittanceCode(Map<String, String> words, String whole) {
        this.words = words;
        this.whole = whole;
    }

    private static RemittanceCode structured() {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 1; i <= MOST; i++) {
            words.put("RfrdDocInf[" + i + "]/Nb", REFERENCE);
            words.put(type(i), "");
        }
        words.put("CdtrRefInf/Ref", REFERENCE);
        for (int i = 1; i <= MOST; i++) {
            words.put("AddtlRmtInf[" + i + "]", "");
        }
        return new RemittanceCode(words, "AddtlRmtInf[1]");
    }

    private static String type(int document) {
        return "RfrdDocInf[" + document + "]/Tp/CdOrPrtry/Cd";
    }

    private static RemittanceCode related() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("RmtId", "/RELID/");
        words.put("RmtLctnDtls[1]/ElctrncAdr", "/URI/");
        return new RemittanceCode(words, "RmtId");
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.LOSSY;
    }

    @Override
    public List<String> isoPaths() {
        return List.copyOf(words.keySet());
    }

    @Override
    public boolean worksWith(Set<String> places) {
        return !places.isEmpty();
    }

    /** Such text is not taken apart. */
    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        return Converted.of(Map.of(whole, source.value()));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (Map.Entry<String, String> place : words.entrySet()) {
            String value = place.getKey().endsWith("/Cd")
                    ? ""
                    : iso.getOrDefault(place.getKey(), "").strip();
            if (!value.isEmpty()) {
                String word = word(place.getKey(), place.getValue(), iso);
                text.append(text.isEmpty() ? "" : word.isEmpty() ? " " : "//");
                text.append(word.equals(before) || value.startsWith(word) ? "" : word)
                        .append(value);
                before = word;
            }
        }
        // A document of which only the type is known.
        return Converted.of(Source.of(text.isEmpty() ? String.join(" ", iso.values()) : text.toString()));
    }

    /** A commercial invoice has a code word of its own. */
    private static String word(String path, String word, Map<String, String> iso) {
        boolean invoice = path.endsWith("/Nb")
                && "CINV".equals(iso.get(path.substring(0, path.length() - "Nb".length()) + "Tp/CdOrPrtry/Cd"));
        return invoice ? INVOICE : word;
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "remittance-code";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "References to documents as text behind the code words of SWIFT MT. Such text is not taken apart again:"
                                    + " towards ISO it is `AddtlRmtInf` or `RmtId`. Several stand behind one another with two strokes between them, the code word"
                                    + " once for references of one kind.")
                    .form(
                            "remittance-code(structured)",
                            "for `Strd`: numbers of documents behind `/INV/` when they are commercial invoices (`CINV`), else `/RFB/`;"
                                    + " the creditor's reference behind `/RFB/`; then `AddtlRmtInf` as text")
                    .form(
                            "remittance-code(related)",
                            "for `RltdRmtInf`: the identification behind `/RELID/`, an electronic address behind `/URI/`")
                    .lost(
                            "All else that the elements have: types, dates, amounts, parties. Beyond five documents, those behind.")
                    .example(
                            "remittance-code(structured)",
                            Codec.Source.of("third delivery"),
                            Map.of("AddtlRmtInf[1]", "third delivery"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.only(arguments).flatMap(form -> switch (form) {
                case "structured" -> Optional.of(structured());
                case "related" -> Optional.of(related());
                default -> Optional.empty();
            });
        }
    }
}
