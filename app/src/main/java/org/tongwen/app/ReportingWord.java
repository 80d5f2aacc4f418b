package org.tongwen.app;

import org.tongwen.mappings.plan.Reporting;

/** Reads {@code none}, {@code losses} and {@code lineage}. */
final class ReportingWord extends Words<Reporting> {

    ReportingWord() {
        super(Reporting.values(), Reporting::word);
    }
}
