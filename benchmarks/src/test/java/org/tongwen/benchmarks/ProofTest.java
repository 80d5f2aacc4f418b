package org.tongwen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProofTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void endsWithATableOfWhatWasJudged() throws InterruptedException {
        assertThat(run("--message", "pain.001.001.09", "--documents", "500", "--seed", "7"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("documents +504")
                .containsPattern("mutant SIBLINGS_SWAPPED +\\d+")
                .containsPattern("differences +0");
    }

    @Test
    void repeatsOneRound() throws InterruptedException {
        assertThat(run("--message", "camt.052.001.08", "--round", "12")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("documents +12");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws InterruptedException {
        assertThat(run("--message", "none.001.001.01")).isEqualTo(2);
        assertThat(run("--document", "5")).isEqualTo(2);
        assertThat(run("--seed")).isEqualTo(2);
    }

    private int run(String... arguments) throws InterruptedException {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Proof.run(arguments, print, print);
    }
}
