package org.tongwen.mappings.format.mt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.mappings.codec.Codec;
import org.tongwen.mappings.codec.Codecs;
import org.tongwen.mappings.codec.Converted;
import org.tongwen.mappings.format.Fitting;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;

/**
 * Brings the values of fields of text, such as 70 and 72, into the lines that the fields have: long ones are broken, what the last line
 * does not hold is cut off, and what is only written becomes the text that a reader will find there.
 */
final class Room {

    private static final String MARK = "+";

    private final Layout layout;

    Room(Layout layout) {
        this.layout = layout;
    }

    /** Brings a message that is to be written into its room, in place. */
    Fitting fit(Tree message) {
        Map<Tree, Fitting.Change> fitted = new IdentityHashMap<>(0);
        sequence(layout.fields(), message, fitted);
        return fitted.isEmpty() ? Fitting.NONE : new Fitting(fitted);
    }

    private static void sequence(Sequence fields, Tree tree, Map<Tree, Fitting.Change> fitted) {
        for (Entry entry : fields.entries()) {
            Optional<Tree> value = tree.field(entry.name());
            if (value.isPresent() && entry instanceof Entry.Group group) {
                List<Tree> occurrences =
                        value.get().kind() == Tree.Kind.LIST ? value.get().items() : List.of(value.get());
                occurrences.forEach(each -> sequence(group.fields(), each, fitted));
            } else if (value.isPresent() && entry instanceof Entry.Field field) {
                FieldRule rule = field.options().get(0);
                rule.cut().ifPresent(run -> field(rule, run, tree, entry.name(), fitted));
            }
        }
    }

    private static void field(
            FieldRule rule, FieldRule.Run run, Tree around, String name, Map<Tree, Fitting.Change> fitted) {
        Tree value = around.field(name).orElseThrow();
        FieldValues values = new FieldValues(rule, value);
        Draft draft = new Draft(false);
        new FieldWriter(rule, values, FieldPath.field(rule.tag()), draft).lines("mt.Format");
        List<String> written = draft.text().toString().lines().toList();
        List<String> lines =
                written.stream().flatMap(line -> broken(line, run).stream()).toList();
        boolean isMore = lines.size() > run.most() || !values.isEmpty() && lines.size() == run.most();
        FieldValues given = new FieldValues(rule, value);
        boolean isMade = run.lines().stream()
                .filter(LineRule::made)
                .flatMap(LineRule::components)
                .anyMatch(component -> given.has(component.slot()));
        if (!isMore && !isMade && lines.size() == written.size()) {
            return;
        }
        List<String> kept = isMore ? cut(lines, rule, run) : lines;
        read(rule, kept, value).ifPresent(read -> {
            around.put(name, read);
            note(rule, value, read, kept, fitted);
        });
    }

    /** A line in lines of the width; where lines may continue others, two slashes say so. */
    private static List<String> broken(String line, FieldRule.Run run) {
        if (line.length() <= run.width()) {
            return List.of(line);
        }
        String joint = run.continued() ? LineRule.CONTINUED : "";
        String widths = run.width() + " " + (run.width() - joint.length());
        Codec lines =
                Codecs.find("lines(" + widths + " most 99 mark +)", Map.of()).orElseThrow();
        List<String> broken = lines.fromIso(Map.of("", line)) instanceof Converted.Done<Codec.Source> done
                ? done.value().values()
                : List.of(line);
        List<String> joined = new ArrayList<>(List.of(broken.get(0)));
        broken.subList(1, broken.size()).forEach(next -> joined.add(joint + next));
        return joined;
    }

    /** As many lines as there may be. The mark ends the last one if it is text; a BIC with it would be another one. */
    private static List<String> cut(List<String> lines, FieldRule rule, FieldRule.Run run) {
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(run.most(), lines.size())));
        String last = kept.get(kept.size() - 1);
        String before = kept.size() > 1 ? kept.get(kept.size() - 2) : "";
        if (isText(last, rule) && rule.lines().stream().noneMatch(line -> line.runsOver(before, last))) {
            kept.set(kept.size() - 1, last.substring(0, Math.min(last.length(), run.width() - MARK.length())) + MARK);
        }
        return kept;
    }

    private static boolean isText(String line, FieldRule rule) {
        return rule.lines().stream()
                .filter(candidate ->
                        !candidate.made() && LineReader.of(line).reads(candidate.parts(), 0, line.length()))
                .findFirst()
                .filter(found -> found.components().allMatch(Component::many))
                .isPresent();
    }

    /** The lines as a reader understands them; empty when they are not sound, which writing the message will say. */
    private static Optional<Tree> read(FieldRule rule, List<String> kept, Tree origin) {
        String text = String.join("\n", kept);
        Source source = Source.of(text.getBytes(StandardCharsets.UTF_8));
        FieldLines lines = new FieldLines();
        int at = 0;
        for (String line : kept) {
            lines.add(at, at + line.length());
            at += line.length() + 1;
        }
        FieldTree tree = FieldTree.empty(new FieldPlace(source, FieldPath.field(rule.tag()), 1), 0);
        List<Finding> findings = new ArrayList<>();
        FieldReader.read(rule, source, lines, LineReader.of(text), tree, findings);
        Tree place = origin.leaves().findFirst().orElse(origin);
        return findings.isEmpty() ? tree.root().map(root -> copy(root, place)) : Optional.empty();
    }

    /** The same values, with the place of another. */
    private static Tree copy(Tree tree, Tree place) {
        if (tree.isLeaf()) {
            return Tree.text(tree.value(), place);
        }
        Tree copy = tree.kind() == Tree.Kind.LIST ? Tree.list(place) : Tree.object(place);
        for (Tree child : tree.children()) {
            if (tree.kind() == Tree.Kind.LIST) {
                copy.add(copy(child, place));
            } else {
                copy.put(child.label(), copy(child, place));
            }
        }
        return copy;
    }

    /** A value with the name of its component. */
    private static String named(Tree leaf) {
        Tree component =
                leaf.parent().filter(around -> around.kind() == Tree.Kind.LIST).orElse(leaf);
        return component.label() + " " + leaf.value();
    }

    /** What became of the values that stood in the field. */
    private static void note(
            FieldRule rule, Tree value, Tree read, List<String> kept, Map<Tree, Fitting.Change> fitted) {
        Set<String> same = read.leaves().map(Room::named).collect(Collectors.toSet());
        String text = kept.stream()
                .map(line -> line.startsWith(LineRule.CONTINUED) ? line.substring(LineRule.CONTINUED.length()) : line)
                .collect(Collectors.joining());
        String plain = text.replace(" ", "");
        String asText = "field " + rule.tag() + " has it as text, of which nothing more is read";
        String cut = "field " + rule.tag() + " has " + rule.cut().orElseThrow().most()
                + " lines, which do not hold all of it";
        for (Tree leaf :
                value.leaves().filter(one -> !same.contains(named(one))).toList()) {
            boolean whole = plain.contains(leaf.value().replace(" ", ""));
            Fitting.Change change = new Fitting.Change(!whole, whole ? asText : cut);
            fitted.put(leaf, change);
            leaf.parent()
                    .filter(list -> list.kind() == Tree.Kind.LIST)
                    .ifPresent(list -> fitted.merge(list, change, (one, other) -> one.isCut() ? one : other));
        }
    }
}
