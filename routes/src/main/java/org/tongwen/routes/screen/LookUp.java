package org.tongwen.routes.screen;

import java.util.Optional;

/** Looks for one name in one of its forms. */
final class LookUp {

    private static final int[] NONE = {};

    private final WatchList list;
    private final NameForm form;

    /** For each word of the name the numbers of listed words that are like it. */
    private final int[][] likes;

    private int best = -1;
    private int score;

    LookUp(WatchList list, NameForm form) {
        this.list = list;
        this.form = form;
        this.likes = form.words().stream().map(list::like).toArray(int[][]::new);
    }

    /** The listed name that is most like it. */
    Optional<Listed> best() {
        for (int[] like : likes) {
            for (int word : like) {
                compare(list.rarest(word));
            }
        }
        if (likes.length > 1) {
            for (int word : rarest()) {
                compare(list.having(word));
            }
        }
        if (form.joined().length() >= WatchList.JOINED) {
            for (int number : list.joined(form.joined())) {
                take(number, form.joined().length());
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new Listed(list.name(best).text(), list.name(best).line(), score));
    }

    /** The likes of the word that the fewest listed names have: whichever has all words has one of these. */
    private int[] rarest() {
        int[] rarest = NONE;
        int fewest = Integer.MAX_VALUE;
        for (int[] like : likes) {
            int count = 0;
            for (int word : like) {
                count += list.having(word).length;
            }
            if (count < fewest) {
                fewest = count;
                rarest = like;
            }
        }
        return rarest;
    }

    private void compare(int[] numbers) {
        for (int number : numbers) {
            if (mayFit(list.wordsOf(number))) {
                take(number, Alike.letters(list.name(number).form().words(), form.words()));
            }
        }
    }

    /** Whether every word of the shorter one has a like in the other; most listed names end here. */
    private boolean mayFit(int[] words) {
        if (words.length > likes.length) {
            for (int[] like : likes) {
                if (!isAnyIn(like, words)) {
                    return false;
                }
            }
            return true;
        }
        for (int word : words) {
            boolean met = false;
            for (int[] like : likes) {
                met |= isIn(word, like);
            }
            if (!met) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnyIn(int[] some, int[] numbers) {
        for (int each : some) {
            if (isIn(each, numbers)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(int wanted, int[] numbers) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }

    private void take(int number, int letters) {
        if (letters == 0 || areStrangers(list.name(number).form())) {
            return;
        }
        int all = list.name(number).form().letters() + form.letters();
        int reached = Math.min(100, 200 * letters / all);
        if (best < 0 || reached > score) {
            best = number;
            score = reached;
        }
    }

    /** Names that both are in Hanzi, but not the same. */
    private boolean areStrangers(NameForm listed) {
        return !listed.hanzi().isEmpty()
                && !form.hanzi().isEmpty()
                && !listed.hanzi().contains(form.hanzi())
                && !form.hanzi().contains(listed.hanzi());
    }
}
