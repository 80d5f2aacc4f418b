package org.tongwen.xsd.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a stage made, and what it found while making it.
 *
 * @param value the result; empty when the input was too damaged to make one
 * @param findings in the order in which they were met
 * @param <T> what the stage makes
 */
public record Checked<T>(Optional<T> value, List<Finding> findings) {

    /** Copies the findings, so that the result cannot change later. */
    public Checked {
        findings = List.copyOf(findings);
    }

    /** A result with findings. */
    public static <T> Checked<T> of(T value, List<Finding> findings) {
        return new Checked<>(Optional.of(value), findings);
    }

    /** No result, only findings. */
    public static <T> Checked<T> none(List<Finding> findings) {
        return new Checked<>(Optional.empty(), findings);
    }

    /** No result because of this one finding. */
    public static <T> Checked<T> none(Finding finding) {
        return new Checked<>(Optional.empty(), List.of(finding));
    }

    /** Whether there is a result and no finding of severity error. */
    public boolean ok() {
        return value.isPresent() && !Finding.anyError(findings);
    }

    /** The same findings with another view of the result. */
    public <R> Checked<R> map(Function<? super T, ? extends R> view) {
        return new Checked<>(value.map(view), findings);
    }
}
