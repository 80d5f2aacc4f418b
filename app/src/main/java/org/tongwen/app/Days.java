package org.tongwen.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of days, from 1 to ten years. */
final class Days implements ITypeConverter<Integer> {

    private static final int MOST = 3650;

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new TypeConversionException("'" + text + "' is not a number of days from 1 to " + MOST);
        }
        return Integer.valueOf(text);
    }
}
