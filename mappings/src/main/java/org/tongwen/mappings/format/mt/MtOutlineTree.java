package org.tongwen.mappings.format.mt;

import java.util.ArrayList;
import java.util.List;

/** Fields as they come, put into the groups that they belong to. */
final class MtOutlineTree {

    /** A group that more fields may come for; the outermost is the block. */
    private record Open(String step, String path, String name, List<MtOutline.Item> items) {}

    private final FieldNames names;
    private final List<Open> open = new ArrayList<>();

    MtOutlineTree(FieldNames names) {
        this.names = names;
        open.add(new Open("", "", "", new ArrayList<>()));
    }

    /** Adds a field; the groups are the steps of the path to it. */
    void add(List<String> groups, MtOutline.Field field) {
        int same = 0;
        while (same < groups.size()
                && same + 1 < open.size()
                && open.get(same + 1).path().equals(path(groups, same + 1))) {
            same++;
        }
        close(same + 1);
        for (int i = same; i < groups.size(); i++) {
            open.add(new Open(groups.get(i), path(groups, i + 1), name(groups.get(i)), new ArrayList<>()));
        }
        last().items().add(field);
    }

    /** The groups that the field before stands in. */
    List<String> groups() {
        return open.stream().skip(1).map(Open::step).toList();
    }

    /** Everything that was added. */
    List<MtOutline.Item> items() {
        close(1);
        return last().items();
    }

    private void close(int left) {
        while (open.size() > left) {
            Open group = open.remove(open.size() - 1);
            last().items().add(new MtOutline.Group(group.path(), group.name(), group.items()));
        }
    }

    private Open last() {
        return open.get(open.size() - 1);
    }

    private static String path(List<String> groups, int depth) {
        return String.join(".", groups.subList(0, depth));
    }

    private String name(String step) {
        int number = step.indexOf('[');
        return number < 0
                ? names.group(step)
                : names.group(step.substring(0, number)) + " " + step.substring(number + 1, step.length() - 1);
    }
}
