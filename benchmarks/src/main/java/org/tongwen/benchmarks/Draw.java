package org.tongwen.benchmarks;

import java.math.BigInteger;
import java.util.Random;

/** Values that look like those of payments, drawn from a seed, so that every run measures the same documents. */
final class Draw {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    int number(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** A UUID of version 4 in lower case. */
    String uetr() {
        String hex = String.format("%016x%016x", random.nextLong(), random.nextLong());
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(13, 16) + "-a"
                + hex.substring(17, 20) + "-" + hex.substring(20);
    }

    /** A German IBAN with the right check digits. */
    String iban() {
        String account = digits(18);
        // D is 13 and E is 14; the check digits count as zeros while they are worked out.
        int rest = new BigInteger(account + "131400").mod(NINETY_SEVEN).intValue();
        return String.format("DE%02d%s", 98 - rest, account);
    }

    String bic() {
        return one("AAAAGB2LXXX", "BBBBESMMXXX", "CCCCFRPPXXX", "DEMODEFFXXX", "EEEEITMMXXX", "DDDDUS33XXX");
    }

    String company() {
        return one("Example Trading", "Beispielwerk", "Ejemplo", "Exemple et Fils", "Demo Shipping") + " "
                + one("Ltd", "GmbH", "SL", "SA", "Inc") + " " + number(1, 999);
    }

    String person() {
        return one("Erika", "Ann", "Juan", "Marie", "Wei") + " " + one("Beispiel", "Example", "Ejemplo", "Exemple");
    }

    String street() {
        return one("Musterweg", "Demo Road", "Calle Ejemplo", "Rue Exemple") + " " + number(1, 250);
    }

    String town() {
        return one("Frankfurt am Main", "Leeds", "Madrid", "Lyon", "Genova");
    }

    String country() {
        return one("DE", "GB", "ES", "FR", "IT", "US");
    }
}
