package org.tongwen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PaymentTableTest {

    @Test
    void aLongerFileBeginsLikeAShorterOne() throws IOException {
        assertThat(table(200)).startsWith(table(100)).hasLineCount(201);
    }

    private static String table(int payments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PaymentTable.write(payments, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
