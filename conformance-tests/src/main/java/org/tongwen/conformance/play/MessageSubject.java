package org.tongwen.conformance.play;

import java.util.Optional;
import java.util.function.Predicate;
import org.tongwen.rules.condition.IsoSubject;
import org.tongwen.rules.condition.Subject;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;

/** A message in a conversation, as conditions see it: its paths may leave out the document's root, and from the root everything else is seen. */
final class MessageSubject implements Subject {

    private final Subject inner;
    private final Subject root;
    private final Optional<String> body;

    private MessageSubject(Subject inner, Subject root, Optional<String> body) {
        this.inner = inner;
        this.root = root;
        this.body = body;
    }

    static MessageSubject of(BusinessMessage message, Subject root) {
        Optional<String> body =
                message.document().root().children().stream().findFirst().map(child -> child.name());
        return new MessageSubject(IsoSubject.of(message), root, body);
    }

    @Override
    public Subject root() {
        return root;
    }

    @Override
    public String text() {
        return inner.text();
    }

    @Override
    public Optional<String> attribute(String name) {
        return inner.attribute(name);
    }

    @Override
    public boolean isThere() {
        return inner.isThere();
    }

    @Override
    public boolean some(String name, Predicate<? super Subject> test) {
        Predicate<Subject> seen = child -> test.test(new MessageSubject(child, root, Optional.empty()));
        return inner.some(name, seen)
                || body.filter(own -> inner.some(own, document -> document.some(name, seen)))
                        .isPresent();
    }

    @Override
    public Place place() {
        return inner.place();
    }
}
