package org.tongwen.rules.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.load.Catalogue;

/** The rule packs that messages may be held to: those that come with Tongwen, and beside them those of somebody's own folder. */
public final class RuleLibrary {

    private static final String HEAD = "pack.yaml";
    private static final String MESSAGES = "messages";
    private static final RuleLibrary BUILT_IN = new RuleLibrary(Map.of(), Map.of());

    /** By the names of the packs, which are those of their folders. */
    private final Map<String, RulePack> own;

    private final Map<String, Path> folders;
    private final Map<Rulebook.Key, Rulebook.Dated> books = new ConcurrentHashMap<>();

    private RuleLibrary(Map<String, RulePack> own, Map<String, Path> folders) {
        this.own = Map.copyOf(own);
        this.folders = Map.copyOf(folders);
    }

    /** The packs that come with Tongwen. */
    public static RuleLibrary builtIn() {
        return BUILT_IN;
    }

    /**
     * Adds the packs of a folder, whose elements and messages are looked up in the definitions. With a mistake of severity error there is
     * no library: a rule must not silently count as absent.
     *
     * @param folder one pack, or a folder with one folder for each pack
     */
    public static Checked<RuleLibrary> of(Path folder, Catalogue definitions) {
        List<Finding> findings = new ArrayList<>();
        Map<String, RulePack> packs = new LinkedHashMap<>();
        Map<String, Path> folders = new LinkedHashMap<>();
        RuleNames names = new RuleNames(definitions);
        for (Path one : packFolders(folder)) {
            Checked<RulePack> read = RulePackReader.read(file -> content(one.resolve(file)), messages -> true, names);
            read.findings().forEach(finding -> findings.add(in(one, finding)));
            read.value().ifPresent(pack -> {
                checkName(pack, one, findings);
                packs.put(pack.name(), pack);
                folders.put(pack.name(), one);
            });
        }
        if (folders.isEmpty() && findings.isEmpty()) {
            findings.add(
                    Finding.error("rules.MissingFile", Place.NOWHERE.in(folder.toString()), "There is no pack here")
                            .hint("a pack is a folder with a file " + HEAD));
        }
        RuleLibrary library = new RuleLibrary(packs, folders);
        packs.values().forEach(pack -> library.checkPacks(pack, findings));
        return Finding.anyError(findings) ? Checked.none(findings) : Checked.of(library, findings);
    }

    private static List<Path> packFolders(Path folder) {
        if (Files.isRegularFile(folder.resolve(HEAD))) {
            return List.of(folder);
        }
        try (Stream<Path> below = Files.list(folder)) {
            return below.filter(one -> Files.isRegularFile(one.resolve(HEAD)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> content(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding in(Path folder, Finding finding) {
        return finding.at(
                finding.place().in(folder.resolve(finding.place().document()).toString()));
    }

    private static void checkName(RulePack pack, Path folder, List<Finding> findings) {
        Place head = Place.NOWHERE.in(folder.resolve(HEAD).toString());
        Path name = folder.toAbsolutePath().normalize().getFileName();
        if (RulePacks.profiles().contains(pack.name()) || pack.name().equals(RulePacks.SWIFT_MT)) {
            findings.add(Finding.error("rules.Form", head, "A pack that comes with Tongwen has this name")
                    .value(pack.name()));
        } else if (name == null || !name.toString().equals(pack.name())) {
            findings.add(Finding.error("rules.Form", head, "A pack has the name of its folder, which is " + name)
                    .value(pack.name()));
        }
    }

    private void checkPacks(RulePack pack, List<Finding> findings) {
        Place head = folder(pack)
                .map(folder -> Place.NOWHERE.in(folder.resolve(HEAD).toString()))
                .orElse(Place.NOWHERE);
        for (String name : pack.extended()) {
            if (find(name).isEmpty()) {
                findings.add(Finding.error("rules.UnknownPack", head, "There is no pack " + name + " to extend")
                        .hint(Nearest.of(name, profiles())
                                .map(near -> "did you mean " + near + "?")
                                .orElse("packs: " + String.join(", ", profiles()))));
            }
        }
    }

    /** Names of the packs that messages may be held to. */
    public SortedSet<String> profiles() {
        SortedSet<String> names = RulePacks.profiles();
        names.addAll(own.keySet());
        return names;
    }

    /** The packs of the folder, in the order of their names. */
    public List<RulePack> own() {
        return profiles().stream()
                .flatMap(name -> Optional.ofNullable(own.get(name)).stream())
                .toList();
    }

    /** The pack of that name. */
    public Optional<RulePack> find(String name) {
        return Optional.ofNullable(own.get(name))
                .or(() -> RulePacks.profiles().contains(name) ? Optional.of(RulePacks.load(name)) : Optional.empty());
    }

    /** Where a pack of the folder lies; empty for one that comes with Tongwen. */
    public Optional<Path> folder(RulePack pack) {
        return Optional.ofNullable(folders.get(pack.name()));
    }

    /** The same place, with the file by its path. */
    public Place place(RulePack pack, Place place) {
        return folder(pack)
                .map(folder -> place.in(folder.resolve(place.document()).toString()))
                .orElse(place);
    }

    /** A sound message that a pack names: a file of the pack's own folder, of the folder {@code messages} beside it, or one that comes with Tongwen. */
    public Optional<byte[]> message(RulePack pack, String file) {
        return folder(pack)
                .flatMap(folder -> content(folder.resolve(file))
                        .or(() -> content(folder.resolveSibling(MESSAGES).resolve(file))))
                .or(() -> RulePacks.content("/packs/" + MESSAGES + "/" + file));
    }

    /**
     * The rules of a pack and of those that it extends, which come first.
     *
     * @throws IllegalArgumentException when one of the packs has no rules for that day
     */
    public Rulebook rulebook(String pack, LocalDate day) {
        return book(pack, Rulebook.Extent.EXTENDED, day);
    }

    /**
     * The rules of a pack alone.
     *
     * @throws IllegalArgumentException when it has no rules for that day
     */
    public Rulebook alone(String pack, LocalDate day) {
        return book(pack, Rulebook.Extent.ALONE, day);
    }

    Rulebook book(String pack, Rulebook.Extent extent, LocalDate day) {
        return books.computeIfAbsent(
                        new Rulebook.Key(pack, extent),
                        key -> new Rulebook.Dated(
                                extent == Rulebook.Extent.ALONE ? List.of(load(pack)) : withExtended(pack), extent))
                .on(day);
    }

    private RulePack load(String name) {
        return Optional.ofNullable(own.get(name)).orElseGet(() -> RulePacks.load(name));
    }

    /** A pack behind those that it extends and those that they extend, each once. */
    private List<RulePack> withExtended(String name) {
        Set<String> names = new LinkedHashSet<>();
        collect(name, new LinkedHashSet<>(), names);
        return names.stream().map(this::load).toList();
    }

    private void collect(String name, Set<String> open, Set<String> done) {
        if (open.add(name)) {
            load(name).extended().forEach(other -> collect(other, open, done));
            done.add(name);
        }
    }
}
