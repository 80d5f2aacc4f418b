package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What mappings call addresses by. */
final class Address {

    private static final int WIDTH = 70;

    /** What CBPR+ and SEPA allow beside town and country. */
    private static final int HYBRID_LINES = 2;

    private Address() {}

    /** The kind. */
    public static final class Kind implements CodecKind {

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "address";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "A postal address, for the element `PstlAdr`. It never guesses: an address that is not of the form said"
                                    + " is refused. Fields of their own need no codec; a pair each does.")
                    .form("address(lines 70)", "a list of up to seven lines of that length; each is an `AdrLine`")
                    .form("address(wrap 70)", "one text, broken into lines as `lines` breaks it")
                    .form(
                            "address(hybrid)",
                            "a list of lines that ends in the town and its country: `TwnNm` and `Ctry`, and up to two"
                                    + " lines of 70 characters before them. The end is a line with the town and a line with two letters, or"
                                    + " `Berlin, DE`, or `DE/Berlin`; the first of these comes back")
                    .form("address(hybrid 7)", "likewise with up to seven lines")
                    .form(
                            "address(structured)",
                            "a list of street, number, post code, town and country; an empty text is a part that is"
                                    + " not there")
                    .form("address(structured PstCd TwnNm Ctry)", "a list of these parts")
                    .form(
                            "address(structured StrtNm TwnNm Ctry by ;)",
                            "a text of these parts with a sign between, also `by comma` and" + " `by newline`")
                    .form(
                            "address(numbered 33 most 3, town, street)",
                            "the value is a country; the paths are of the lines of town and street, as option F of SWIFT MT has"
                                    + " them. `TwnNm`, `Ctry` and one or two lines; back, what ISO has in other elements is written into at"
                                    + " most so many lines, those of the town counted")
                    .form(
                            "address(flat 35 most 3)",
                            "a list of lines, as options K and D of SWIFT MT have them; back, what ISO has in elements is written"
                                    + " into lines")
                    .lost(
                            "With `hybrid`, how town and country were written. With `numbered` and `flat`, back, what the lines do not hold, characters"
                                    + " outside SWIFT's X set, and which line was which element.")
                    .example(
                            "address(numbered 33 most 3, town, street)",
                            Codec.Source.of("DE", "Berlin", "Musterweg 7"),
                            Map.of("TwnNm", "Berlin", "Ctry", "DE", "AdrLine[1]", "Musterweg 7"))
                    .example(
                            "address(flat 35 most 3)",
                            list("Musterweg 7", "L-0000 Luxembourg"),
                            Map.of("AdrLine[1]", "Musterweg 7", "AdrLine[2]", "L-0000 Luxembourg"))
                    .example(
                            "address(lines 70)",
                            list("Musterweg 7", "L-0000 Luxembourg"),
                            Map.of("AdrLine[1]", "Musterweg 7", "AdrLine[2]", "L-0000 Luxembourg"))
                    .example(
                            "address(wrap 12)",
                            Codec.Source.of("Musterweg 7 L-0000 Luxembourg"),
                            Map.of("AdrLine[1]", "Musterweg 7", "AdrLine[2]", "L-0000", "AdrLine[3]", "Luxembourg"))
                    .example(
                            "address(hybrid)",
                            list("Musterweg 7", "Luxembourg", "LU"),
                            Map.of("TwnNm", "Luxembourg", "Ctry", "LU", "AdrLine[1]", "Musterweg 7"))
                    .example(
                            "address(structured)",
                            list("Musterweg", "7", "", "Luxembourg", "LU"),
                            Map.of("StrtNm", "Musterweg", "BldgNb", "7", "TwnNm", "Luxembourg", "Ctry", "LU"))
                    .example(
                            "address(structured StrtNm TwnNm Ctry by ;)",
                            Codec.Source.of("Musterweg 7;Luxembourg;LU"),
                            Map.of("StrtNm", "Musterweg 7", "TwnNm", "Luxembourg", "Ctry", "LU"));
        }

        private static Codec.Source list(String... lines) {
            return new Codec.Source(List.of(lines), List.of());
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            List<String> words = Arguments.words(arguments);
            List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
            OptionalInt number = Arguments.onlyNumber(rest, WIDTH * AddressLines.LINES);
            return switch (words.isEmpty() ? "" : words.get(0)) {
                case "lines" ->
                    number.isPresent()
                            ? Optional.of(new AddressLines(number.getAsInt(), AddressLines.LINES, false))
                            : Optional.empty();
                case "wrap" ->
                    number.isPresent() ? Optional.of(new AddressText(new Lines(number.getAsInt()))) : Optional.empty();
                case "hybrid" -> hybrid(rest.isEmpty() ? OptionalInt.of(HYBRID_LINES) : number);
                case "structured" -> AddressParts.of(rest);
                case "numbered", "flat" -> MtAddress.of(words);
                default -> Optional.empty();
            };
        }

        private static Optional<Codec> hybrid(OptionalInt lines) {
            return lines.isPresent() && lines.getAsInt() <= AddressLines.LINES
                    ? Optional.of(new AddressLines(WIDTH, lines.getAsInt(), true))
                    : Optional.empty();
        }
    }
}
