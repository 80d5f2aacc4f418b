package org.tongwen.routes.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongwen.rules.yaml.Section;
import org.tongwen.rules.yaml.Yaml;

/** Reads how a participant gets messages. */
final class ReceivesReader {

    private static final Set<String> KEYS = Set.of("channel", "to", "mappings", "headers", "tls", "signing-key");
    private static final Pattern MESSAGE = Pattern.compile("\\*|[a-z]{4}\\.[0-9]{3}(\\.[0-9]{3}\\.[0-9]{2})?");
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /** Headers that the hub sets itself, so that nothing else can stand in their place. */
    private static final Set<String> OWN = Set.of(
            "content-length",
            "content-type",
            "connection",
            "host",
            "transfer-encoding",
            "idempotency-key",
            "expect",
            "upgrade");

    private final Source source;

    ReceivesReader(Source source) {
        this.source = source;
    }

    Optional<HubConfig.Receives> read(Section participant) {
        return participant.section("receives", KEYS).flatMap(receives -> {
            String channel = channel(receives);
            Optional<String> to = receives.text("to").flatMap(text -> to(receives, channel, text));
            Map<String, String> mappings = mappings(receives);
            Map<String, Secret> headers = headers(receives);
            Optional<HubConfig.Tls> tls = new TlsReader(source).client(receives);
            Optional<Path> key = source.privateKey(receives, "signing-key");
            return to.map(address -> new HubConfig.Receives(channel, address, mappings, headers, tls, key));
        });
    }

    private String channel(Section receives) {
        Optional<Yaml.Text> channel = receives.text("channel");
        channel.ifPresent(this::mustBeServed);
        return channel.map(Yaml.Text::text).orElse("");
    }

    /** A channel without a branch would be found out only when a message is to go out by it. */
    private void mustBeServed(Yaml.Text channel) {
        if (!CHANNEL.matcher(channel.text()).matches()) {
            source.error("WrongValue", channel.place(), "channel must be http, folder, or a word of your route files");
        } else if (source.known().channels().lack(channel.text())) {
            source.unknown(
                    "UnknownChannel",
                    channel,
                    "the hub delivers by http (for http:// and https://) and folder; others need route files of your own, with --routes",
                    Channels.BUILT_IN);
        } else if (source.known().channels().seemToLack(channel.text())) {
            source.warning(
                    "UnknownChannel",
                    channel.place(),
                    "no route file has a branch that names this channel; deliveries by it would wait");
        }
    }

    private Optional<String> to(Section receives, String channel, Yaml.Text text) {
        return switch (channel) {
            case "http" -> address(receives, text);
            case "folder" -> folder(text);
            default -> Optional.of(text.text());
        };
    }

    private Optional<String> address(Section receives, Yaml.Text text) {
        Optional<String> address = Addresses.http(receives, "to", text);
        address.filter(Addresses::isPlain)
                .ifPresent(each -> source.warning(
                        "PlainHttp", text.place(), "messages for it can be read and changed on the way; use https://"));
        return address;
    }

    private Optional<String> folder(Yaml.Text text) {
        if (text.text().contains("://")) {
            source.error(
                    "WrongValue", text.place(), "to must be a folder, and this is an address; its channel is http");
            return Optional.empty();
        }
        Path folder = source.resolve(text.text());
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            source.error("WrongValue", text.place(), "to must be a folder, and this is a file");
        } else if (!Files.exists(folder)) {
            source.warning(
                    "MissingFolder",
                    text.place(),
                    "there is no such folder; deliveries wait for it, and the hub does not make it");
        }
        return Optional.of(folder.toString());
    }

    private Map<String, String> mappings(Section receives) {
        Map<String, String> mappings = new LinkedHashMap<>();
        receives.entries("mappings").forEach((message, entry) -> {
            if (!MESSAGE.matcher(message).matches()) {
                source.error(
                        "WrongValue",
                        entry.keyPlace(),
                        "a key of mappings is a message such as pacs.008 or pacs.008.001.08, or a star for all others");
            }
            if (entry.value() instanceof Yaml.Text mapping) {
                mustBeKnown(mapping);
                mappings.put(message, mapping.text());
            } else {
                source.error("WrongKind", entry.value().place(), message + " must be text");
            }
        });
        return mappings;
    }

    private void mustBeKnown(Yaml.Text mapping) {
        Set<String> known = source.known().ways();
        if (!known.contains(mapping.text())) {
            source.unknown("UnknownMapping", mapping, "there is no such mapping", known);
        }
    }

    private Map<String, Secret> headers(Section receives) {
        Map<String, Secret> headers = new LinkedHashMap<>();
        receives.entries("headers").forEach((name, entry) -> {
            if (!HEADER.matcher(name).matches() || isOwn(name.toLowerCase(Locale.ROOT))) {
                source.error("WrongValue", entry.keyPlace(), "this is not the name of a header that may be set here");
            }
            source.secret(name, entry.value()).ifPresent(secret -> headers.put(name, secret));
        });
        return headers;
    }

    private static boolean isOwn(String header) {
        return OWN.contains(header) || header.startsWith("tongwen-");
    }
}
