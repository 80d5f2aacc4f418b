package org.tongwen.conformance.conversation;

import java.util.List;
import java.util.Optional;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** Reads values of steps, whose places may name what stands before them. */
final class ValueReader {

    private final Scope scope;
    private final List<Finding> findings;

    ValueReader(Scope scope, List<Finding> findings) {
        this.scope = scope;
        this.findings = findings;
    }

    Optional<Value> read(Yaml.Text text) {
        Checked<Value> value = ValueParser.parse(text.text(), text.place());
        findings.addAll(value.findings());
        value.value().ifPresent(read -> findings.addAll(scope.check(read, text.place())));
        return value.value();
    }
}
