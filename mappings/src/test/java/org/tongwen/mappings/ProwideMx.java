package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.JaxbContextCache;
import com.prowidesoftware.swift.model.mx.JaxbContextLoader;
import com.prowidesoftware.swift.model.mx.MxReadImpl;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Prowide's classes of ISO messages, widely used by banks, as a second reader. */
final class ProwideMx {

    /** Making a context takes a hundred times as long as using it. */
    private static final class Contexts implements JaxbContextCache {

        private final Map<Class<?>, JAXBContext> byClass = new HashMap<>();

        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public JAXBContext get(Class message, Class<?>[] parts) throws JAXBException {
            JAXBContext known = byClass.get(message);
            if (known == null) {
                known = JAXBContext.newInstance(parts);
                byClass.put(message, known);
            }
            return known;
        }
    }

    private ProwideMx() {}

    /** Reads a message with its header, which must be of that kind. */
    static void read(String message, String xml) {
        if (JaxbContextLoader.INSTANCE.getCacheImpl() == null) {
            JaxbContextLoader.INSTANCE.setCacheImpl(new Contexts());
        }
        Class<? extends AbstractMX> type = type(message);
        AbstractMX read = MxReadImpl.parse(type, xml, parts(type));
        assertThat(read).as("Prowide's reading of " + xml).isNotNull();
        assertThat(read.getMxId().id()).isEqualTo(message);
        assertThat(read.getAppHdr()).isNotNull();
        assertThat(read.getAppHdr().messageName()).isEqualTo(message);
    }

    private static Class<? extends AbstractMX> type(String message) {
        String name = message.substring(0, 1).toUpperCase(Locale.ROOT)
                + message.substring(1).replace(".", "");
        try {
            return Class.forName(AbstractMX.class.getPackageName() + ".Mx" + name)
                    .asSubclass(AbstractMX.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("Prowide does not know " + message, e);
        }
    }

    private static Class<?>[] parts(Class<? extends AbstractMX> type) {
        try {
            return type.getDeclaredConstructor().newInstance().getClasses();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " is no message class as Prowide makes them", e);
        }
    }
}
