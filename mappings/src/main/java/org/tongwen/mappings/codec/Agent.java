package org.tongwen.mappings.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.rules.identifier.Bic;

/**
 * {@code agent}: a bank by one text: a BIC, else a clearing system and a member's number, else a name. Versions before 2012 call the BIC
 * {@code BIC}, later ones {@code BICFI}.
 */
final class Agent implements Codec {

    private static final String BIC = "BICFI";
    private static final String OLD_BIC = "BIC";
    private static final String SYSTEM = "ClrSysMmbId/ClrSysId/Cd";
    private static final String MEMBER = "ClrSysMmbId/MmbId";
    private static final String NAME = "Nm";

    /** Numbers of members, by clearing system: what the market practice of SWIFT and the ISO list say of them. */
    private static final Map<String, Pattern> SYSTEMS = systems();

    /** A system and a number, {@code CNAPS:102100099996}. */
    private static final Pattern WITH_SYSTEM = Pattern.compile("([A-Z]{5}):(\\S{1,35})");

    private final String system;

    /** A codec where numbers without a system are those of that system, or names when it is empty. */
    private Agent(String system) {
        this.system = system;
    }

    private static Map<String, Pattern> systems() {
        String table =
                "ATBLZ \\d{5} AUBSB \\d{6} CACPA \\d{9} CHBCC \\d{3,5} CHSIC \\d{6} CNAPS \\d{12,14} DEBLZ \\d{8} ESNCC \\d{8,9}"
                        + " GBDSC \\d{6} GRBIC \\d{7} HKNCC \\d{3} IENCC \\d{6} INFSC [A-Z]{4}0[A-Z0-9]{6} ITNCC \\d{10} JPZGN \\d{7} NZNCC \\d{6}"
                        + " PLKNR \\d{8} PTNCC \\d{8} RUCBC \\d{9} USABA \\d{9} USPID \\d{4} ZANCC \\d{6}";
        Map<String, Pattern> systems = new HashMap<>();
        String[] words = table.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            systems.put(words[i], Pattern.compile(words[i + 1]));
        }
        return Map.copyOf(systems);
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public List<String> isoPaths() {
        return List.of(BIC, OLD_BIC, SYSTEM, MEMBER, NAME);
    }

    @Override
    public boolean worksWith(Set<String> places) {
        return (places.contains(BIC) || places.contains(OLD_BIC)) && places.containsAll(List.of(SYSTEM, MEMBER, NAME));
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        String text = source.value();
        if (Bic.isValid(text)) {
            return Converted.of(Map.of(BIC, text, OLD_BIC, text));
        }
        if (isMember(system, text)) {
            return Converted.of(Map.of(SYSTEM, system, MEMBER, text));
        }
        Matcher member = WITH_SYSTEM.matcher(text);
        if (member.matches() && SYSTEMS.containsKey(member.group(1))) {
            return isMember(member.group(1), member.group(2))
                    ? Converted.of(Map.of(SYSTEM, member.group(1), MEMBER, member.group(2)))
                    : Converted.refused(
                            "codec.Agent", "has no number of the form that members of " + member.group(1) + " have");
        }
        return Converted.of(Map.of(NAME, text));
    }

    private static boolean isMember(String system, String number) {
        Pattern form = SYSTEMS.get(system);
        return form != null && form.matcher(number).matches();
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        String bic = iso.getOrDefault(BIC, iso.getOrDefault(OLD_BIC, ""));
        if (!bic.isEmpty()) {
            return Converted.of(Source.of(bic));
        }
        String member = iso.getOrDefault(MEMBER, "");
        if (!member.isEmpty()) {
            return member(iso.getOrDefault(SYSTEM, ""), member);
        }
        return iso.containsKey(NAME)
                ? Converted.of(Source.of(iso.getOrDefault(NAME, "")))
                : Converted.refused("codec.Agent", "has neither a BIC nor a clearing member nor a name");
    }

    private Converted<Source> member(String of, String number) {
        if (of.equals(system) && isMember(system, number)) {
            return Converted.of(Source.of(number));
        }
        return isMember(of, number)
                ? Converted.of(Source.of(of + ":" + number))
                : Converted.refused(
                        "codec.Agent", "is a member of a clearing system that the mapping does not know: " + of);
    }

    /** The BIC has one of two names in a message, and both where it is made. */
    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        return withOneBic(one).equals(withOneBic(other));
    }

    private static Map<String, String> withOneBic(Map<String, String> iso) {
        Map<String, String> one = new HashMap<>(iso);
        String old = one.remove(OLD_BIC);
        if (old != null) {
            one.put(BIC, old);
        }
        return one;
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "agent";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A bank by one text. In this order: what is a BIC with a country in the middle is `BICFI`; a clearing"
                                    + " system of five letters, a colon and a number of that system's form is `ClrSysMmbId`; all else is `Nm`."
                                    + " For the element `FinInstnId`. A name of eight or eleven capitals that happens to hold a country is"
                                    + " taken for a BIC: where names occur, use `bic` for BICs and a choice. Systems: "
                                    + String.join(", ", new TreeSet<>(SYSTEMS.keySet())) + ".")
                    .form("agent", "clearing members with their system, `CNAPS:102100099996`")
                    .form("agent(CNAPS)", "a bare number of that system's form is a member of it")
                    .lost(
                            "Nothing of the institution's. Of a BIC, a member and a name that ISO has together, the first that there is"
                                    + " comes back.")
                    .example("agent", Codec.Source.of("DEUTDEFF"), Map.of("BICFI", "DEUTDEFF", "BIC", "DEUTDEFF"))
                    .example(
                            "agent",
                            Codec.Source.of("GBDSC:999998"),
                            Map.of("ClrSysMmbId/ClrSysId/Cd", "GBDSC", "ClrSysMmbId/MmbId", "999998"))
                    .example(
                            "agent(CNAPS)",
                            Codec.Source.of("999100000018"),
                            Map.of("ClrSysMmbId/ClrSysId/Cd", "CNAPS", "ClrSysMmbId/MmbId", "999100000018"))
                    .example("agent", Codec.Source.of("Demo Bank"), Map.of("Nm", "Demo Bank"));
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            if (arguments.isEmpty()) {
                return Optional.of(new Agent(""));
            }
            return Arguments.only(arguments).filter(SYSTEMS::containsKey).map(Agent::new);
        }
    }
}
