package org.tongwen.routes.deliver;

/** What an exchange at {@code direct:deliver} carries beside the bytes. Routes may use all of it. */
public final class DeliveryHeaders {

    /** How the receiver gets messages: the channel of its configuration. */
    public static final String CHANNEL = "TongwenChannel";

    /** The name of the participant who gets it. */
    public static final String RECEIVER = "TongwenReceiver";

    /** Where it goes: an address, a folder, or what else the channel needs. */
    public static final String TO = "TongwenTo";

    /** The hub's own name of the message. */
    public static final String MESSAGE_ID = "TongwenMessageId";

    /** The same at every attempt to deliver a message, also when an operator has it delivered once more: the number of the message. */
    public static final String IDEMPOTENCY_KEY = "TongwenIdempotencyKey";

    /** The ISO message or format, such as {@code pacs.002.001.10}. */
    public static final String MESSAGE = "TongwenMessage";

    /** Which attempt this is, beginning with 1. */
    public static final String ATTEMPT = "TongwenAttempt";

    /** The exchange property that holds the receiver's part of the configuration. */
    static final String RECEIVES = "TongwenReceives";

    private DeliveryHeaders() {}
}
