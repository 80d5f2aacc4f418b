package org.tongwen.routes.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;

/**
 * Names that stand outside of a configuration and that it may use.
 *
 * @param mappings the mappings, each with the names of the values that must be given to it
 * @param profiles the profiles
 * @param channels by which channels the hub can deliver
 */
public record Known(Map<String, Set<String>> mappings, Set<String> profiles, Channels channels) {

    /** Copies the names. */
    public Known {
        mappings = Map.copyOf(mappings);
        profiles = Set.copyOf(profiles);
    }

    /** The names of mappings, and {@link HubConfig#ISO} for those who send and get ISO messages. */
    Set<String> ways() {
        Set<String> ways = new TreeSet<>(mappings.keySet());
        ways.add(HubConfig.ISO);
        return ways;
    }

    /** The names of these mappings, and these profiles and channels. */
    public static Known of(Mappings mappings, Set<String> profiles, Channels channels) {
        return new Known(
                mappings.all().stream().collect(Collectors.toMap(Mapping::name, each -> Set.copyOf(each.given()))),
                profiles,
                channels);
    }
}
