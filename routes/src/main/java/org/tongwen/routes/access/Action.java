package org.tongwen.routes.access;

/** What somebody may want to do, and whose right it is. */
public enum Action {
    /** Translate with a mapping of one's own. */
    TRANSLATE(Role.SENDER),
    /** Send a message to a counterparty. */
    SEND(Role.SENDER),
    /** Validate an ISO message. */
    VALIDATE(Role.PARTICIPANT),
    /** See which mappings one may use. */
    SEE_MAPPINGS(Role.PARTICIPANT),
    /** See a message that one sent or received; an operator sees all. */
    SEE_MESSAGE(Role.PARTICIPANT),
    /** Find messages of anybody. */
    FIND(Role.OPERATOR),
    /** Release, refuse, repair or send again what is held or undelivered. */
    DECIDE(Role.OPERATOR),
    /** Verify the journal. */
    VERIFY(Role.OPERATOR),
    /** See health and metrics, where they are not open to all. */
    OBSERVE(Role.OPERATOR);

    /** Who has a right. */
    enum Role {
        /** Who has a mapping. */
        SENDER,
        /** Everybody who has come in. */
        PARTICIPANT,
        /** Operators. */
        OPERATOR
    }

    private final Role role;

    Action(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }
}
