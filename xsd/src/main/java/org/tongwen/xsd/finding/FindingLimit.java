package org.tongwen.xsd.finding;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * A list that takes findings up to a number and drops the rest, so that a damaged document does not fill the memory. One error is always
 * kept: what is dropped never makes a document look sound.
 */
public final class FindingLimit extends AbstractList<Finding> {

    private final int limit;
    private final List<Finding> kept = new ArrayList<>();

    /** A list for so many findings. */
    public FindingLimit(int limit) {
        this.limit = limit;
    }

    /** Whether further findings will be dropped. */
    public boolean isFull() {
        return kept.size() >= limit;
    }

    @Override
    public void add(int index, Finding finding) {
        boolean firstError = finding.severity() == Severity.ERROR && !Finding.anyError(kept);
        if (!isFull() || firstError) {
            kept.add(Math.min(index, kept.size()), finding);
        }
    }

    @Override
    public Finding get(int index) {
        return kept.get(index);
    }

    @Override
    public int size() {
        return kept.size();
    }
}
