package org.tongwen.mappings;

import java.util.List;
import java.util.Map;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.plan.Translation;

/** A mapping ready to run in both directions. It is immutable and may be shared by threads. */
public final class Mapping {

    private final Plan plan;
    private final String digest;

    Mapping(Plan plan, String digest) {
        this.plan = plan;
        this.digest = digest;
    }

    /** Its identity in commands, HTTP paths, logs and metrics, such as {@code wechat-pay.transfer-batch}. */
    public String name() {
        return plan.name();
    }

    /** One line on what it is for. */
    public String title() {
        return plan.title();
    }

    /** The ISO message on the one side, such as {@code pain.001.001.09}. */
    public String message() {
        return plan.message();
    }

    /** The format on the other side, such as {@code json}. */
    public String format() {
        return plan.format();
    }

    /** The media type of the institution's documents, such as {@code application/json}. */
    public String mediaType() {
        return plan.mediaType();
    }

    /** SHA-256 of the mapping file and the files it uses, in hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** Names of the values that the institution's profile supplies. */
    public List<String> given() {
        return plan.given();
    }

    /** Source fields that have no home in the message, with the reason. */
    public Map<String, String> noHome() {
        return plan.noHome();
    }

    /** Translates a document; every error is a finding, never an exception. */
    public Translation translate(Direction direction, byte[] document, Context context) {
        return switch (direction) {
            case TO_ISO -> plan.toIso(document, context);
            case FROM_ISO -> plan.fromIso(document, context);
        };
    }
}
