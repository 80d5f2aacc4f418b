package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;

/**
 * A path in the institution's document: field names divided by dots, from the nearest {@code each} or {@code at}; a leading slash starts
 * at the whole document, a single dot is the value itself. {@code _13C[code=CLSTIME].time} picks the item of a list by one of its fields,
 * {@code _34F[1].currency} its first item.
 *
 * @param fromRoot whether it starts at the whole document
 * @param steps the steps, none for the value itself
 * @param text as the mapping writes it
 */
public record SourcePath(boolean fromRoot, List<Step> steps, String text) {

    private static final Pattern STEP =
            Pattern.compile("([^.\\[\\]{}\\s/?]+)(?:\\[(?:(1)|([^\\s=\\]]+)=([^\\]]*))\\])?(?:\\.|$)");

    /**
     * A step to a field, or to the item of a list.
     *
     * @param name the field
     * @param select which item of the list; empty when the field is no list
     */
    public record Step(String name, Optional<Select> select) {}

    /**
     * Picks an item of a list.
     *
     * @param field a field of the items; empty for the first item, whatever it has
     * @param value the value that it must have
     */
    public record Select(String field, String value) {

        private static final Select FIRST = new Select("", "");

        boolean isFirst() {
            return field.isEmpty();
        }

        /** The item of a list, if it is there. */
        Optional<Tree> in(Tree list) {
            return all(list).findFirst();
        }

        /** All items of a list that it could mean. */
        Stream<Tree> all(Tree list) {
            Stream<Tree> items = list.items().stream();
            return isFirst() ? items.limit(1) : items.filter(this::picks);
        }

        private boolean picks(Tree item) {
            return item.field(field)
                    .filter(found -> found.value().equals(value))
                    .isPresent();
        }
    }

    /** Reads a path; empty when it is none. */
    public static Optional<SourcePath> parse(String text) {
        boolean fromRoot = text.startsWith("/");
        String rest = fromRoot ? text.substring(1) : text;
        if (rest.equals(".")) {
            return Optional.of(new SourcePath(fromRoot, List.of(), text));
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(rest);
        int end = 0;
        while (end < rest.length() && matcher.find(end) && matcher.start() == end) {
            steps.add(new Step(matcher.group(1), select(matcher)));
            end = matcher.end();
        }
        boolean whole = end == rest.length() && !rest.isEmpty() && !rest.endsWith(".");
        return whole ? Optional.of(new SourcePath(fromRoot, List.copyOf(steps), text)) : Optional.empty();
    }

    private static Optional<Select> select(Matcher step) {
        return step.group(2) != null
                ? Optional.of(Select.FIRST)
                : Optional.ofNullable(step.group(3)).map(field -> new Select(field, step.group(4)));
    }

    /** The value at the path, seen from a context; explicit nothings count as absent. */
    public Optional<Tree> find(Tree context) {
        Optional<Tree> found = Optional.of(fromRoot ? root(context) : context);
        for (int i = 0; i < steps.size() && found.isPresent(); i++) {
            Step step = steps.get(i);
            found = found.get().field(step.name());
            if (found.isPresent() && step.select().isPresent()) {
                found = select(found.get(), step);
            }
        }
        return found.isPresent() && found.get().kind() == Tree.Kind.NULL ? Optional.empty() : found;
    }

    /** Whether it picks items of lists. */
    boolean selects() {
        for (Step step : steps) {
            if (step.select().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The fields by which the path picks items of lists, seen from a context: with the value they are read too. */
    public List<Tree> selectors(Tree context) {
        if (!selects()) {
            return List.of();
        }
        List<Tree> selectors = new ArrayList<>();
        Optional<Tree> found = Optional.of(fromRoot ? root(context) : context);
        for (Step step : steps) {
            found = found.flatMap(tree -> tree.field(step.name())).flatMap(tree -> select(tree, step));
            Optional<Tree> item = found;
            step.select()
                    .flatMap(select -> item.flatMap(tree -> tree.field(select.field())))
                    .ifPresent(selectors::add);
        }
        return selectors;
    }

    private static Optional<Tree> select(Tree tree, Step step) {
        return step.select().isEmpty() ? Optional.of(tree) : step.select().get().in(tree);
    }

    private static Tree root(Tree tree) {
        Tree root = tree;
        for (Optional<Tree> above = root.parent(); above.isPresent(); above = root.parent()) {
            root = above.get();
        }
        return root;
    }

    /** What the source schema says at the path, seen from a context. */
    public Optional<SourceField> find(SourceField root, SourceField context) {
        Optional<SourceField> found = Optional.of(fromRoot ? root : context);
        for (Step step : steps) {
            found = found.flatMap(field -> field.field(step.name())).flatMap(field -> item(field, step));
        }
        return found;
    }

    private static Optional<SourceField> item(SourceField field, Step step) {
        if (step.select().isEmpty()) {
            return Optional.of(field);
        }
        Select select = step.select().get();
        return field.items()
                .filter(item -> select.isFirst() || item.field(select.field()).isPresent());
    }

    /** The path from the whole document, given the path of the context: the identity of a field in checks and ledgers. */
    public String absolute(String context) {
        String own = text.startsWith("/") ? text.substring(1) : text;
        if (steps.isEmpty()) {
            return fromRoot ? "" : context;
        }
        return fromRoot || context.isEmpty() ? own : context + "." + own;
    }

    /** Everything in a document that the path names, whichever items of lists it stands in. */
    List<Tree> findAll(Tree document) {
        List<Tree> found = List.of(document);
        for (int i = 0; i < steps.size() && !found.isEmpty(); i++) {
            found = next(found, steps.get(i));
        }
        return found;
    }

    private static List<Tree> next(List<Tree> around, Step step) {
        List<Tree> found = List.of();
        for (int i = 0; i < around.size(); i++) {
            Tree tree = around.get(i);
            List<Tree> objects = tree.kind() == Tree.Kind.LIST ? tree.items() : List.of(tree);
            for (int j = 0; j < objects.size(); j++) {
                Optional<Tree> field = objects.get(j).field(step.name());
                if (field.isPresent()) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.addAll(
                            step.select().isEmpty()
                                    ? List.of(field.get())
                                    : step.select().get().all(field.get()).toList());
                }
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return text;
    }
}
