package org.tongwen.rules.condition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongwen.rules.identifier.Aba;
import org.tongwen.rules.identifier.Bic;
import org.tongwen.rules.identifier.Characters;
import org.tongwen.rules.identifier.Countries;
import org.tongwen.rules.identifier.CreditorReference;
import org.tongwen.rules.identifier.Currencies;
import org.tongwen.rules.identifier.ExternalCodes;
import org.tongwen.rules.identifier.Iban;
import org.tongwen.rules.identifier.Lei;
import org.tongwen.rules.identifier.QrIban;

/** What a text may be: an identifier that proves itself, a code of the standard, or text of a certain set of characters. */
public enum Form {
    /** An account number by ISO 13616: length and structure of its country, and check digits. */
    IBAN(Iban::isOfItsCountry),
    /** A Swiss or Liechtenstein IBAN whose institution number says that it stands on QR bills. */
    QR_IBAN(QrIban::isValid),
    /** A business identifier code by ISO 9362 that names a country. */
    BIC(Bic::isValid),
    /** The narrower form that messages before 2019 allow. */
    OLD_BIC(Bic::isValidBefore2019),
    /** A legal entity identifier by ISO 17442. */
    LEI(Lei::isValid),
    /** A routing number of the American Bankers Association. */
    ABA(Aba::isValid),
    /** A creditor reference by ISO 11649. */
    RF(CreditorReference::isValid),
    /** A reference of Swiss QR bills: 27 digits, the last of which checks the others. */
    QRR(QrIban::isReference),
    /** A country of ISO 3166. */
    COUNTRY(Countries::isKnown),
    /** A currency of ISO 4217. */
    CURRENCY(Currencies::isKnown),
    /** Digits only. */
    DIGITS(text -> Characters.all(text, Characters::isDigit)),
    /** Letters of the English alphabet and digits. */
    ALPHANUMERIC(text -> Characters.all(text, Characters::isLetterOrDigit)),
    /** A day of the calendar, written 20261121. */
    DAY(Form::isDay),
    /** A time whose distance from UTC is written with sign, hours and minutes, of at most 14 hours. */
    TIME_WITH_OFFSET(Characters::endsWithOffset),
    /** A time that says how far it is from UTC: by an offset, or by {@code Z}. */
    TIME_WITH_ZONE(text -> text.endsWith("Z") || Characters.endsWithOffset(text)),
    /** The characters that a SWIFT network takes in references. */
    FIN_X(text -> Characters.all(text, Characters::isFin)),
    /** The characters that CBPR+ takes in names, addresses and remittance information. */
    FIN_X_EXTENDED(text -> Characters.all(text, Characters::isExtendedFin)),
    /** No slash at either end, and no two in a row. */
    FREE_OF_SLASHES(text -> !text.startsWith("/") && !text.endsWith("/") && !text.contains("//")),
    /** No blank at either end, not blank altogether, and no control characters. */
    TRIMMED(Characters::isTrimmed),
    /** An address of electronic mail, as far as its form tells. */
    EMAIL(Characters::isEmail),
    /** A phone number with country code, such as +86-13912345678. */
    PHONE(Characters::isPhone),
    /** A code of the external code set that the value's type stands for; values of other types are left alone. */
    EXTERNAL_CODE(text -> true),
    /** A value whose type stands for an external code set that is known here. */
    OF_KNOWN_SET(text -> true);

    /** Whether a text passes. */
    private interface Test {
        boolean fits(String text);
    }

    private final Test test;

    Form(Test test) {
        this.test = test;
    }

    /** As conditions write it, such as {@code fin-x}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Form> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Form::word).toList();
    }

    boolean asksType() {
        return this == EXTERNAL_CODE || this == OF_KNOWN_SET;
    }

    boolean fits(String text, String type) {
        return switch (this) {
            case EXTERNAL_CODE -> ExternalCodes.allows(type, text);
            case OF_KNOWN_SET -> ExternalCodes.knows(type);
            default -> test.fits(text);
        };
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == 8 && LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
