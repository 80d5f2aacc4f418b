package org.tongwen.conformance.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all conversations of a plan share.
 *
 * @param signed whether every message is signed
 * @param parties whom the suite plays: what there is to know of each, such as its {@code bic}, by name
 * @param data what only a participant can say, such as an account that is closed: what it is, in words, by name
 * @param always the identifiers of the requirements that hold every message to something; where there is none, the case at hand fails
 */
public record Setting(
        boolean signed,
        Map<String, Map<String, String>> parties,
        Map<String, String> data,
        Map<Always, String> always) {

    /** Nothing at all. */
    public static final Setting NONE = new Setting(false, Map.of(), Map.of(), Map.of());

    /** Copies the maps, which keep their order. */
    public Setting {
        parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        Map<Always, String> own = new EnumMap<>(Always.class);
        own.putAll(always);
        always = Collections.unmodifiableMap(own);
    }
}
