package org.tongwen.xsd.pattern;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The sets of characters that expressions of XML Schema have names for. */
final class Escapes {

    private static final Map<Integer, String> NAMES = names();

    /** Each general category of Unicode; worked out when an expression first names one. */
    private static final class Categories {
        static final Map<String, CodePoints> ALL = categories();
    }

    private static final CodePoints BLANKS = CodePoints.of(" \t\n\r");

    private Escapes() {}

    /** What a backslash and this letter stand for; nothing when they stand for no set. */
    static CodePoints letter(char letter) {
        return switch (letter) {
            case 's' -> BLANKS;
            case 'S' -> BLANKS.not();
            case 'd' -> category("Nd");
            case 'D' -> category("Nd").not();
            case 'w' -> wordless().not();
            case 'W' -> wordless();
            case 'i' -> initial();
            case 'I' -> initial().not();
            case 'c' -> named();
            case 'C' -> named().not();
            default -> CodePoints.NONE;
        };
    }

    /** The set between the braces of {@code \p}: a category, a group of categories, or {@code Is} and a block; nothing if unknown. */
    static CodePoints property(String name) {
        return name.startsWith("Is") ? block(name.substring(2)) : category(name);
    }

    private static CodePoints wordless() {
        return category("P").or(category("Z")).or(category("C"));
    }

    private static CodePoints initial() {
        return category("L").or(CodePoints.of("_:"));
    }

    private static CodePoints named() {
        return category("L").or(category("N")).or(category("M")).or(CodePoints.of("-._:"));
    }

    /** A group such as {@code L} is all categories that begin with it. */
    private static CodePoints category(String name) {
        Predicate<String> wanted = one -> name.length() == 1 ? one.startsWith(name) : one.equals(name);
        return Categories.ALL.entrySet().stream()
                .filter(category -> wanted.test(category.getKey()))
                .map(Map.Entry::getValue)
                .reduce(CodePoints.NONE, CodePoints::or);
    }

    private static CodePoints block(String name) {
        try {
            Character.UnicodeBlock block = Character.UnicodeBlock.forName(name);
            return CodePoints.where(c -> block.equals(Character.UnicodeBlock.of(c)));
        } catch (IllegalArgumentException e) {
            return CodePoints.NONE;
        }
    }

    private static Map<String, CodePoints> categories() {
        Map<String, CodePoints> categories = new HashMap<>();
        NAMES.forEach((type, name) -> categories.put(name, CodePoints.where(c -> Character.getType(c) == type)));
        return Map.copyOf(categories);
    }

    /** Names of the categories by the numbers that {@link Character#getType(int)} gives. */
    private static Map<Integer, String> names() {
        String inOrder = "Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf - Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf";
        String[] names = inOrder.split(" ");
        Map<Integer, String> byType = new HashMap<>();
        IntStream.range(0, names.length)
                .filter(type -> !names[type].equals("-"))
                .forEach(type -> byType.put(type, names[type]));
        return Map.copyOf(byType);
    }
}
