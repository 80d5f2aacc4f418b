package org.tongwen.xsd.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.ContentModel.Step;

/** One walk through a content model, child after child. After a child that does not fit it goes on as sensibly as it can. */
public final class ContentWalk {

    private final ContentModel model;
    private final String target;
    private Position at;
    private int count;
    private long seen;
    private @Nullable ContentRepair repair;

    ContentWalk(ContentModel model, String target) {
        this.model = model;
        this.target = target;
        this.at = model.start;
    }

    /** Offers the next child. */
    public Step next(String namespace, String name) {
        Position found = find(namespace, name);
        if (found == null) {
            return repair().step(namespace.equals(target), name);
        }
        Step taken = enter(found);
        return repair == null ? taken : repair.late(found, name).orElse(taken);
    }

    /** Says what is still missing when no more children come. */
    public List<Violation> end() {
        return repair == null && at.last && isComplete() ? List.of() : repair().end();
    }

    private @Nullable Position find(String namespace, String name) {
        Position found = null;
        if (namespace.equals(target)) {
            int number = model.names.number(name);
            found = number == NameTable.NONE ? null : element(number);
        }
        return found == null ? wildcard(namespace) : found;
    }

    private @Nullable Position element(int number) {
        if (at.symbol == number && mayRepeat()) {
            return at;
        }
        return isComplete() ? at.next(number) : null;
    }

    private @Nullable Position wildcard(String namespace) {
        if (mayRepeat() && at.admits(namespace, target)) {
            return at;
        }
        return isComplete() ? at.wildcard(namespace, target) : null;
    }

    private ContentRepair repair() {
        ContentRepair known = repair;
        if (known == null) {
            known = new ContentRepair(this, model);
            repair = known;
        }
        return known;
    }

    Step enter(Position found) {
        count = found == at && mayRepeat() ? count + 1 : 1;
        at = found;
        seen |= 1L << found.symbol;
        return found.taken;
    }

    Position at() {
        return at;
    }

    /** Whether an element of that position came already; of a type with very many elements sometimes a wrong yes. */
    boolean hasSeen(Position position) {
        return (seen & (1L << position.symbol)) != 0;
    }

    boolean mayRepeat() {
        return count < at.particle.max() && at != model.start;
    }

    boolean isComplete() {
        return count >= at.particle.min() || at == model.start;
    }
}
