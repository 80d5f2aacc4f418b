package org.tongwen.routes.journal;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The totals of a tally as bytes, for each: currency, count and sum. Likenesses stand in rows of their own. */
final class TallyForm {

    private TallyForm() {}

    static byte[] bytes(Tally tally) {
        Form form = new Form();
        for (Tally.Total total : tally.totals()) {
            form.text(total.currency()).number(total.count()).text(total.sum().toPlainString());
        }
        return form.bytes();
    }

    static Tally tally(MessageId message, Instant at, byte[] bytes) {
        ByteBuffer form = ByteBuffer.wrap(bytes);
        List<Tally.Total> totals = new ArrayList<>();
        while (form.hasRemaining()) {
            String currency = text(form);
            int count = Math.toIntExact(form.getLong());
            totals.add(new Tally.Total(currency, count, new BigDecimal(text(form))));
        }
        return new Tally(message, at, totals, List.of());
    }

    private static String text(ByteBuffer form) {
        byte[] text = new byte[Math.toIntExact(form.getLong())];
        form.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
