package org.tongwen.mappings.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What stands in the brackets of a codec. */
final class Arguments {

    private Arguments() {}

    /** The single argument; empty when there are more or none. */
    static Optional<String> only(List<String> arguments) {
        return arguments.size() == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
    }

    /** All words, whether divided by commas or blanks. */
    static List<String> words(List<String> arguments) {
        return arguments.stream()
                .flatMap(argument -> Arrays.stream(argument.split(" +")))
                .toList();
    }

    /** A whole number from 1 to 999,999; empty for all else. */
    static OptionalInt number(String word) {
        boolean isNumber = !word.isEmpty()
                && word.length() <= 6
                && word.chars().allMatch(sign -> sign >= '0' && sign <= '9')
                && word.charAt(0) != '0';
        return isNumber ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
    }

    /** A number from 1 to a greatest one as the only argument. */
    static OptionalInt onlyNumber(List<String> arguments, int greatest) {
        OptionalInt number = only(arguments).map(Arguments::number).orElse(OptionalInt.empty());
        return number.isPresent() && number.getAsInt() <= greatest ? number : OptionalInt.empty();
    }
}
