package org.tongwen.routes.observe;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/**
 * How the hub is, by Camel's health checks.
 *
 * @param up whether all checks are up
 * @param checks the state of each, by its id
 */
public record Health(boolean up, Map<String, String> checks) {

    /** Asks the checks of one kind: {@code live}, {@code ready}, or all of them. */
    public static Health of(CamelContext context, String kind) {
        Collection<HealthCheck.Result> results = switch (kind) {
            case "live" -> HealthCheckHelper.invokeLiveness(context);
            case "ready" -> HealthCheckHelper.invokeReadiness(context);
            default -> HealthCheckHelper.invoke(context);
        };
        Map<String, String> checks = new TreeMap<>();
        results.forEach(result ->
                checks.put(result.getCheck().getId(), result.getState().name()));
        return new Health(HealthCheckHelper.isResultsUp(results, kind.equals("ready")), checks);
    }
}
