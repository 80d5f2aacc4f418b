package org.tongwen.routes.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Names that are watched. A name of a message is like one of the list when every word of the one has its like in the other, in any order: of a
 * longer name all words of the listed one, or at least two words that are all in the listed one. Words are alike when they are the same, or one
 * letter apart and of at least five letters. Blanks do not count when all words are there. Names that both are written in Hanzi must share
 * these.
 */
final class WatchList {

    /** Joined names that are shorter are too often part of others. */
    static final int JOINED = 6;

    /**
     * A listed name in one of its forms.
     *
     * @param line the line of the list
     * @param text the name as the list writes it
     * @param form the form
     */
    record Name(int line, String text, NameForm form) {}

    private final List<Name> names = new ArrayList<>();
    private final List<int[]> wordsOfNames = new ArrayList<>();
    private final Words words = new Words();
    private final Postings<Integer> byWord = new Postings<>();
    private final Postings<Integer> byRarest = new Postings<>();
    private final Postings<String> byJoined = new Postings<>();

    private WatchList() {}

    /** Reads one name a line. Empty lines and those that begin with a number sign are passed over. */
    static WatchList of(List<String> lines) {
        WatchList list = new WatchList();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                list.add(i + 1, text);
            }
        }
        list.finish();
        return list;
    }

    /** How many names it has, each form counted. */
    int size() {
        return names.size();
    }

    private void add(int line, String text) {
        for (NameForm form : NameForms.of(text)) {
            int number = names.size();
            names.add(new Name(line, text, form));
            int[] ids = form.words().stream().mapToInt(words::add).toArray();
            wordsOfNames.add(ids);
            form.words().stream().distinct().map(words::add).forEach(word -> byWord.add(word, number));
            if (form.joined().length() >= JOINED) {
                byJoined.add(form.joined(), number);
                byJoined.add(form.turned(), number);
            }
        }
    }

    /** A name that has all words of a listed one has its rarest, too. */
    private void finish() {
        for (int number = 0; number < names.size(); number++) {
            int rarest = names.get(number).form().words().stream()
                    .map(words::add)
                    .min(Comparator.comparingInt(byWord::count))
                    .orElseThrow();
            byRarest.add(rarest, number);
        }
        byWord.finish();
        byRarest.finish();
        byJoined.finish();
    }

    /** The listed name that is most like that one; empty when none is like it. */
    Optional<Listed> find(String name) {
        Optional<Listed> best = Optional.empty();
        for (NameForm form : NameForms.of(name)) {
            Optional<Listed> found = new LookUp(this, form).best();
            if (best.isEmpty()
                    || found.isPresent() && found.get().score() > best.get().score()) {
                best = found;
            }
        }
        return best;
    }

    Name name(int number) {
        return names.get(number);
    }

    /** The numbers of the words of a name. */
    int[] wordsOf(int number) {
        return wordsOfNames.get(number);
    }

    /** The numbers of listed words that are like that one. */
    int[] like(String word) {
        return words.find(word);
    }

    /** The names that have a word. */
    int[] having(int word) {
        return byWord.of(word);
    }

    /** The names of which that word is the rarest. */
    int[] rarest(int word) {
        return byRarest.of(word);
    }

    /** The names whose words, all together, are that one. */
    int[] joined(String word) {
        return byJoined.of(word);
    }
}
