package org.tongwen.mappings.format.mt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of a field's components, step by step: at each object which names it may have. */
final class ComponentNames {

    /** The slot of an object that only holds others. */
    static final int NONE = -1;

    private final Map<String, ComponentNames> below = new HashMap<>();
    private int slot = NONE;

    private ComponentNames() {}

    /** The names in the order of their slots, their steps divided by dots. */
    static ComponentNames of(List<String> names) {
        ComponentNames root = new ComponentNames();
        for (int i = 0; i < names.size(); i++) {
            ComponentNames at = root;
            for (String step :
                    names.get(i).isEmpty() ? new String[0] : names.get(i).split("\\.")) {
                at = at.below.computeIfAbsent(step, key -> new ComponentNames());
            }
            at.slot = i;
        }
        return root;
    }

    /** The number of the name that ends here, or {@link #NONE}. */
    int slot() {
        return slot;
    }

    /** What stands below a name. */
    @Nullable
    ComponentNames below(String name) {
        return below.get(name);
    }
}
