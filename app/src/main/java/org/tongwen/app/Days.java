package org.tongwen.app;

import org.tongwen.conformance.certificate.Issuer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of days, from 1 to as many as the issuer of certificates allows. */
final class Days implements ITypeConverter<Integer> {

    private static final int MOST = Issuer.MOST_DAYS;

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new TypeConversionException("'" + text + "' is not a number of days from 1 to " + MOST);
        }
        return Integer.valueOf(text);
    }
}
