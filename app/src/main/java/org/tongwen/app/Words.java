package org.tongwen.app;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.tongwen.xsd.finding.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns a word of the command line into one of a few values. */
class Words<E> implements ITypeConverter<E> {

    private final List<E> values;
    private final Function<E, String> word;

    Words(E[] values, Function<E, String> word) {
        this.values = Arrays.asList(values);
        this.word = word;
    }

    @Override
    public E convert(String text) {
        List<String> words = values.stream().map(word).toList();
        int index = words.indexOf(text);
        if (index < 0) {
            String expected = "'" + text + "' is neither " + String.join(" nor ", words);
            throw new TypeConversionException(expected + Nearest.hint(text, words));
        }
        return values.get(index);
    }
}
