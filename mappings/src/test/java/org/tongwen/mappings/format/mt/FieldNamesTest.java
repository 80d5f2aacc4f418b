package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldNamesTest {

    /** Its name is the code word. */
    private static final String UETR = "UETR";

    static Stream<String> types() {
        return MtFormat.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldAndPartHasAName(String type) {
        FieldNames names = FieldNames.of(type);
        assertThat(names.message()).isNotEmpty();
        List<String> nameless = new ArrayList<>();
        for (FieldRule rule : Layout.load(type).orElseThrow().rules()) {
            if (names.field("", rule.tag()).isEmpty()) {
                nameless.add(rule.tag());
            }
            rule.lines().stream()
                    .flatMap(line -> RandomField.names(line.parts()))
                    .filter(name -> !name.isEmpty()
                            && !name.equals(UETR)
                            && names.component(rule.tag(), name).equals(name))
                    .forEach(name -> nameless.add(rule.tag() + "." + name));
        }
        assertThat(nameless).isEmpty();
    }

    @Test
    void everyFieldAroundTheTextHasAName() {
        FieldNames names = FieldNames.of("103");
        Layout envelope = new Envelope().layout();
        for (String block : List.of("3", "5")) {
            assertThat(envelope.beginning(block + ":"))
                    .extracting(rule -> rule.tag().substring(2))
                    .filteredOn(tag -> !tag.equals("other"))
                    .allMatch(tag -> !names.tagged(block, tag).isEmpty());
        }
        assertThat(Stream.of("1I", "2I", "1O", "2O")
                        .flatMap(block -> envelope.require(block).lines().stream())
                        .flatMap(line -> RandomField.names(line.parts())))
                .allMatch(part -> !names.header(part).equals(part));
    }

    @Test
    void theNearestNameCounts() {
        FieldNames names = FieldNames.of("204");

        assertThat(names.field("", "20")).isEqualTo("Reference of the sender");
        assertThat(names.field("B", "20")).isEqualTo("Reference of the transaction");
        assertThat(names.component("61", "code")).isNotEqualTo(names.component("23E", "code"));
        assertThat(FieldNames.of("296").message()).isEqualTo("Answers");
        assertThat(FieldNames.of("998").message()).isEqualTo("Proprietary message");
        assertThat(FieldNames.of("").message()).isEmpty();
    }

    @Test
    void codesAndDaysHaveAMeaning() {
        FieldNames names = FieldNames.of("940");

        assertThat(names.meaning("61", "mark", "RD")).isEqualTo("reversal of a debit");
        assertThat(names.meaning("71A", "", "OUR")).isEqualTo("the ordering customer");
        assertThat(names.meaning("32A", "date", "800229")).isEqualTo("1980-02-29");
        assertThat(names.meaning("30", "", "790101")).isEqualTo("2079-01-01");
        assertThat(names.meaning("32A", "date", "261301")).isEmpty();
        assertThat(names.meaning("20", "", "261201")).isEmpty();
    }
}
