package org.tongwen.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.config.HubConfig;

class PlacesTest {

    private static final int ALL = 10;

    private static Places places(Optional<Integer> perAddress) {
        return new Places(new HubConfig.Listen(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ALL, perAddress));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static int taken(Places places, String address, int attempts) {
        return (int) IntStream.range(0, attempts)
                .filter(each -> places.enter(address(address)))
                .count();
    }

    @Test
    void oneAddressGetsHalfOfThePlaces() {
        Places places = places(Optional.empty());

        assertThat(taken(places, "192.0.2.1", 20)).isEqualTo(5);
        assertThat(taken(places, "192.0.2.2", 4)).isEqualTo(4);
        assertThat(taken(places, "192.0.2.3", 20)).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        Places places = places(Optional.of(2));

        for (int i = 0; i < 100; i++) {
            assertThat(taken(places, "192.0.2.1", 3)).isEqualTo(2);
            places.leave(address("192.0.2.1"));
            places.leave(address("192.0.2.1"));
        }
        assertThat(IntStream.range(0, 20).map(i -> taken(places, "192.0.2." + i, 1)))
                .filteredOn(one -> one == 1)
                .hasSize(ALL);
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        Places places = places(Optional.of(2));

        assertThat(taken(places, "2001:db8::1", 1)).isEqualTo(1);
        assertThat(taken(places, "2001:db8::2", 5)).isEqualTo(1);
        assertThat(taken(places, "2001:db8:0:1::2", 5)).isEqualTo(2);
    }

    @Test
    void aProxyOnThisMachineGetsAllUnlessTheConfigurationSaysOtherwise() {
        assertThat(taken(places(Optional.empty()), "127.0.0.1", 20)).isEqualTo(ALL);
        assertThat(taken(places(Optional.empty()), "::1", 20)).isEqualTo(ALL);
        assertThat(taken(places(Optional.of(3)), "127.0.0.1", 20)).isEqualTo(3);
    }
}
