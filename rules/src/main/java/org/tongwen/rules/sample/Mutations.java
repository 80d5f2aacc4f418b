package org.tongwen.rules.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes faults in a sound message, each alone: the operators M1 to M19 at every place where they mean something. */
final class Mutations {

    private static final String FILE = "/packs/messages/mutations.txt";

    /** Codes that stand for each other: each may be right, but not everywhere. */
    private static final Map<String, List<String>> CODES = Map.of(
            "SttlmMtd", List.of("INDA", "INGA", "COVE", "CLRG"),
            "ChrgBr", List.of("DEBT", "CRED", "SHAR", "SLEV"),
            "TxSts", List.of("ACSC", "PDNG", "PART", "BLCK", "RJCT"),
            "Conf", List.of("CNCL", "RJCR", "PECR", "INFO"),
            "PmtMtd", List.of("CHK", "TRA"),
            "Vrfctn", List.of("false"),
            "OrgnlMsgNmId", List.of("pain.001.001.09", "camt.056.001.08"));

    private static final List<String> CODES_OF_LISTS =
            List.of("QQQQ", "NARR", "UPAY", "SYAD", "AG06", "UM21", "CHQB", "HOLD", "PHOB", "TELB", "G003", "GOVT");
    private static final List<String> CHARACTERS = List.of("é", "#", "_", "\t", "\u0001");
    private static final String LONG = "0123456789".repeat(25);

    private final SampleMessage sound;
    private final Predicate<String> wanted;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutations(SampleMessage sound, Predicate<String> wanted) {
        this.sound = sound;
        this.wanted = wanted;
    }

    /** All faults. */
    static List<Mutant> of(SampleMessage sound) {
        Mutations mutations = new Mutations(sound, path -> true);
        mutations.values();
        mutations.structures();
        return mutations.mutants;
    }

    /** Faults of single elements at some places. */
    static List<Mutant> at(Predicate<String> places, SampleMessage sound) {
        Mutations mutations = new Mutations(sound, places);
        mutations.values();
        return mutations.mutants;
    }

    private void values() {
        sound.elements().stream().filter(wanted).forEach(path -> {
            change("M1", "-" + path);
            change("M2", "+" + path);
            change("M3", "~" + path);
        });
        sound.leaves().stream().filter(wanted).forEach(this::leaf);
    }

    private void structures() {
        lines().forEach(line -> change(
                line.substring(0, line.indexOf(' ')),
                line.substring(line.indexOf(' ')).replace(";", "\n")));
    }

    private void leaf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\[.*", "");
        String text = sound.text(path).orElse("");
        change("M4", path + "=");
        change("M5", path + "=" + text + LONG);
        change("M5", path + "=" + (text + LONG).substring(0, 36));
        change("M5", path + "=" + (text + LONG).substring(0, 17));
        CHARACTERS.forEach(character -> change("M6", path + "=" + text + character));
        List.of("/" + text, text + "//X", " " + text).forEach(value -> change("M6", path + "=" + value));
        CODES.getOrDefault(name, name.equals("Cd") ? CODES_OF_LISTS : List.of())
                .forEach(code -> change("M7", path + "=" + code));
        sound.attribute(path, "Ccy").ifPresent(currency -> amount(path, text));
        counts(name, path, text);
        times(path, text);
        identifiers(name, path, text);
    }

    private void amount(String path, String text) {
        List.of("JPY", "XAU", "BGN", "EUR", "KWD").forEach(currency -> change("M8", path + "@Ccy=" + currency));
        number(text).ifPresent(value -> {
            change("M9", path + "=" + value.add(new BigDecimal("0.01")));
            change("M9", path + "=" + value.subtract(new BigDecimal("0.01")));
        });
        List.of("0", "-1", "1E3", "1.001", "1.1234567", "123456789012345.00")
                .forEach(value -> change("M9", path + "=" + value));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("[0-9]+(\\.[0-9]+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private void counts(String name, String path, String text) {
        if (name.equals("NbOfTxs")) {
            List.of("0", "2", "01").forEach(value -> change("M10", path + "=" + value));
        } else if (name.equals("CtrlSum")) {
            number(text).ifPresent(value -> change("M11", path + "=" + value.add(new BigDecimal("0.01"))));
        }
    }

    private void times(String path, String text) {
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*")) {
            String local = text.substring(0, 19);
            List.of("Z", "", "+15:00", ".120+01:00").forEach(zone -> change("M12", path + "=" + local + zone));
        } else if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            List.of("2026-02-30", "2027-01-01").forEach(day -> change("M12", path + "=" + day));
        }
    }

    private void identifiers(String name, String path, String text) {
        if (text.length() > 3 && Character.isDigit(text.charAt(3))) {
            char flipped = (char) ('0' + (text.charAt(3) - '0' + 1) % 10);
            change("M13", path + "=" + text.substring(0, 3) + flipped + text.substring(4));
        }
        if (!text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1))) {
            char flipped = (char) ('0' + (text.charAt(text.length() - 1) - '0' + 1) % 10);
            change("M13", path + "=" + text.substring(0, text.length() - 1) + flipped);
        }
        if (name.endsWith("UETR")) {
            change("M14", path + "=" + text.toUpperCase(Locale.ROOT));
            change("M14", path + "=" + text.substring(0, 14) + "1" + text.substring(15));
        }
        if (name.equals("BICFI") || name.equals("AnyBIC")) {
            List.of("OSTBUS33XXX", "JINHQX22XXX").forEach(bic -> change("M17", path + "=" + bic));
        } else if (name.equals("Ctry")) {
            change("M7", path + "=QX");
        }
    }

    /** Makes a fault where it can be made. */
    private void change(String operator, String change) {
        try {
            mutants.add(new Mutant(operator, change, sound.copy().change(change).xml()));
        } catch (IllegalArgumentException e) {
            // The message has no place for it.
            return;
        }
    }

    private static List<String> lines() {
        try (InputStream stream = Mutations.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
