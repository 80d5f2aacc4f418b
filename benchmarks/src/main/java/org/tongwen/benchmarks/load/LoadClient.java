package org.tongwen.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * A client that costs little: one thread for all connections, each of which stays open and has one request under way. Given a rate it sends at
 * that rate whether answers come or not, and a request that has to wait for a free connection counts from when it was due.
 */
final class LoadClient {

    private final InetSocketAddress address;
    private final int connections;
    private final IntFunction<byte[]> requests;

    /**
     * A client.
     *
     * @param requests the bytes of each request, head included, by its number
     */
    LoadClient(int port, int connections, IntFunction<byte[]> requests) {
        this.address = new InetSocketAddress("127.0.0.1", port);
        this.connections = connections;
        this.requests = requests;
    }

    /** Sends that many requests, as fast as answers come. */
    Load asFastAsPossible(int count) {
        return run(count, 0);
    }

    /** Sends that many requests, so many a second. */
    Load atRate(int count, double perSecond) {
        return run(count, perSecond);
    }

    private Load run(int count, double perSecond) {
        try (Selector selector = Selector.open()) {
            return new Round(selector, count, perSecond).run();
        } catch (IOException e) {
            throw new UncheckedIOException("the load could not be made", e);
        }
    }

    /** One load. */
    private final class Round {

        private final Selector selector;
        private final int count;
        private final double perSecond;
        private final Deque<SelectionKey> free = new ArrayDeque<>();
        private final Latencies latencies = new Latencies();
        private final Map<Integer, Integer> answers = new TreeMap<>();
        private int sent;
        private int done;

        Round(Selector selector, int count, double perSecond) {
            this.selector = selector;
            this.count = count;
            this.perSecond = perSecond;
        }

        Load run() throws IOException {
            for (int i = 0; i < connections; i++) {
                open();
            }
            long start = System.nanoTime();
            while (done < count) {
                send(start);
                pause(start);
                for (SelectionKey key : List.copyOf(selector.selectedKeys())) {
                    serve(key);
                }
                selector.selectedKeys().clear();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return new Load(seconds, answers, latencies);
        }

        private void open() throws IOException {
            SocketChannel channel = SocketChannel.open(address);
            channel.configureBlocking(false);
            channel.socket().setTcpNoDelay(true);
            free.add(channel.register(selector, SelectionKey.OP_READ, new Connection(channel)));
        }

        private long due(long start) {
            return perSecond == 0 ? System.nanoTime() : start + (long) (sent * 1e9 / perSecond);
        }

        private void send(long start) throws IOException {
            while (sent < count && !free.isEmpty() && due(start) <= System.nanoTime()) {
                SelectionKey key = free.remove();
                long due = due(start);
                ask(key, due);
            }
        }

        private void ask(SelectionKey key, long due) throws IOException {
            Connection connection = (Connection) key.attachment();
            connection.ask(requests.apply(sent), due);
            sent++;
        }

        private void pause(long start) throws IOException {
            if (sent == count || free.isEmpty()) {
                selector.select();
                return;
            }
            long nanos = due(start) - System.nanoTime();
            if (nanos > 0) {
                // At least a millisecond: who watches the clock instead takes a processor from the server.
                selector.select(Math.max(1, nanos / 1_000_000));
            } else {
                selector.selectNow();
            }
        }

        private void serve(SelectionKey key) throws IOException {
            Connection connection = (Connection) key.attachment();
            try {
                connection.write();
                if (connection.read()) {
                    answered(connection, connection.status());
                    free.add(key);
                }
            } catch (IOException e) {
                key.channel().close();
                if (!free.remove(key)) {
                    answered(connection, 0);
                }
                open();
            }
        }

        private void answered(Connection connection, int status) {
            latencies.add(System.nanoTime() - connection.asked());
            answers.merge(status, 1, Integer::sum);
            done++;
        }
    }
}
