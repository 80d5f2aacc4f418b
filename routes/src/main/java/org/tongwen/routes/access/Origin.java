package org.tongwen.routes.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where connections come from that count together: an address; of IPv6 its first half, because one customer of a provider has all of the other half.
 *
 * @param network the bytes that count; never read on
 */
public record Origin(ByteBuffer network) {

    /** The origin of an address. */
    public static Origin of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Origin(
                ByteBuffer.wrap(address instanceof Inet6Address ? Arrays.copyOf(bytes, bytes.length / 2) : bytes));
    }
}
