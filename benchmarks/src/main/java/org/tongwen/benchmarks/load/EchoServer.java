package org.tongwen.benchmarks.load;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The yardstick: a route of camel-netty-http that answers with the bytes that came. */
public final class EchoServer {

    private EchoServer() {}

    /** Takes the port. */
    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("netty-http:http://127.0.0.1:" + arguments[0] + "/?matchOnUriPrefix=true")
                        .convertBodyTo(byte[].class)
                        .removeHeaders("*");
            }
        });
        main.run();
    }
}
