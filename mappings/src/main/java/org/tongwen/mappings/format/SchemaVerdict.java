package org.tongwen.mappings.format;

/** What a rule of a JSON Schema says of a value. */
enum SchemaVerdict {
    /** The value keeps the rule. */
    VALID,
    /** It breaks the rule. */
    INVALID,
    /** Only the validator can tell. */
    UNKNOWN;

    static SchemaVerdict of(boolean valid) {
        return valid ? VALID : INVALID;
    }

    /** Both must hold. */
    SchemaVerdict and(SchemaVerdict other) {
        return this == INVALID || other == INVALID ? INVALID : this == VALID ? other : UNKNOWN;
    }

    /** The opposite. */
    SchemaVerdict not() {
        return this == VALID ? INVALID : this == INVALID ? VALID : UNKNOWN;
    }
}
