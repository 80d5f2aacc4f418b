package org.tongwen.routes.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;

/** Addresses of other machines. */
final class Addresses {

    private Addresses() {}

    /** The address that a text says. */
    static Optional<String> http(Section section, String key, Yaml.Text text) {
        return section.parsed(
                key,
                text,
                "an address such as https://bank.example/iso20022, without user and password",
                Addresses::http);
    }

    static Optional<String> http(String text) {
        return uri(text)
                .filter(uri -> "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null)
                .map(uri -> text);
    }

    /** Whether what is sent there can be read on the way. */
    static boolean isPlain(String address) {
        return uri(address)
                .filter(uri -> "http".equals(uri.getScheme()) && !HubConfig.isLoopback(String.valueOf(uri.getHost())))
                .isPresent();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
