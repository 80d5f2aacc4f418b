package org.tongwen.conformance.reference;

import java.nio.charset.StandardCharsets;

/**
 * What the participant answers over HTTP.
 *
 * @param status 200 with a message, 202 without body, or 4xx with a problem
 * @param type media type of the body
 * @param body as sent
 */
record Answer(int status, String type, byte[] body) {

    static Answer taken() {
        return new Answer(202, "", new byte[0]);
    }

    static Answer message(byte[] message) {
        return new Answer(200, "application/xml", message);
    }

    static Answer problem(int status, String why) {
        String json = "{\"status\":" + status + ",\"title\":\"" + why.replaceAll("[\"\\\\\\p{Cntrl}]", "'") + "\"}";
        return new Answer(status, "application/problem+json", json.getBytes(StandardCharsets.UTF_8));
    }
}
