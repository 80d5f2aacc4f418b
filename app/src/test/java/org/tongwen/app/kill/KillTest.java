package org.tongwen.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongwen.app.kill.KillRun.Kill;
import org.tongwen.app.kill.KillRun.Size;

/**
 * The hub is killed under load: what was answered is there and has its effect once, all else can be sent again. {@code -Dtongwen.kills=50
 * -Dtongwen.messages=20000} is the long form, whose last result stands in {@code docs/kill-test.md}.
 */
class KillTest {

    private static final int LONG = 10;
    private static final int KILLS = Integer.getInteger("tongwen.kills", 5);
    private static final int MESSAGES = Integer.getInteger("tongwen.messages", 400);
    private static final long SEED = Long.getLong("tongwen.seed", 20_261_122);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingHasItsEffectTwice() throws Exception {
        List<Report> reports = KILLS < LONG ? atOnce() : oneByOne();

        String table = Report.table(reports);
        System.out.println(table);
        Files.writeString(Path.of("target/kill-test.md"), table);
        for (Report report : reports) {
            assertThat(report.complaints().stream().limit(20))
                    .as("the first of what was found on %s", report.size().setting())
                    .isEmpty();
            assertThat(report.kills())
                    .filteredOn(Kill::working)
                    .allSatisfy(kill -> assertThat(kill.requests()).isPositive());
            assertThat(report.load().broken()).isPositive();
        }
    }

    /** In the short form both stores at the same time, since each run waits now and then. */
    private List<Report> atOnce() throws Exception {
        List<Size> sizes = parts(Setting.H2, Setting.POSTGRES);
        ExecutorService threads = Executors.newFixedThreadPool(sizes.size());
        try {
            List<Future<Report>> running = new ArrayList<>();
            for (Size size : sizes) {
                running.add(threads.submit(() -> run(size)));
            }
            List<Report> reports = new ArrayList<>();
            for (Future<Report> one : running) {
                reports.add(one.get());
            }
            return reports;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Half of the kills with H2, a quarter each with PostgreSQL and one hub, and with two that share the work. */
    private List<Report> oneByOne() throws Exception {
        List<Report> reports = new ArrayList<>();
        for (Size size : parts(Setting.H2, Setting.POSTGRES, Setting.SHARED_POSTGRES)) {
            reports.add(run(size));
        }
        return reports;
    }

    /** The first store gets half, rounded up, and the others the rest. */
    private static List<Size> parts(Setting first, Setting... others) {
        List<Size> sizes = new ArrayList<>();
        sizes.add(new Size(first, KILLS - KILLS / 2, MESSAGES / 2, SEED));
        int left = KILLS / 2;
        for (int i = 0; i < others.length; i++) {
            int kills = left / (others.length - i);
            left -= kills;
            sizes.add(new Size(others[i], kills, MESSAGES / 2 / others.length, SEED));
        }
        return sizes;
    }

    private Report run(Size size) throws Exception {
        return KillRun.of(
                size, Files.createDirectory(folder.resolve(size.setting().name())));
    }
}
