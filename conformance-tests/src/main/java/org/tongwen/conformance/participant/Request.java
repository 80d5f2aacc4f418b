package org.tongwen.conformance.participant;

import java.net.URI;

/**
 * What is asked of the participant over HTTP.
 *
 * @param method such as {@code POST}
 * @param type content type of the body; empty for a request without body
 * @param accept the content type that is asked for; empty when any will do
 * @param body the body
 */
public record Request(String method, URI address, String type, String accept, byte[] body) {

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
        return new Request("GET", address, "", "", new byte[0]);
    }

    /** Hands something over. */
    public static Request post(URI address, String type, byte[] body) {
        return new Request("POST", address, type, "", body);
    }

    /** Hands over a new state. */
    public static Request put(URI address, String type, byte[] body) {
        return new Request("PUT", address, type, "", body);
    }

    /** The same, with the content type that is asked for. */
    public Request accept(String wanted) {
        return new Request(method, address, type, wanted, body);
    }

    /** A command that sends the same by hand, when the body is in a file. */
    public String curl() {
        String data = type.isEmpty() ? "" : " -H 'Content-Type: " + type + "' --data-binary @body";
        String wanted = accept.isEmpty() ? "" : " -H 'Accept: " + accept + "'";
        return "curl -i -X " + method + wanted + data + " '" + address + "'";
    }
}
