package org.tongwen.mappings.codec;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code code(table)}: the institution's codes and the ISO codes, one to one. */
final class Code extends TextCodec {

    private final String table;
    private final Map<String, String> codes;
    private final Map<String, String> back = new LinkedHashMap<>();

    Code(String table, Map<String, String> codes) {
        this.table = table;
        this.codes = codes;
        codes.forEach((source, iso) -> back.put(iso, source));
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.EXACT;
    }

    @Override
    public int isoLength(int sourceLength) {
        return back.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    Converted<String> toIso(String source) {
        return look(source, codes);
    }

    @Override
    Converted<String> fromIso(String iso) {
        return look(iso, back);
    }

    private Converted<String> look(String code, Map<String, String> map) {
        String found = map.get(code);
        return found != null
                ? Converted.of(found)
                : Converted.refused(
                        "codec.Code",
                        "holds a code that the table " + table + " does not know",
                        "known codes: " + String.join(", ", map.keySet()));
    }
}
