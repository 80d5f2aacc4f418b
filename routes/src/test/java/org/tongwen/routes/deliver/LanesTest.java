package org.tongwen.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.journal.Content;
import org.tongwen.routes.journal.Delivery;
import org.tongwen.routes.journal.Dispatch;
import org.tongwen.routes.journal.MessageId;

class LanesTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LEASE = 30 * SECOND;

    private final Lanes lanes = new Lanes(8, Duration.ofSeconds(10));
    private long number;

    private void add(String receiver, int count) {
        for (int i = 0; i < count; i++) {
            MessageId id = MessageId.next(Clock.systemUTC());
            Dispatch dispatch = new Dispatch(receiver, Content.DELIVERY, "", "");
            lanes.add(new Claimed(new Delivery(number++, id, id, dispatch, 1, Instant.EPOCH), LEASE));
        }
    }

    private List<String> begin(long now) {
        return lanes.begin(now).stream().map(Claimed::receiver).toList();
    }

    @Test
    void leaveSomeWorkersForOtherReceivers() {
        add("one", 20);

        assertThat(begin(0)).hasSize(6).containsOnly("one");
        assertThat(lanes.busy(0)).containsExactly("one");
        assertThat(lanes.wanted()).isEqualTo(2);
        add("two", 2);
        assertThat(begin(0)).containsExactly("two", "two");
        assertThat(lanes.wanted()).isZero();
    }

    @Test
    void giveAReceiverThatIsSlowFewWorkers() {
        add("slow", 1);
        lanes.begin(0).forEach(claimed -> lanes.end(claimed, true, 2 * SECOND));
        add("slow", 5);
        add("quick", 6);

        assertThat(begin(2 * SECOND)).hasSize(8).filteredOn("slow"::equals).hasSize(2);
    }

    @Test
    void giveAllSlowReceiversTogetherHalfOfTheWorkers() {
        for (String name : List.of("a", "b", "c", "d")) {
            add(name, 1);
        }
        lanes.begin(0).forEach(claimed -> lanes.end(claimed, false, 1));
        for (String name : List.of("a", "b", "c", "d")) {
            add(name, 8);
        }
        assertThat(begin(1)).hasSize(4);

        add("quick", 8);
        assertThat(begin(1)).hasSize(4).containsOnly("quick");
    }

    @Test
    void noticeThatAReceiverIsSlowWhileItIs() {
        add("slow", 3);
        assertThat(begin(0)).hasSize(3);
        add("slow", 1);

        assertThat(begin(2 * SECOND)).isEmpty();
        assertThat(lanes.busy(2 * SECOND)).containsExactly("slow");
    }

    @Test
    void giveAReceiverThatIsQuickAgainItsWorkersBack() {
        add("bank", 1);
        lanes.begin(0).forEach(claimed -> lanes.end(claimed, false, 1));
        add("bank", 1);
        lanes.begin(1).forEach(claimed -> lanes.end(claimed, true, 2));
        add("bank", 8);

        assertThat(begin(2)).hasSize(6);
    }

    @Test
    void beginNothingThatMayBelongToAnotherProcessBeforeItEnds() {
        add("bank", 1);

        assertThat(begin(LEASE - 9 * SECOND)).isEmpty();
        assertThat(lanes.drain()).isEmpty();
    }

    @Test
    void workWithASingleWorker() {
        Lanes one = new Lanes(1, Duration.ofSeconds(10));
        MessageId id = MessageId.next(Clock.systemUTC());
        Dispatch dispatch = new Dispatch("bank", Content.DELIVERY, "", "");
        Claimed claimed = new Claimed(new Delivery(1, id, id, dispatch, 1, Instant.EPOCH), LEASE);
        one.add(claimed);

        assertThat(one.begin(0)).containsExactly(claimed);
        one.end(claimed, false, 2 * SECOND);
        one.add(claimed);
        assertThat(one.begin(2 * SECOND)).containsExactly(claimed);
    }
}
