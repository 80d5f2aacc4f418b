package org.tongwen.xsd.parse;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.stream.XMLInputFactory;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Makes parsers, which share the names that they met: those of messages need not be decoded again. But the table that holds them never
 * forgets one and becomes slow when it is large, so that strangers could fill it, document after document. After some thousand strange
 * names another one begins.
 */
final class Parsers {

    private static final int MOST_STRANGE_NAMES = 2_000;

    private static final AtomicReference<Parsers> CURRENT = new AtomicReference<>(new Parsers());

    private final InputFactoryImpl factory = factory();
    private final AtomicInteger strangeNames = new AtomicInteger();

    private Parsers() {}

    /** Those that new documents are read with. */
    static Parsers current() {
        return Objects.requireNonNull(CURRENT.get());
    }

    InputFactoryImpl maker() {
        return factory;
    }

    /** Counts names of a document that are not those of messages. */
    void count(int strange) {
        if (strangeNames.addAndGet(strange) > MOST_STRANGE_NAMES) {
            CURRENT.compareAndSet(this, new Parsers());
        }
    }

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        // Or mistakes inside a text would come as unchecked exceptions when the text is asked for.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }
}
