package org.tongwen.routes.screen;

import java.util.List;

/** Compares names word by word, in any order. */
final class Alike {

    private Alike() {}

    /**
     * How many letters two names share when all words of the one with fewer words have their like in the other; a word of either is used once.
     * Zero when they have not, or when a single word meets a listed name of more.
     */
    static int letters(List<String> listed, List<String> name) {
        boolean listedIsShorter = listed.size() <= name.size();
        if (!listedIsShorter && name.size() < 2) {
            return 0;
        }
        return listedIsShorter ? shared(listed, name) : shared(name, listed);
    }

    private static int shared(List<String> few, List<String> many) {
        boolean[] used = new boolean[many.size()];
        boolean[] met = new boolean[few.size()];
        int letters = pair(few, many, met, used, true) + pair(few, many, met, used, false);
        for (boolean each : met) {
            if (!each) {
                return 0;
            }
        }
        return letters;
    }

    /** Those that are the same first, so that no word that is only near takes their place. */
    private static int pair(List<String> few, List<String> many, boolean[] met, boolean[] used, boolean same) {
        int letters = 0;
        for (int i = 0; i < few.size(); i++) {
            for (int j = 0; j < many.size() && !met[i]; j++) {
                if (!used[j] && (same ? few.get(i).equals(many.get(j)) : isNear(few.get(i), many.get(j)))) {
                    met[i] = true;
                    used[j] = true;
                    letters += same ? few.get(i).length() : few.get(i).length() - 1;
                }
            }
        }
        return letters;
    }

    private static boolean isNear(String one, String other) {
        return Math.max(one.length(), other.length()) >= Words.SHORTEST && Words.isNear(one, other);
    }
}
