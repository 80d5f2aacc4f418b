package org.tongwen.mappings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tongwen.mappings.format.mt.RandomMt;

/**
 * Random messages for a mapping: of its type, without what it refuses, with what its dispatch wants. Rules that chance alone would hardly
 * ever obey, such as an amount that is the sum of others, are helped along; the others are left to chance and to the reader.
 */
final class RandomMtsOf {

    private static final String REASON = ".reason.code";

    /** What decides that a message belongs to a mapping, by the mapping's name. */
    private static final Map<String, UnaryOperator<RandomMt>> KINDS = Map.ofEntries(
            Map.entry("swift.mt103.stp", RandomMtsOf::straightThrough),
            Map.entry(
                    "swift.mt103.remit",
                    mt -> mt.with("3:119", "77T").fixed("3:119", "REMIT").without("70")),
            Map.entry("swift.mt103.return", mt -> returned(mt, "72", "RETN").with("33B")),
            Map.entry("swift.mt202.return", mt -> returned(mt, "72", "RETN")),
            Map.entry("swift.mt205.return", mt -> returned(mt, "72", "RETN")),
            Map.entry("swift.mt103.reject", mt -> returned(mt, "72", "REJT")),
            Map.entry("swift.mt202.reject", mt -> returned(mt, "72", "REJT")),
            Map.entry("swift.mt205.reject", mt -> returned(mt, "72", "REJT")),
            Map.entry("swift.mt199.reject", mt -> returned(mt, "79", "REJT")),
            Map.entry("swift.mt299.reject", mt -> returned(mt, "79", "REJT")),
            Map.entry("swift.mt202", RandomMtsOf::onOwnAccounts),
            Map.entry("swift.mt205", RandomMtsOf::onOwnAccounts),
            Map.entry("swift.mt202.cover", mt -> cover(onOwnAccounts(mt))),
            Map.entry("swift.mt205.cover", mt -> cover(onOwnAccounts(mt))),
            Map.entry("swift.mt192", mt -> cancelled(mt, "103")),
            Map.entry("swift.mt292", mt -> cancelled(mt, "202", "205")),
            Map.entry("swift.mt196", mt -> answered(mt, "103")),
            Map.entry("swift.mt296", mt -> answered(mt, "202", "205")));

    /** Kinds of messages of a type that obey its network rules often enough. */
    private static final Map<String, List<UnaryOperator<RandomMt>>> SHAPES = Map.of(
            "103", List.of(RandomMtsOf::shared, RandomMtsOf::ours, RandomMtsOf::theirs, RandomMtsOf::exchanged),
            "204", List.of(RandomMtsOf::addingUp),
            "101", List.of(RandomMtsOf::oneOrderingCustomer));

    private RandomMtsOf() {}

    /** Endless messages for a mapping of SWIFT MT, the same ones for the same seed. */
    static Stream<String> mapping(AuthoredMapping mapping, long seed) {
        String type =
                Objects.requireNonNull(mapping.text().source().get("type")).text();
        List<RandomMt> kinds = SHAPES.getOrDefault(type, List.of(RandomMtsOf::oneCurrency)).stream()
                .map(shape -> shape.apply(usual(RandomMt.of(type, seed))))
                .map(KINDS.getOrDefault(mapping.name(), UnaryOperator.identity()))
                .map(random -> random.without(mapping.plan().refuse().keySet().stream()
                        .flatMap(RandomMtsOf::paths)
                        .toArray(String[]::new)))
                .toList();
        return Stream.iterate(0, n -> n + 1)
                .map(n -> kinds.get(n % kinds.size()).message());
    }

    /** With a UETR, without fields of block 3 that no standard has, with values that there are. */
    private static RandomMt usual(RandomMt mt) {
        return mt.shuffled()
                .with("3:121")
                .without("3:999")
                .fixed("3:111", "001", "002", "009")
                .fixed("50F.party.code", "ARNU", "CCPT", "DRLC", "EMPL", "SOSE", "TXID")
                .fixed("B.50F.party.code", "ARNU", "CCPT", "DRLC", "EMPL", "SOSE", "TXID")
                .fixed("13C.code", "CLSTIME", "RNCTIME", "SNDTIME", "TILTIME", "FROTIME", "REJTIME")
                .fixed("13C.offset", "0000", "0100", "0530");
    }

    private static RandomMt shared(RandomMt mt) {
        return inEuro(mt).fixed("71A", "SHA").without("71G");
    }

    private static RandomMt ours(RandomMt mt) {
        return inEuro(mt).fixed("71A", "OUR").without("71F", "23E");
    }

    private static RandomMt theirs(RandomMt mt) {
        return inEuro(mt).fixed("71A", "BEN").without("71G").with("71F", "33B");
    }

    private static RandomMt inEuro(RandomMt mt) {
        return Stream.of("32A", "33B", "71F", "71G")
                .reduce(mt.without("36"), (random, field) -> random.fixed(field + ".currency", "EUR"), (a, b) -> b)
                .fixed("23B", "CRED");
    }

    private static RandomMt exchanged(RandomMt mt) {
        return mt.with("33B", "36")
                .without("71F", "71G")
                .fixed("32A.currency", "JPY")
                .fixed("32A.amount", "150000,", "1,")
                .fixed("33B.currency", "USD", "GBP")
                .fixed("71A", "SHA")
                .fixed("23B", "CRED", "SPRI", "SSTD", "SPAY");
    }

    private static RandomMt straightThrough(RandomMt mt) {
        return Stream.of("52", "53", "54", "55", "56", "57")
                .reduce(mt, (random, tag) -> random.without(tag + "C", tag + "D"), (a, b) -> b)
                .without("54B", "55B", "57B", "51A", "72.INS")
                .with("3:119")
                .fixed("3:119", "STP")
                .fixed("23E.code", "SDVA", "INTC", "REPA", "CORT");
    }

    private static RandomMt returned(RandomMt mt, String field, String word) {
        return mt.with(field + "." + word, field + REASON, field + ".MREF")
                .without("57C")
                .fixed(field + REASON, "AC01", "AM05", "XT99")
                .without(field + (word.equals("RETN") ? ".REJT" : ".RETN"))
                .without("B", "3:119", "79.text", "copy", "53A", "53D");
    }

    private static RandomMt cover(RandomMt mt) {
        return mt.with("B", "3:119").fixed("3:119", "COV").without("72.RETN", "72.REJT", "72.reason", "B.72.RETN");
    }

    /** No third bank settles. */
    private static RandomMt onOwnAccounts(RandomMt mt) {
        return mt.without("53A", "53D", "54A", "54D");
    }

    private static RandomMt cancelled(RandomMt mt, String... types) {
        return mt.with("32A", "11S.type").fixed("11S.type", types).without("79.UETR", "copy");
    }

    private static RandomMt answered(RandomMt mt, String... types) {
        return mt.with("11R", "76.answer")
                .fixed("11R.type", types)
                .fixed("76.reason.code", "NOOR", "AC04", "CUST")
                .without("77A.UETR", "copy");
    }

    private static RandomMt oneCurrency(RandomMt mt) {
        return Stream.of(
                        "60F",
                        "60M",
                        "62F",
                        "62M",
                        "64",
                        "65",
                        "34F",
                        "90C",
                        "90D",
                        "item.32B",
                        "32B",
                        "32A",
                        "B.33B",
                        "72.CHGS")
                .reduce(mt, (random, field) -> random.fixed(field + ".currency", "EUR"), (a, b) -> b);
    }

    private static RandomMt addingUp(RandomMt mt) {
        return mt.fixed("B.32B.currency", "EUR").fixed("B.32B.amount", "10,").fixed("19", "10,", "20,", "30,");
    }

    private static RandomMt oneOrderingCustomer(RandomMt mt) {
        return mt.with("50H")
                .without("B.50a", "B.50F", "B.50G", "B.50H", "B.33B", "B.36", "B.52a", "B.50C", "B.50L", "B.21F")
                .fixed("28D.index", "1")
                .fixed("28D.total", "1")
                .fixed("B.32B.currency", "EUR");
    }

    /** A path of a mapping as {@link RandomMt} writes it: for a field with options one path for each letter. */
    private static Stream<String> paths(String path) {
        String named = path.replace("user._", "3:").replace("trailer.", "5:").replace("_", "");
        if (!named.matches("(.*\\.)?\\d\\d[a-z](\\..*)?")) {
            return Stream.of(named);
        }
        String[] around = named.split("(?<=(?:^|\\.)\\d\\d)[a-z]", 2);
        Stream<String> letters = Stream.concat(
                Stream.of(""), "ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars().mapToObj(Character::toString));
        return Stream.concat(Stream.of(named), letters.map(letter -> around[0] + letter + around[1]));
    }
}
