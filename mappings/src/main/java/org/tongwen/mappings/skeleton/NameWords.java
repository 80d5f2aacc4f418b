package org.tongwen.mappings.skeleton;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares names of the standard, which are short for words, with the names that institutions give their fields. */
final class NameWords {

    private static final int ENOUGH = 6;
    private static final int OWN = 4;
    private static final int AROUND = 2;

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("msg", List.of("message", "batch", "transfer", "order")),
            Map.entry("id", List.of("no", "number", "reference", "ref", "code", "key")),
            Map.entry("nm", List.of("name", "title")),
            Map.entry("nb", List.of("number", "num", "count", "total")),
            Map.entry("txs", List.of("transactions", "count", "num", "payments", "number")),
            Map.entry("ctrl", List.of("control", "total")),
            Map.entry("sum", List.of("total", "amount")),
            Map.entry("cre", List.of("created", "creation", "create")),
            Map.entry("dt", List.of("date", "day", "time", "created")),
            Map.entry("tm", List.of("time", "timestamp", "created")),
            Map.entry("dbtr", List.of("debtor", "payer", "sender", "originator", "ordering", "from", "50a", "50k")),
            Map.entry(
                    "cdtr",
                    List.of(
                            "creditor",
                            "payee",
                            "receiver",
                            "recipient",
                            "beneficiary",
                            "to",
                            "merchant",
                            "59a",
                            "59")),
            Map.entry("acct", List.of("account", "wallet", "iban", "card", "openid")),
            Map.entry("agt", List.of("agent", "bank", "bic", "institution")),
            Map.entry("bicfi", List.of("bic", "bank", "swift")),
            Map.entry("iban", List.of("account", "wallet")),
            Map.entry("othr", List.of("other")),
            Map.entry("amt", List.of("amount", "sum", "value", "money")),
            Map.entry("instd", List.of("instructed", "transfer", "amount", "33b")),
            Map.entry("bk", List.of("bank")),
            Map.entry("sttlm", List.of("settlement", "settle", "32a")),
            Map.entry("reqd", List.of("requested", "due", "execution", "value")),
            Map.entry("exctn", List.of("execution", "due", "date")),
            Map.entry("chrg", List.of("charge", "charges", "fee", "71a")),
            Map.entry("br", List.of("bearer", "mode")),
            Map.entry("purp", List.of("purpose", "reason", "scene")),
            Map.entry("rmt", List.of("remittance", "remark", "memo", "70")),
            Map.entry("ustrd", List.of("remark", "memo", "text", "description", "note", "details", "message")),
            Map.entry("uetr", List.of("uetr", "uuid", "121")),
            Map.entry("end", List.of("order", "out", "detail")),
            Map.entry("ctry", List.of("country", "nation")),
            Map.entry("twn", List.of("town", "city")),
            Map.entry("strt", List.of("street", "line", "road", "address")),
            Map.entry("pst", List.of("post", "postal", "zip")),
            Map.entry("adr", List.of("address", "addr", "line")),
            Map.entry("cd", List.of("code", "zip")),
            Map.entry("tp", List.of("type", "kind")),
            Map.entry("prtry", List.of("proprietary", "type", "code")),
            Map.entry("instr", List.of("instruction", "order")),
            Map.entry("prty", List.of("priority", "party")),
            Map.entry("ccy", List.of("currency", "cur")),
            Map.entry("pmt", List.of("payment", "batch")),
            Map.entry("mtd", List.of("method", "type")),
            Map.entry("initg", List.of("initiating", "merchant", "app")),
            Map.entry("phne", List.of("phone", "mobile", "tel")),
            Map.entry("email", List.of("mail")));

    private static final Set<String> GENERIC = Set.of("Id", "Cd", "Prtry", "Dt", "DtTm", "Othr", "Tp");

    /** Words that say which side a field is on; a field of one side is no candidate for the other. */
    private static final Set<String> PAYS = Set.of("debtor", "payer", "sender", "originator", "ordering", "from");

    private static final Set<String> GETS = Set.of("creditor", "payee", "receiver", "recipient", "beneficiary", "to");

    private NameWords() {}

    private record Scored(String path, int score) {}

    /** The fields that an element is perhaps filled from, the likeliest first, two at most. */
    static List<String> candidates(String isoPath, List<String> fields) {
        List<String> names = specific(List.of(isoPath.split("/")));
        List<String> near = names.subList(Math.max(0, names.size() - 4), names.size());
        return fields.stream()
                .map(field -> new Scored(field, score(near, field)))
                .filter(scored -> scored.score() >= ENOUGH)
                .sorted(Comparator.comparingInt(Scored::score).reversed().thenComparing(Scored::path))
                .map(Scored::path)
                .limit(2)
                .toList();
    }

    /** The path without names at its end that say nothing of their own, such as {@code Purp/Cd}. */
    private static List<String> specific(List<String> names) {
        int size = names.size();
        while (size > 1 && GENERIC.contains(names.get(size - 1))) {
            size--;
        }
        return names.subList(0, size);
    }

    private static int score(List<String> names, String field) {
        List<String> steps = List.of(field.split("\\."));
        Set<String> own = words(steps.get(steps.size() - 1));
        Set<String> all = new HashSet<>(own);
        steps.forEach(step -> all.addAll(words(step)));
        Set<String> last = words(names.get(names.size() - 1));
        long meant = last.stream().filter(word -> means(word, own)).count();
        if (meant == 0 || opposite(names, all)) {
            return 0;
        }
        boolean explained = own.stream().allMatch(word -> last.stream().anyMatch(iso -> means(iso, Set.of(word))));
        long around = names.subList(0, names.size() - 1).stream()
                .filter(name -> words(name).stream().anyMatch(word -> means(word, all)))
                .count();
        return (int) (OWN * meant + AROUND * around) + (explained ? AROUND : 0);
    }

    private static boolean opposite(List<String> names, Set<String> words) {
        boolean debtor = names.stream().anyMatch(name -> name.contains("Dbtr"));
        boolean creditor = names.stream().anyMatch(name -> name.contains("Cdtr"));
        return debtor && words.stream().anyMatch(GETS::contains)
                || creditor && words.stream().anyMatch(PAYS::contains);
    }

    private static boolean means(String isoWord, Set<String> words) {
        return words.contains(isoWord)
                || WORDS.getOrDefault(isoWord, List.of()).stream().anyMatch(words::contains);
    }

    /** The words of a name in lower case: parted by signs and by capitals. */
    static Set<String> words(String name) {
        List<String> parts = new ArrayList<>();
        Stream.of(name.split("[^\\p{L}\\p{N}]+"))
                .forEach(part -> parts.addAll(
                        List.of(part.split("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"))));
        Set<String> words = new HashSet<>();
        parts.stream().filter(part -> !part.isEmpty()).forEach(part -> words.add(part.toLowerCase(Locale.ROOT)));
        return words;
    }
}
