package org.tongwen.routes.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a request is aimed at.
 *
 * @param resource one of those the interface offers
 * @param path the segments of the path, decoded; the first is empty
 */
record Target(Resource resource, List<String> path) {

    /** The target of a path as it stands in the request line; empty when nothing is there. */
    static Optional<Target> of(String rawPath) {
        List<String> raw = List.of(rawPath.split("/", -1));
        return Arrays.stream(Resource.values())
                .filter(resource -> resource.matches(raw))
                .findFirst()
                .flatMap(resource -> decoded(raw).map(path -> new Target(resource, path)));
    }

    private static Optional<List<String>> decoded(List<String> raw) {
        List<String> path =
                raw.stream().map(Percent::decode).flatMap(Optional::stream).toList();
        return path.size() == raw.size() ? Optional.of(path) : Optional.empty();
    }
}
