package org.tongwen.mappings.format.mt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/**
 * Decides for each field of a message which place of the layout it has. A tag may stand in several groups and outside them; the field
 * goes where the fewest others would be missing, and of equal places to the innermost and nearest.
 */
final class Places {

    /** A place found: in which frame, at which position, or in which group to open there. */
    private record Spot(Frame frame, int position, int cost) {}

    /** What a field out of order, or one too many, counts beside missing fields. */
    private static final int WRONG = 1;

    /** Less than what another field of the rest costs. */
    private static final int AMONG_REST = -2;

    private final Source source;
    private final List<Finding> findings;
    private final Frame message;
    private Frame current;
    private Frame frame;
    private int position = -1;

    Places(Layout layout, Tree tree, Source source, int start, List<Finding> findings) {
        this.source = source;
        this.findings = findings;
        this.message = Frame.message(layout.fields(), tree, source, start);
        this.current = message;
        this.frame = message;
    }

    /** Goes to the place of a field whose tag stands from one offset to before another; false when the layout has none. */
    boolean go(int start, int end) {
        int tag = TagMap.key(source.text(), start, end);
        Sequence.Own next = current.sequence().own(tag);
        if (next != null
                && current.takes(next.position())
                && current.missing(next.position()) == 0
                && current.sequence().groups(tag).isEmpty()) {
            frame = current;
            position = next.position();
            return true;
        }
        Spot found = find(tag);
        if (found != null) {
            go(found, tag, source.text().substring(start, end), start - 1);
        }
        return found != null;
    }

    /** The group that the field stands in, or the message. */
    Frame frame() {
        return frame;
    }

    /** The position of the field in its frame. */
    int position() {
        return position;
    }

    /** Ends the message: reports what is missing. */
    void end() {
        closeUpTo(message);
        message.close(findings);
    }

    private @Nullable Spot find(int tag) {
        Spot best = null;
        int closing = 0;
        for (Frame each = current; each != null; each = each.outer()) {
            best = better(best, own(each, tag, closing));
            for (int group : each.sequence().groups(tag)) {
                best = better(best, group(each, group, tag, closing));
            }
            best = better(best, rest(each, closing));
            closing += each.missing(each.sequence().size());
        }
        return best;
    }

    private static @Nullable Spot better(@Nullable Spot one, @Nullable Spot other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        boolean nearer = other.frame() == one.frame() && other.position() < one.position();
        return other.cost() < one.cost() || other.cost() == one.cost() && nearer ? other : one;
    }

    private static @Nullable Spot own(Frame frame, int tag, int closing) {
        Sequence.Own own = frame.sequence().own(tag);
        if (own == null) {
            return null;
        }
        int at = own.position();
        if (frame.takesAmongRest(at)) {
            return new Spot(frame, at, AMONG_REST);
        }
        return new Spot(frame, at, closing + (frame.takes(at) ? frame.missing(at) : WRONG));
    }

    /** A group that begins; whatever is missing in the one before it is not the new one's fault. */
    private static Spot group(Frame frame, int at, int tag, int closing) {
        Sequence fields = ((Entry.Group) frame.sequence().entry(at)).fields();
        boolean repeatable = frame.sequence().entry(at).count().repeatable();
        boolean fits = frame.takes(at) || repeatable && at >= frame.last();
        int before = fits ? frame.missing(at) : WRONG;
        return new Spot(frame, at, fields.opensWith(tag) ? before : before + closing + fields.missingBefore(tag));
    }

    private static @Nullable Spot rest(Frame frame, int closing) {
        int at = frame.sequence().size() - 1;
        boolean rest = frame.sequence().entry(at) instanceof Entry.Rest;
        return rest ? new Spot(frame, at, frame.last() == at ? -1 : closing + frame.missing(at)) : null;
    }

    private void go(Spot spot, int key, String tag, int offset) {
        boolean stray = spot.position() < spot.frame().last();
        boolean group = spot.frame().sequence().entry(spot.position()) instanceof Entry.Group;
        if (group || !stray) {
            closeUpTo(spot.frame());
        }
        frame = spot.frame();
        position = spot.position();
        while (frame.sequence().entry(position) instanceof Entry.Group) {
            frame = frame.open(position, tag, offset, findings);
            position = frame.sequence().nearest(key);
            current = frame;
        }
    }

    private void closeUpTo(Frame outermost) {
        while (current != outermost) {
            current.close(findings);
            Frame outer = current.outer();
            if (outer == null) {
                return;
            }
            current = outer;
        }
    }
}
