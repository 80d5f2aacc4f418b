package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

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

    private final List<Finding> findings;
    private final Frame message;
    private Frame current;
    private Frame frame;
    private int position = -1;

    Places(Layout layout, Tree tree, Place start, List<Finding> findings) {
        this.findings = findings;
        this.message = Frame.message(layout.fields(), tree, start);
        this.current = message;
        this.frame = message;
    }

    /** Goes to the place of a field; false when the layout has none. */
    boolean go(String tag, Place place) {
        Optional<Spot> found = find(tag);
        found.ifPresent(spot -> go(spot, tag, place));
        return found.isPresent();
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

    private Optional<Spot> find(String tag) {
        Spot best = null;
        int closing = 0;
        for (Frame frame = current; frame != null; frame = frame.outer()) {
            best = better(best, own(frame, tag, closing));
            for (int group : frame.sequence().groups(tag)) {
                best = better(best, group(frame, group, tag, closing));
            }
            best = better(best, rest(frame, closing));
            closing += frame.missing(frame.sequence().size());
        }
        return Optional.ofNullable(best);
    }

    private static @Nullable Spot better(@Nullable Spot one, @Nullable Spot other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        boolean nearer = other.frame() == one.frame() && other.position() < one.position();
        return other.cost() < one.cost() || other.cost() == one.cost() && nearer ? other : one;
    }

    private static @Nullable Spot own(Frame frame, String tag, int closing) {
        int at = frame.sequence().position(tag);
        if (at < 0) {
            return null;
        }
        if (frame.takesAmongRest(at, tag)) {
            return new Spot(frame, at, AMONG_REST);
        }
        return new Spot(frame, at, closing + (frame.takes(at) ? frame.missing(at) : WRONG));
    }

    /** A group that begins; whatever is missing in the one before it is not the new one's fault. */
    private static Spot group(Frame frame, int at, String tag, int closing) {
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

    private void go(Spot spot, String tag, Place place) {
        boolean stray = spot.position() < spot.frame().last();
        boolean group = spot.frame().sequence().entry(spot.position()) instanceof Entry.Group;
        if (group || !stray) {
            closeUpTo(spot.frame());
        }
        frame = spot.frame();
        position = spot.position();
        while (frame.sequence().entry(position) instanceof Entry.Group) {
            frame = frame.open(position, tag, place, findings);
            position = frame.sequence().nearest(tag);
            current = frame;
        }
    }

    private void closeUpTo(Frame frame) {
        while (current != frame) {
            current.close(findings);
            Frame outer = current.outer();
            if (outer == null) {
                return;
            }
            current = outer;
        }
    }
}
