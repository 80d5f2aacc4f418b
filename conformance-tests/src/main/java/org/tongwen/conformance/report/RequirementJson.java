package org.tongwen.conformance.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tongwen.conformance.certificate.Standing;
import org.tongwen.conformance.json.Json;
import org.tongwen.conformance.json.JsonException;
import org.tongwen.conformance.plan.Requirement;
import org.tongwen.conformance.run.CaseResult;
import org.tongwen.conformance.run.Outcome;
import org.tongwen.conformance.run.RequirementResult;
import org.tongwen.conformance.run.StepResult;

/** What came of a requirement as JSON. */
final class RequirementJson {

    private RequirementJson() {}

    static Json of(RequirementResult result) {
        Requirement requirement = result.requirement();
        return Json.fields()
                .with("id", requirement.id())
                .with("standing", Standing.of(result).word())
                .with("outcome", result.outcome().name())
                .with("text", requirement.text())
                .with("clause", requirement.clause())
                .with("severity", requirement.severity().word())
                .with("roles", Json.texts(requirement.roles()))
                .withText("untested", requirement.untested().orElse(""))
                .withText("noVariant", requirement.noVariant().orElse(""))
                .withText("reason", result.reason())
                .with("cases", ResultsJson.list(result.cases(), RequirementJson::tried));
    }

    static RequirementResult read(Json.Fields json) {
        Requirement requirement = new Requirement(
                json.text("id"),
                json.text("text"),
                json.text("clause"),
                word("severity", json, Requirement.Severity.values(), Requirement.Severity::word),
                json.texts("roles"),
                optional("untested", json),
                optional("noVariant", json));
        List<CaseResult> cases =
                json.objects("cases").stream().map(RequirementJson::tried).toList();
        return new RequirementResult(requirement, outcome(json), json.textOrEmpty("reason"), cases);
    }

    private static Json tried(CaseResult tried) {
        return Json.fields()
                .with("name", tried.name())
                .with("title", tried.title())
                .with("outcome", tried.outcome().name())
                .withText("reason", tried.reason())
                .with("steps", ResultsJson.list(tried.steps(), RequirementJson::step))
                .with("evidence", ResultsJson.list(tried.evidence(), number -> Json.whole(number)));
    }

    private static CaseResult tried(Json.Fields json) {
        return new CaseResult(
                json.text("name"),
                json.text("title"),
                outcome(json),
                json.textOrEmpty("reason"),
                json.objects("steps").stream().map(RequirementJson::step).toList(),
                json.wholes("evidence").stream().map(RequirementJson::number).toList());
    }

    private static int number(long number) {
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new JsonException("evidence must be numbers of exchanges");
        }
        return (int) number;
    }

    private static Json step(StepResult step) {
        Json.Fields json = Json.fields()
                .with("what", step.what())
                .withText("expected", step.expected())
                .withText("actual", step.actual())
                .with("outcome", step.outcome().name());
        return step.reproduce().map(how -> json.with("reproduce", how)).orElse(json);
    }

    private static StepResult step(Json.Fields json) {
        return new StepResult(
                json.text("what"),
                json.textOrEmpty("expected"),
                json.textOrEmpty("actual"),
                outcome(json),
                json.get("reproduce").map(each -> json.text("reproduce")));
    }

    private static Outcome outcome(Json.Fields json) {
        return word("outcome", json, Outcome.values(), Outcome::name);
    }

    private static <E> E word(String name, Json.Fields json, E[] values, Function<E, String> form) {
        String word = json.text(name);
        return Arrays.stream(values)
                .filter(each -> form.apply(each).equals(word))
                .findFirst()
                .orElseThrow(() -> new JsonException("the " + name + " " + word + " is not known"));
    }

    private static Optional<String> optional(String name, Json.Fields json) {
        return Optional.of(json.textOrEmpty(name)).filter(text -> !text.isEmpty());
    }
}
