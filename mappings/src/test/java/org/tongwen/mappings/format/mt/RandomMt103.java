package org.tongwen.mappings.format.mt;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/** Makes trees of sound MT103 messages, the same ones for the same seed. */
final class RandomMt103 {

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String PLAIN = CAPITALS + "abcdefghijklmnopqrstuvwxyz" + DIGITS + "-?:().,'+ ";
    private static final List<String> AGENTS = List.of("52AD", "53ABD", "54ABD", "55ABD", "56ACD", "57ABCD");

    private final Random random;

    RandomMt103(long seed) {
        this.random = new Random(seed);
    }

    Tree message() {
        Tree tree = object().put("header", header());
        maybe(tree, "user", this::user);
        tree.put("_20", leaf("R" + some(DIGITS, 1, 15)));
        repeat(tree, "_13C", this::timeIndication);
        tree.put("_23B", leaf(pick("CRED", "CRTS", "SPAY", "SPRI", "SSTD")));
        repeat(tree, "_23E", this::instruction);
        maybe(tree, "_26T", () -> leaf(some(CAPITALS + DIGITS, 3, 3)));
        tree.put("_32A", amount().put("date", leaf(date())));
        maybe(tree, "_33B", this::amount);
        maybe(tree, "_36", () -> leaf(decimal(12)));
        orderingCustomer(tree);
        maybe(tree, "_51A", () -> agent('A'));
        AGENTS.forEach(field -> agent(tree, field));
        beneficiary(tree);
        maybe(tree, "_70", this::remittance);
        tree.put("_71A", leaf(pick("BEN", "OUR", "SHA")));
        repeat(tree, "_71F", this::amount);
        maybe(tree, "_71G", this::amount);
        maybe(tree, "_72", () -> lines(6, 35));
        maybe(tree, "_77B", () -> lines(3, 35));
        maybe(tree, "_77T", () -> leaf("a{@#_" + text(200) + "\n" + text(200)));
        maybe(tree, "trailer", this::trailer);
        return tree;
    }

    private Tree header() {
        Tree header = object().put("application", leaf("F"))
                .put("service", leaf("01"))
                .put("sender", leaf(terminal()))
                .put("session", leaf(some(DIGITS, 4, 4)))
                .put("sequence", leaf(some(DIGITS, 6, 6)))
                .put("direction", leaf("I"))
                .put("type", leaf("103"))
                .put("receiver", leaf(terminal()))
                .put("priority", leaf(pick("N", "U", "S")));
        maybe(header, "deliveryMonitoring", () -> leaf(pick("1", "2", "3")));
        if (header.field("deliveryMonitoring").isPresent()) {
            maybe(header, "obsolescence", () -> leaf(some(DIGITS, 3, 3)));
        }
        return header;
    }

    private Tree user() {
        Tree user = object().put(
                        "_121",
                        leaf(new java.util.UUID(
                                        random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63)
                                .toString()));
        maybe(user, "_108", () -> leaf(text(16)));
        maybe(user, "_119", () -> leaf(pick("STP", "REMIT")));
        maybe(user, "_999", () -> leaf(text(30)));
        return user;
    }

    private Tree trailer() {
        Tree trailer = object().put("CHK", leaf(some(DIGITS, 12, 12)));
        maybe(trailer, "TNG", () -> leaf(""));
        return trailer;
    }

    private Tree timeIndication() {
        return object().put("code", leaf(pick("CLSTIME", "RNCTIME", "SNDTIME")))
                .put("time", leaf(pick("0000", "2359", "1205")))
                .put("sign", leaf(pick("+", "-")))
                .put("offset", leaf(pick("0000", "0530", "1400")));
    }

    private Tree instruction() {
        Tree instruction = object().put("code", leaf(pick("PHOB", "HOLD", "INTC")));
        maybe(instruction, "text", () -> leaf("/" + text(29)));
        return instruction;
    }

    private void orderingCustomer(Tree tree) {
        switch (random.nextInt(3)) {
            case 0 -> Mt.put(tree, "50A", withAccount().put("bic", leaf(bic())));
            case 1 -> Mt.put(tree, "50F", numbered());
            default -> Mt.put(tree, "50K", nameAndAddress(withAccount()));
        }
    }

    private Tree numbered() {
        Tree party = random.nextBoolean() ? object().put("account", account()) : object().put("party", identifier());
        party.put("names", lines(2, 33));
        switch (random.nextInt(3)) {
            case 0 ->
                party.put("street", lines(1, 33)).put("country", leaf("GB")).put("town", town());
            case 1 ->
                party.put("birthDate", leaf("19720229"))
                        .put("birthCountry", leaf("DE"))
                        .put("birthPlace", leaf(text(30)));
            default ->
                party.put("customer", identity().put("issuer", leaf(text(9)))).put("national", identity());
        }
        return party;
    }

    private Tree town() {
        return Tree.list(Place.NOWHERE).add(leaf(text(30)));
    }

    private Tree identity() {
        return object().put("country", leaf("FR")).put("id", leaf(text(12) + "/1"));
    }

    private Tree identifier() {
        return random.nextBoolean()
                ? identity().put("code", leaf(pick("ARNU", "CCPT", "NIDN", "SOSE", "TXID")))
                : identity().put("code", leaf(pick("CUST", "DRLC", "EMPL"))).put("issuer", leaf(text(9)));
    }

    private void beneficiary(Tree tree) {
        switch (random.nextInt(3)) {
            case 0 -> Mt.put(tree, "59A", withAccount().put("bic", leaf(bic())));
            case 1 ->
                Mt.put(
                        tree,
                        "59F",
                        withAccount()
                                .put("names", lines(3, 33))
                                .put("country", leaf("ES"))
                                .put("town", town()));
            default -> Mt.put(tree, "59", nameAndAddress(withAccount()));
        }
    }

    private void agent(Tree tree, String field) {
        if (random.nextBoolean()) {
            char option = field.charAt(2 + random.nextInt(field.length() - 2));
            Mt.put(tree, field.substring(0, 2) + option, agent(option));
        }
    }

    private Tree agent(char option) {
        Tree agent = object();
        if (option == 'C' || random.nextBoolean()) {
            agent.put("party", party());
        }
        return switch (option) {
            case 'A' -> agent.put("bic", leaf(bic()));
            case 'B' -> agent.put("location", leaf(text(35)));
            case 'C' -> agent;
            default -> nameAndAddress(agent);
        };
    }

    private Tree party() {
        return switch (random.nextInt(3)) {
            case 0 -> object().put("clearing", leaf(pick("FW", "SC", "CH"))).put("id", leaf(some(DIGITS, 1, 31)));
            case 1 -> object().put("mark", leaf(pick("C", "D"))).put("account", account());
            default -> object().put("account", account());
        };
    }

    private Tree remittance() {
        Tree remittance = object();
        maybe(remittance, "reference", () -> leaf(text(30)));
        return remittance.put("text", lines(3, 35));
    }

    private Tree nameAndAddress(Tree party) {
        party.put("name", leaf(text(35)));
        maybe(party, "address", () -> lines(3, 35));
        return party;
    }

    private Tree withAccount() {
        Tree party = object();
        maybe(party, "account", this::account);
        return party;
    }

    private Tree account() {
        return leaf(some(DIGITS, 1, 1) + some(CAPITALS + DIGITS + "/", 0, 33));
    }

    private Tree amount() {
        return object().put("currency", leaf(pick("EUR", "USD", "JPY"))).put("amount", leaf(decimal(15)));
    }

    private String decimal(int longest) {
        String whole = some(DIGITS, 1, longest - 4);
        return whole + "," + some(DIGITS, 0, 3);
    }

    private String date() {
        return some(DIGITS, 2, 2) + pick("0131", "0430", "1231", "0228");
    }

    private String terminal() {
        return bic().substring(0, 8) + pick("AXXX", "X123", "BLON");
    }

    private String bic() {
        return some(CAPITALS, 4, 4) + pick("GB", "ES", "DE") + pick("2L", "MM", "22") + pick("", "XXX", "A1B");
    }

    private Tree lines(int most, int longest) {
        Tree lines = Tree.list(Place.NOWHERE);
        for (int left = 1 + random.nextInt(most); left > 0; left--) {
            lines.add(leaf(text(longest)));
        }
        return lines;
    }

    /** Free text that begins with a letter, so that it cannot be taken for anything else. */
    private String text(int longest) {
        return some(CAPITALS, 1, 1) + some(PLAIN, 0, longest - 1);
    }

    private String some(String characters, int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = least + random.nextInt(most - least + 1); left > 0; left--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void maybe(Tree tree, String name, Supplier<Tree> value) {
        if (random.nextBoolean()) {
            tree.put(name, value.get());
        }
    }

    private void repeat(Tree tree, String name, Supplier<Tree> value) {
        int count = random.nextInt(3);
        Tree list = Tree.list(Place.NOWHERE);
        for (int i = 0; i < count; i++) {
            list.add(value.get());
        }
        if (count > 0) {
            tree.put(name, list);
        }
    }

    private static Tree object() {
        return Tree.object(Place.NOWHERE);
    }

    private static Tree leaf(String text) {
        return Tree.text(text, Place.NOWHERE);
    }
}
