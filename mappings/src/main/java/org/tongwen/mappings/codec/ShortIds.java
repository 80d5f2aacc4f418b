package org.tongwen.mappings.codec;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The long forms of identifiers that do not fit their ISO element. Whoever keeps messages supplies them. */
public interface ShortIds {

    /** Nobody keeps any. */
    ShortIds NONE = new ShortIds() {
        @Override
        public void keep(String shortForm, String longForm) {
            // Whoever asks for it later is told that it is not at hand.
        }

        @Override
        public Optional<String> longForm(String shortForm) {
            return Optional.empty();
        }
    };

    /** Somebody who remembers them as long as it lives; for one thread. */
    static ShortIds remembering() {
        Map<String, String> kept = new HashMap<>();
        return new ShortIds() {
            @Override
            public void keep(String shortForm, String longForm) {
                kept.put(shortForm, longForm);
            }

            @Override
            public Optional<String> longForm(String shortForm) {
                return Optional.ofNullable(kept.get(shortForm));
            }
        };
    }

    /** Remembers an identifier that was written in its short form. */
    void keep(String shortForm, String longForm);

    /** The identifier that a short form stands for; empty when it is not at hand. */
    Optional<String> longForm(String shortForm);
}
