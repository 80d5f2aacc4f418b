package org.tongwen.routes.mx;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import com.prowidesoftware.swift.model.mx.JaxbContextLoader;
import com.prowidesoftware.swift.model.mx.MinimumEscapeHandler;
import com.prowidesoftware.swift.model.mx.MxReadImpl;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.MessageWriter;

/**
 * Reads and writes Prowide's message classes. Prowide looks at no namespace and drops what it does not know; so what it gets to read is
 * only what the schema-checked tree holds, and its class is chosen by the namespace.
 */
final class MxCodec {

    private static final String PACKAGE = AbstractMX.class.getPackageName();

    private final MessageReader reader = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT);

    MxCodec() {
        if (JaxbContextLoader.INSTANCE.getCacheImpl() == null) {
            JaxbContextLoader.INSTANCE.setCacheImpl(new JaxbContexts());
        }
    }

    /** The message as an object of its class, which must be the wanted one or below it. */
    <T> T read(byte[] xml, Class<T> wanted) {
        Checked<BusinessMessage> checked = reader.read(xml);
        if (!checked.ok()) {
            throw new RefusedException(checked.findings());
        }
        BusinessMessage message = checked.value().orElseThrow();
        String id = message.document().definition().id();
        Class<? extends AbstractMX> type = type(id);
        if (!wanted.isAssignableFrom(type)) {
            throw new RefusedException(
                    "hub.OtherMessage", "the message is " + id + ", which is no " + wanted.getSimpleName());
        }
        String text = new String(MessageWriter.xml(message), StandardCharsets.UTF_8);
        AbstractMX object = MxReadImpl.parse(type, text, parts(type));
        if (object == null) {
            throw new RefusedException(
                    "hub.OtherMessage", "the message " + id + " could not be made a " + wanted.getSimpleName());
        }
        return wanted.cast(object);
    }

    /** The object as XML in UTF-8, with its business header when it has one. */
    String write(AbstractMX message) {
        MxWriteConfiguration form = new MxWriteConfiguration();
        form.useCategoryAsDocumentPrefix = false;
        form.escapeHandler = new MinimumEscapeHandler();
        form.rootElement = MessageWriter.WRAPPER;
        return message.message(form);
    }

    private static Class<? extends AbstractMX> type(String id) {
        String[] parts = id.split("\\.");
        String name = "Mx" + parts[0].substring(0, 1).toUpperCase(Locale.ROOT) + parts[0].substring(1) + parts[1]
                + parts[2] + parts[3];
        try {
            return Class.forName(PACKAGE + "." + name).asSubclass(AbstractMX.class);
        } catch (ClassNotFoundException e) {
            throw new RefusedException("hub.UnknownMessage", "there is no Java class for messages " + id);
        }
    }

    private static Class<?>[] parts(Class<? extends AbstractMX> type) {
        try {
            return type.getDeclaredConstructor().newInstance().getClasses();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no message class as Prowide makes them", e);
        }
    }
}
