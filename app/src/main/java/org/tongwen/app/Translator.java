package org.tongwen.app;

import java.util.List;
import java.util.Map;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Translation;

/** What the commands need of a mapping; see {@link Mapping} for each. */
interface Translator {

    String name();

    String title();

    String message();

    String format();

    String mediaType();

    String digest();

    List<String> given();

    Map<String, String> noHome();

    Translation translate(Direction direction, byte[] document, Context context);

    /** A real mapping. */
    record Of(Mapping mapping) implements Translator {

        @Override
        public String name() {
            return mapping.name();
        }

        @Override
        public String title() {
            return mapping.title();
        }

        @Override
        public String message() {
            return mapping.message();
        }

        @Override
        public String format() {
            return mapping.format();
        }

        @Override
        public String mediaType() {
            return mapping.mediaType();
        }

        @Override
        public String digest() {
            return mapping.digest();
        }

        @Override
        public List<String> given() {
            return mapping.given();
        }

        @Override
        public Map<String, String> noHome() {
            return mapping.noHome();
        }

        @Override
        public Translation translate(Direction direction, byte[] document, Context context) {
            return mapping.translate(direction, document, context);
        }
    }
}
