package org.tongwen.routes.conversation;

import java.util.List;
import java.util.Optional;
import org.tongwen.routes.conversation.Standing.Judged;
import org.tongwen.routes.conversation.Standing.Paid;
import org.tongwen.routes.journal.Story;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * Judges answers by what their originals have heard. The original itself is read only when money goes back, or when it or the answer is of
 * several transactions.
 */
record Hearing(StoredMessages stored) {

    /** What an answer means; empty when it does not name the transactions of the original without doubt. */
    Optional<Judged> judge(BusinessMessage answer, Story original) {
        Standing standing = Standing.of(original);
        List<Statement> said = NewsReader.read(answer);
        boolean plain = Resolution.isPlain(said, standing.transactions());
        boolean returns = said.stream().anyMatch(one -> one.news().returned().isPresent());
        Optional<List<Transaction>> held = plain && !returns
                ? Optional.empty()
                : stored.find(original.id()).map(Transaction::in);
        Optional<List<News>> news = plain
                ? Optional.of(Resolution.plain(said))
                : held.flatMap(transactions -> new Resolution(transactions).of(said));
        Paid paid = number -> held.flatMap(transactions -> paid(transactions, number));
        return news.map(known -> standing.judge(known, paid));
    }

    private static Optional<Money> paid(List<Transaction> held, int number) {
        return number == News.ALL
                ? held.stream()
                        .map(Transaction::settled)
                        .reduce((one, two) -> one.flatMap(sum -> two.flatMap(sum::plus)))
                        .flatMap(sum -> sum)
                : held.stream().skip(number - 1L).findFirst().flatMap(Transaction::settled);
    }
}
