package org.tongwen.app;

import java.time.Clock;
import java.util.List;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.routes.desk.Call;
import org.tongwen.routes.desk.Counter;
import org.tongwen.routes.desk.Desk;
import org.tongwen.routes.desk.Reprocessing;
import org.tongwen.routes.desk.Trial;
import org.tongwen.routes.desk.Viewer;
import org.tongwen.routes.journal.Entry;
import org.tongwen.routes.journal.JournalException;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.journal.StoredJournal;
import org.tongwen.routes.journal.Story;
import org.tongwen.routes.observe.MessageLog;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** The desk over a store that this process opens. Nothing goes out of it, so what is released or repaired needs the running hub. */
final class StoreOffice implements Office {

    private static final List<String> NEEDS_HUB = List.of("release", "source");

    private final StoredJournal journal;
    private final Counter counter;
    private final Viewer viewer;

    private StoreOffice(StoredJournal journal, Viewer viewer) {
        this.journal = journal;
        this.counter = new Counter(new Desk(journal, new NoPipeline(), new MessageLog(false), Clock.systemUTC()));
        this.viewer = viewer;
    }

    /** Opens the store of a configuration under a name of its own, so that it takes the place of no hub. */
    static Office open(HubConfig config, String operator) {
        try {
            StoredJournal journal = StoredJournal.open(config.store(), config.node() + ".command", Clock.systemUTC());
            return new StoreOffice(journal, new Viewer("command:" + operator, true));
        } catch (JournalException e) {
            throw StopException.refused(e.getMessage() + ". When a hub is running, name it with --hub URL");
        }
    }

    @Override
    public Checked<byte[]> answer(Call call) {
        boolean needsHub =
                call.path().size() == 3 && NEEDS_HUB.contains(call.path().get(2));
        return needsHub
                ? Checked.none(Finding.error(
                                "app.NeedsHub",
                                Place.NOWHERE,
                                "what is released or repaired has to pass through the hub")
                        .hint("start the hub and name it with --hub URL"))
                : counter.answer(call, viewer);
    }

    @Override
    public void close() {
        journal.close();
    }

    /** Stands where the hub's pipeline would be; calls for it are answered before. */
    private static final class NoPipeline implements Reprocessing {

        @Override
        public Checked<Trial> release(Story story, byte[] iso, Entry.Draft draft) {
            throw new IllegalStateException("the store alone releases nothing");
        }

        @Override
        public Trial again(Story story, byte[] source, Entry.Draft draft) {
            throw new IllegalStateException("the store alone repairs nothing");
        }

        /** Nothing goes out from here: a hub that starts on this store finds what is to be done. */
        @Override
        public void decided(MessageId id) {}
    }
}
