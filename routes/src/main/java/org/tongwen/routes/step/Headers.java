package org.tongwen.routes.step;

import java.util.Optional;
import org.apache.camel.Exchange;

/** Names by which routes and steps speak to each other. A header may also be given as an exchange property of the same name. */
public final class Headers {

    /** Which mapping {@code translate} uses, such as {@code wechat-pay.transfer-batch}. */
    public static final String MAPPING = "TongwenMapping";

    /** Which way {@code translate} goes: {@code to-iso} or {@code from-iso}. */
    public static final String DIRECTION = "TongwenDirection";

    /** Before the name of a value that the mapping lists under {@code given}: {@code TongwenGiven.debtor_name}. */
    public static final String GIVEN = "TongwenGiven.";

    /** How much {@code translate} says of the values that it carries: {@code none}, {@code losses} or {@code lineage}. */
    public static final String REPORTING = "TongwenReporting";

    /** Whose rules the messages that {@code translate} makes must keep to, such as {@code cbpr-plus}, or {@code none}. */
    public static final String PROFILE = "TongwenProfile";

    /** The day whose rules count, such as {@code 2026-11-14}; today when it is not there. */
    public static final String AS_OF = "TongwenAsOf";

    /** Whether a payment without a UETR gets one, by mappings that take it: {@code true} or {@code false}. */
    public static final String ASSIGN_UETR = "TongwenAssignUetr";

    /** The exchange property in which {@code translate} leaves the UETR that it has just invented for a payment that may have none. */
    public static final String ASSIGNED_UETR = "TongwenAssignedUetr";

    /** Which message {@code validate} expects, such as {@code pacs.008.001.08}; any message when it is not there. */
    public static final String MESSAGE = "TongwenMessage";

    /** The exchange property in which {@code translate} leaves its {@link Report}, findings and losses included. */
    public static final String REPORT = "TongwenReport";

    /** The exchange property in which {@code validate} leaves its {@link Verdict}. */
    public static final String VERDICT = "TongwenVerdict";

    /** The exchange property that holds the {@link org.tongwen.mappings.plan.Originals} that mappings may recall. */
    public static final String ORIGINALS = "TongwenOriginals";

    /** The exchange property that holds the {@link org.tongwen.mappings.codec.ShortIds} of the message. */
    public static final String SHORT_IDS = "TongwenShortIds";

    /** The exchange property that holds a {@link java.util.function.Predicate} of names: the mappings that the sender may know of; all when it is not there. */
    public static final String KNOWS = "TongwenKnows";

    /** The exchange property that holds the mappings to which a message keeps. */
    static final String MAPPINGS = "TongwenMappings";

    private Headers() {}

    /** The value of a header, or else of the property of that name; empty when there is neither or it is blank. */
    public static Optional<String> find(Exchange exchange, String name) {
        Optional<String> header = Optional.ofNullable(exchange.getMessage().getHeader(name, String.class));
        return header.or(() -> Optional.ofNullable(exchange.getProperty(name, String.class)))
                .filter(text -> !text.isBlank());
    }
}
