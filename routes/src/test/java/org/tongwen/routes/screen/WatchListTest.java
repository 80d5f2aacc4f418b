package org.tongwen.routes.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ivan Petrov               | Ivan Petrov",
                "Ivan Petrov               | PETROV, IVAN",
                "Ivan Petrov               | Dr. Ivan S. Petrov",
                "Ivan Petrov               | Ivan Petrow",
                "Ivan Petrov               | Ivan Petorv",
                "Ivan Petrov               | Ivan Petro",
                "Ivan Sergeevich Petrov    | Petrov Ivan",
                "Ivan Petrov               | Иван Петров",
                "Иван Петров               | Ivan Petrov",
                "Юлия Тимошенко            | Yulia Tymoshenko",
                "Михаил Ходорковский       | Mikhail Khodorkovskiy",
                "Михаил Ходорковский       | Mikhail Khodorkovsky",
                "Георгиос Пападопулос      | Georgios Papadopoulos",
                "Γεώργιος Παπαδόπουλος     | Georgios Papadopoulos",
                "Georgios Papadopoulos     | ΓΕΩΡΓΙΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ",
                "张伟                        | Zhang Wei",
                "张伟                        | WEI ZHANG",
                "张伟                        | ZHANGWEI",
                "張偉                        | 张伟",
                "Zhang Wei                 | 张伟",
                "单雄信                       | Shan Xiongxin",
                "Hans Müller               | Hans Mueller",
                "Hans Müller               | HANS MULLER",
                "Hans Mueller              | Hans Müller",
                "José Núñez García         | JOSE NUNEZ GARCIA",
                "Al Rashid Trading         | Alrashid Trading",
                "Acme Trading Ltd          | Acme Trading Limited",
                "Acme Trading Ltd.         | ACME TRADING GMBH & CO KG",
                "Sean O'Brien              | Sean OBrien",
                "Gazprom                   | OAO Gazprom Export",
            })
    void namesThatAreAlikeAreFound(String listed, String name) {
        assertThat(WatchList.of(List.of("# a list", "", listed)).find(name))
                .hasValueSatisfying(found -> assertThat(found.line()).isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ivan Petrov            | Ivan Sidorov",
                "Ivan Petrov            | Igor Petrov",
                "Ivan Petrov            | Ivan",
                "Ivan Petrov            | Petrov",
                "Ivan Petrov            | Ivan Petrenko",
                "Wang Li                | Wang Lu",
                "张伟                     | 章威",
                "张伟                     | 王伟",
                "Acme Trading Ltd       | Beta Trading Ltd",
                "Maria Rossi            | Mario Russo Bianchi",
                "Ivan Petrov            | ''",
                "Ivan Petrov            | !?",
            })
    void namesThatAreNotAlikeAreNot(String listed, String name) {
        assertThat(WatchList.of(List.of(listed)).find(name)).isEmpty();
    }

    @Test
    void theScoreTellsHowMuchOfBothNamesIsTheSame() {
        WatchList list = WatchList.of(List.of("Ivan Petrov", "Maria Rossi"));

        assertThat(list.find("Petrov Ivan").orElseThrow().score()).isEqualTo(100);
        assertThat(list.find("Ivan Petrow").orElseThrow().score()).isBetween(85, 95);
        assertThat(list.find("Ivan Petrov and Sons Trading House").orElseThrow().score())
                .isBetween(40, 70);
    }

    @Test
    void theListedNameThatIsMostAlikeIsGiven() {
        WatchList list = WatchList.of(List.of("Ivan Petrow", "Ivan Petrov", "Ivan Petrova"));

        assertThat(list.find("Petrov, Ivan")).contains(new Listed("Ivan Petrov", 2, 100));
    }

    @Test
    void everyOneLetterChangeOfALongWordIsFoundAndNothingElse() {
        Random random = new Random(7);
        Words words = new Words();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            all.add(word(random));
            words.add(all.get(i));
        }
        for (int i = 0; i < 2_000; i++) {
            String asked = changed(all.get(random.nextInt(all.size())), random);
            Set<String> found = new HashSet<>();
            for (int number : words.find(asked)) {
                found.add(words.word(number));
            }
            assertThat(found).as(asked).containsExactlyInAnyOrderElementsOf(slowly(asked, all));
        }
    }

    private static Set<String> slowly(String asked, List<String> all) {
        Set<String> near = new HashSet<>();
        all.stream()
                .filter(word -> word.equals(asked)
                        || word.length() >= Words.SHORTEST
                                && asked.length() >= Words.SHORTEST - 1
                                && distance(word, asked) <= 1)
                .forEach(near::add);
        return near;
    }

    /** By the textbook: insertions, deletions, substitutions and exchanges of neighbours. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 4 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static String changed(String word, Random random) {
        StringBuilder text = new StringBuilder(word);
        int at = random.nextInt(word.length() - 1);
        switch (random.nextInt(5)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, (char) ('a' + random.nextInt(3)));
            case 2 -> text.setCharAt(at, (char) ('a' + random.nextInt(3)));
            case 3 -> text.insert(at, word.charAt(at + 1)).deleteCharAt(at + 2);
            default -> text.append("zz");
        }
        return text.toString();
    }
}
