package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What codecs say of themselves holds, and the committed page says it. {@code -Dtongwen.update=true} writes the page anew. */
class CodecReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "codecs.md");

    @Test
    void pageIsWhatCodecsSayOfThemselves() throws IOException {
        String page = CodecReference.markdown();
        if (Boolean.getBoolean("tongwen.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @TestFactory
    Stream<DynamicTest> eachFormCanBeCalled() {
        return Codecs.kinds().stream()
                .flatMap(kind -> kind.describe().forms().stream())
                .map(form -> dynamicTest(
                        form.call(),
                        () -> assertThat(Codecs.make(form.call(), CodecReference.TABLES))
                                .isInstanceOf(Converted.Done.class)));
    }

    @TestFactory
    Stream<DynamicTest> eachExampleIsTrue() {
        return Codecs.kinds().stream()
                .flatMap(kind -> kind.describe().examples().stream())
                .map(example ->
                        dynamicTest(example.call() + " " + example.source().values(), () -> isTrue(example)));
    }

    private static void isTrue(Description.Example example) {
        Codec codec = Codecs.find(example.call(), CodecReference.TABLES).orElseThrow();
        Map<String, String> iso = new HashMap<>(Calls.iso(codec, example.source()));
        assertThat(iso).isEqualTo(example.iso());
        assertThat(iso.keySet()).isSubsetOf(codec.isoPaths());
        assertThat(Calls.restored(Calls.back(codec, iso), example.source())).isEqualTo(example.back());
        boolean exact = codec.fidelity() == Codec.Fidelity.EXACT;
        assertThat(exact && !example.back().equals(example.source())).isFalse();
    }

    @Test
    void everyCodecHasFormsAndExamples() {
        assertThat(Codecs.kinds())
                .allSatisfy(kind -> {
                    assertThat(kind.describe().forms()).isNotEmpty();
                    assertThat(kind.describe().examples()).isNotEmpty();
                    assertThat(kind.describe().forms())
                            .allMatch(form -> Codecs.name(form.call()).equals(kind.name()));
                })
                .extracting(CodecKind::name)
                .contains("account", "address", "agent", "charset", "overpunch", "pinyin", "proxy", "uuid");
    }

    @Test
    void aMistakeIsAnsweredWithWhatTheCodecTakes() {
        Converted<Codec> made = Codecs.make("overpunch(0)", Map.of());

        assertThat(made)
                .isEqualTo(Converted.refused(
                        "mapping.UnknownCodec",
                        "overpunch(0) cannot be understood; overpunch is written like overpunch(14)",
                        "overpunch(14): zeros in front up to that many characters"));
    }

    @Test
    void listedTextsAreTheOnesThatAreWritten() {
        for (String call : List.of(
                "code(charges)",
                "flag(Y, N)",
                "number(numeric-currency)",
                "number(numeric-country)",
                "country(alpha-3)")) {
            Codec codec = Codecs.find(call, CodecReference.TABLES).orElseThrow();
            assertThat(codec.sourceTexts().orElseThrow())
                    .isNotEmpty()
                    .allSatisfy(
                            source -> assertThat(codec.isoTexts().orElseThrow()).contains(Calls.to(codec, source)));
        }
    }
}
