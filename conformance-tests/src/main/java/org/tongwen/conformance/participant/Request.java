package org.tongwen.conformance.participant;

import java.net.URI;

/**
 * What is asked of the participant over HTTP.
 *
 * @param method such as {@code POST}
 * @param type content type of the body; empty for a request without body
 * @param body the body
 */
public record Request(String method, URI address, String type, byte[] body) {

    /** Copies the body. */
    public Request {
        body = body.clone();
    }

    /** A copy of the body. */
    @Override
    public byte[] body() {
        return body.clone();
    }

    /** Reads something. */
    public static Request get(URI address) {
        return new Request("GET", address, "", new byte[0]);
    }

    /** Hands something over. */
    public static Request post(URI address, String type, byte[] body) {
        return new Request("POST", address, type, body);
    }

    /** A command that sends the same by hand, when the body is in a file. */
    public String curl() {
        String data = type.isEmpty() ? "" : " -H 'Content-Type: " + type + "' --data-binary @body";
        return "curl -i -X " + method + data + " '" + address + "'";
    }
}
