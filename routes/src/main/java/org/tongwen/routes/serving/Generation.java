package org.tongwen.routes.serving;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.sample.Trial;
import org.tongwen.mappings.watch.FileStates;
import org.tongwen.routes.serving.ServedMappings.Listener;
import org.tongwen.routes.serving.ServedMappings.Outcome;
import org.tongwen.routes.serving.Standing.Refusal;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.FindingText;
import org.tongwen.xsd.load.Catalogue;

/**
 * All that is served from one moment to the next.
 *
 * @param mappings what is served
 * @param byFile how it stands with each file, in the order of files
 * @param trials what came of reading and trying each file
 * @param states what the files looked like then
 */
record Generation(Mappings mappings, Map<String, Standing> byFile, Map<Path, Trial> trials, FileStates states) {

    static final Generation EMPTY =
            new Generation(Mappings.of(List.of()), Map.of(), Map.of(), new FileStates(Map.of()));

    private static final Logger LOG = LoggerFactory.getLogger(MappingFolder.class);
    private static final int LOGGED = 5;

    List<Standing> standings() {
        return List.copyOf(byFile.values());
    }

    /** What was found in the files. */
    List<Finding> findings() {
        return Stream.concat(
                        trials.values().stream().flatMap(trial -> trial.all().stream()),
                        byFile.values().stream()
                                .flatMap(standing -> standing.refusal().stream())
                                .flatMap(refusal -> refusal.findings().stream()))
                .distinct()
                .toList();
    }

    /** The one after this: a file that is sound is served, of a file that is not the version before stays. A dispatch picks among what is served. */
    Generation next(Path folder, Catalogue catalogue, FileStates looks, Instant now) {
        Map<Path, Trial> next = Mappings.files(folder).parallelStream()
                .map(file -> Map.entry(file, tried(folder, file, catalogue, looks)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        Map<String, Standing> standings = new LinkedHashMap<>();
        next.values().forEach(trial -> standings.put(trial.document(), standing(trial, now)));
        Mappings mappings = Mappings.of(named(standings, now).values());
        for (Path file : Mappings.dispatches(folder)) {
            Trial trial = Trial.of(folder, file, Mappings.dispatch(folder, file, catalogue, mappings), false);
            next.put(file, trial);
            standings.put(trial.document(), standing(trial, now));
        }
        Map<String, Mapping> served = named(standings, now);
        return new Generation(Mappings.of(served.values()), standings, next, looks);
    }

    /** What has not changed, with all that it uses, is not tried again. */
    private Trial tried(Path folder, Path file, Catalogue catalogue, FileStates looks) {
        return Optional.ofNullable(trials.get(file))
                .filter(before -> before.holds(states, looks))
                .orElseGet(() -> Trial.of(folder, file, catalogue));
    }

    private Standing standing(Trial trial, Instant now) {
        Optional<Standing> before = Optional.ofNullable(byFile.get(trial.document()));
        Optional<Mapping> old = before.flatMap(Standing::mapping);
        Instant since = before.map(Standing::since).orElse(now);
        Optional<Mapping> ready = trial.ready();
        if (ready.isEmpty()) {
            return new Standing(trial.document(), old, since, Optional.of(refusal(before, trial.all(), now)));
        }
        boolean same = old.map(Mapping::digest).equals(ready.map(Mapping::digest));
        return same
                ? new Standing(trial.document(), old, since, Optional.empty())
                : new Standing(trial.document(), ready, now, Optional.empty());
    }

    /** The same refusal as before is not a new one. */
    private static Refusal refusal(Optional<Standing> before, List<Finding> findings, Instant now) {
        return before.flatMap(Standing::refusal)
                .filter(refusal -> refusal.findings().equals(findings))
                .orElseGet(() -> new Refusal(now, findings));
    }

    /** The mappings by name. Who is served already keeps its name; a newcomer of the same name is refused. */
    private Map<String, Mapping> named(Map<String, Standing> standings, Instant now) {
        Map<String, Mapping> served = new LinkedHashMap<>();
        for (boolean kept : List.of(true, false)) {
            for (Map.Entry<String, Standing> entry : standings.entrySet()) {
                Standing standing = entry.getValue();
                if (isKept(standing) == kept && standing.mapping().isPresent()) {
                    entry.setValue(claim(standing, served, now));
                }
            }
        }
        return served;
    }

    private boolean isKept(Standing standing) {
        Optional<Mapping> before =
                Optional.ofNullable(byFile.get(standing.file())).flatMap(Standing::mapping);
        return before.isPresent() && before.get() == standing.mapping().orElse(null);
    }

    private Standing claim(Standing standing, Map<String, Mapping> served, Instant now) {
        Mapping mapping = standing.mapping().orElseThrow();
        if (served.putIfAbsent(mapping.name(), mapping) == null) {
            return standing;
        }
        Optional<Standing> before = Optional.ofNullable(byFile.get(standing.file()));
        List<Finding> taken = List.of(Mappings.duplicate(mapping.name(), standing.file()));
        Optional<Mapping> old =
                before.flatMap(Standing::mapping).filter(mine -> served.putIfAbsent(mine.name(), mine) == null);
        return new Standing(
                standing.file(),
                old,
                before.map(Standing::since).orElse(now),
                Optional.of(refusal(before, taken, now)));
    }

    /** Says what became of each file that changed since an earlier generation. */
    void tell(Generation before, Listener listener) {
        byFile.forEach((file, standing) -> {
            Optional<Standing> old = Optional.ofNullable(before.byFile.get(file));
            boolean newRefusal = !standing.refusal().equals(old.flatMap(Standing::refusal));
            if (standing.refusal().isPresent() && newRefusal) {
                refused(standing);
                listener.changed(Outcome.REFUSED);
            } else if (!old.flatMap(Standing::mapping).equals(standing.mapping()) || newRefusal) {
                LOG.info("mapping {} is served from {}", name(standing), file);
                listener.changed(Outcome.TAKEN);
            }
        });
        gone(before.byFile.values()).forEach(standing -> {
            LOG.info("the file {} is gone; {} is no longer served from it", standing.file(), name(standing));
            listener.changed(Outcome.GONE);
        });
    }

    private List<Standing> gone(Collection<Standing> before) {
        return before.stream()
                .filter(standing -> !byFile.containsKey(standing.file()))
                .toList();
    }

    private static void refused(Standing standing) {
        List<Finding> findings =
                Objects.requireNonNull(standing.refusal().orElse(null)).findings();
        String what = standing.mapping().isPresent()
                ? "its version of " + standing.since() + " stays"
                : "nothing is served of it";
        LOG.warn("the mapping file {} is refused; {}", standing.file(), what);
        findings.stream().limit(LOGGED).forEach(finding -> LOG.warn("  {}", FindingText.line(finding)));
    }

    private static String name(Standing standing) {
        return standing.mapping().map(Mapping::name).orElse("nothing");
    }
}
