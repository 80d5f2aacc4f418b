package org.tongwen.conformance.certificate;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongwen.conformance.evidence.Chain;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.run.Participant;
import org.tongwen.conformance.run.RunResult.PlanStamp;

/** What certificates and results write of a run in the same way. Reading throws a {@link JsonException} for anything else. */
public final class RunJson {

    private RunJson() {}

    /** Who was tested. */
    public static Json.Fields participant(Participant participant) {
        return Json.fields()
                .with("id", participant.id())
                .with("name", participant.name())
                .with("roles", Json.texts(participant.roles()));
    }

    /** Who was tested. */
    public static Participant participant(Json.Fields json) {
        return new Participant(json.text("id"), json.text("name"), json.texts("roles"));
    }

    /** What was demanded. */
    public static Json.Fields plan(PlanStamp plan) {
        return Json.fields()
                .with("id", plan.id())
                .with("title", plan.title())
                .with("version", plan.version())
                .with("profile", plan.profile())
                .with("digest", plan.digest());
    }

    /** What was demanded. */
    public static PlanStamp plan(Json.Fields json) {
        return new PlanStamp(
                json.text("id"), json.text("title"), json.text("version"), json.text("profile"), json.text("digest"));
    }

    /** Digests by rule pack. */
    public static Json.Fields packs(SortedMap<String, String> digests) {
        Json.Fields fields = Json.fields();
        for (Map.Entry<String, String> entry : digests.entrySet()) {
            fields = fields.with(entry.getKey(), entry.getValue());
        }
        return fields;
    }

    /** Digests by rule pack. */
    public static SortedMap<String, String> packs(Json.Fields json) {
        SortedMap<String, String> digests = new TreeMap<>();
        json.values().keySet().forEach(name -> digests.put(name, json.text(name)));
        return digests;
    }

    /** Where the evidence ends. */
    public static Json.Fields evidence(Chain chain) {
        return Json.fields().with("count", chain.count()).with("head", chain.head());
    }

    /** Where the evidence ends. */
    public static Chain evidence(Json.Fields json) {
        long count = json.whole("count");
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new JsonException("count must be a number of exchanges");
        }
        return new Chain((int) count, json.text("head"));
    }
}
