package org.tongwen.xsd.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An element, a wildcard or a group of a schema, with the definition of XML Schema spelled out: no counting and no automaton.
 *
 * @param kind the name of its element in a schema
 * @param name of an element; {@link #FOREIGN} for a wildcard and nothing for a group
 * @param max the most times it may stand, {@link #UNBOUNDED} for any number
 */
record Model(String kind, String name, List<Model> parts, int min, int max) {

    static final String FOREIGN = "x";
    static final List<String> CHILDREN = List.of("a", "b", "c", "d", FOREIGN);
    private static final int UNBOUNDED = 4;

    /** A group; names are mostly different, or nearly all models would be ambiguous. */
    static Model random(Random random) {
        List<String> names = new ArrayList<>(CHILDREN);
        Collections.shuffle(names, random);
        return group(random, 1, names);
    }

    private static Model group(Random random, int depth, List<String> names) {
        List<Model> parts = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> part(random, depth + 1, names))
                .toList();
        return counted(random, random.nextBoolean() ? "sequence" : "choice", "", parts);
    }

    private static Model part(Random random, int depth, List<String> names) {
        if (depth <= 3 && random.nextInt(3) == 0) {
            return group(random, depth, names);
        }
        boolean again = names.isEmpty() || random.nextInt(8) == 0;
        String name = again ? CHILDREN.get(random.nextInt(CHILDREN.size())) : names.remove(0);
        return counted(random, name.equals(FOREIGN) ? "any" : "element", name, List.of());
    }

    private static Model counted(Random random, String kind, String name, List<Model> parts) {
        boolean once = random.nextInt(3) == 0;
        int max = once ? 1 : random.nextInt(UNBOUNDED + 1);
        int min = once ? 1 : random.nextInt(Math.min(max, 3) + 1);
        return new Model(kind, name, parts, min, max);
    }

    /** Whether a wildcard counts, alone or in a group that repeats: the JDK's validator then counts wrongly. */
    boolean countsForeign(boolean repeated) {
        boolean again = repeated || min > 1 || max > 1;
        return kind.equals("any") ? again : parts.stream().anyMatch(part -> part.countsForeign(again));
    }

    /** Whether a choice is left without any part that may occur; the standard is not clear about what it takes. */
    boolean hasVoidChoice() {
        boolean empty = kind.equals("choice") && parts.stream().allMatch(part -> part.max == 0);
        return empty || parts.stream().anyMatch(Model::hasVoidChoice);
    }

    /** Whether copies of a group that repeats may each hold more or less: no next child says where one of them ends. */
    boolean sharesCounts(boolean repeated) {
        boolean shares = repeated && min > 0 && min < max;
        return shares || parts.stream().anyMatch(part -> part.sharesCounts(repeated || max > 1));
    }

    String text() {
        String declared = kind.equals("element") ? " name='" + name + "' type='xs:string'" : "";
        String open = kind.equals("any") ? " namespace='##other' processContents='lax'" : declared;
        String limit = max == UNBOUNDED ? "unbounded" : String.valueOf(max);
        String inside = parts.stream().map(Model::text).collect(Collectors.joining());
        return "<xs:%s%s minOccurs='%d' maxOccurs='%s'>%s</xs:%s>".formatted(kind, open, min, limit, inside, kind);
    }

    /** Whether these are children that the model allows. */
    boolean allows(List<String> children) {
        return ends(children, Set.of(0)).contains(children.size());
    }

    /** Where children may end that this part takes from one of these places on. */
    private Set<Integer> ends(List<String> children, Set<Integer> starts) {
        Set<Integer> ends = new TreeSet<>(min == 0 ? starts : Set.of());
        Set<Integer> reached = starts;
        int rounds = max == UNBOUNDED ? min + children.size() : max;
        for (int i = 1; i <= rounds; i++) {
            reached = once(children, reached);
            ends.addAll(i >= min ? reached : Set.of());
        }
        return ends;
    }

    private Set<Integer> once(List<String> children, Set<Integer> starts) {
        Set<Integer> ends = new TreeSet<>();
        switch (kind) {
            case "sequence" -> {
                ends.addAll(starts);
                for (Model part : parts) {
                    Set<Integer> next = part.ends(children, ends);
                    ends.clear();
                    ends.addAll(next);
                }
            }
            case "choice" ->
                parts.stream().filter(part -> part.max > 0).forEach(part -> ends.addAll(part.ends(children, starts)));
            default ->
                starts.stream()
                        .filter(start ->
                                start < children.size() && children.get(start).equals(name))
                        .forEach(start -> ends.add(start + 1));
        }
        return ends;
    }

    /** Children that the model allows, as long as a choice has a part to choose. */
    List<String> children(Random random) {
        List<String> children = new ArrayList<>();
        int times = min + random.nextInt(max - min + 1);
        for (int i = 0; i < times; i++) {
            switch (kind) {
                case "sequence" -> parts.forEach(part -> children.addAll(part.children(random)));
                case "choice" ->
                    children.addAll(parts.get(random.nextInt(parts.size())).children(random));
                default -> children.add(name);
            }
        }
        return children;
    }
}
