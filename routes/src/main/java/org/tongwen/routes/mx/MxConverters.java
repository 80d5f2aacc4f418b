package org.tongwen.routes.mx;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.TypeConverterLoader;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.TypeConverterSupport;

/** Tells Camel how bodies become Prowide's message objects and objects become bodies. Camel finds it by its service file. */
public final class MxConverters implements TypeConverterLoader {

    private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?\\s*<\\?xml\\s[^>]*\\?>");

    private final MxCodec codec = new MxCodec();

    @Override
    public void load(TypeConverterRegistry registry) {
        registry.addTypeConverter(String.class, AbstractMX.class, new Writer<>(codec::write));
        registry.addTypeConverter(byte[].class, AbstractMX.class, new Writer<>(this::bytes));
        registry.addTypeConverter(
                InputStream.class, AbstractMX.class, new Writer<>(message -> new ByteArrayInputStream(bytes(message))));
        // Each message has a class of its own, so there is no list of pairs: this one looks at the wanted class.
        registry.addFallbackTypeConverter(new Reader(registry), false);
    }

    private byte[] bytes(AbstractMX message) {
        return codec.write(message).getBytes(StandardCharsets.UTF_8);
    }

    private static final class Writer<R> extends TypeConverterSupport {

        private final Function<AbstractMX, R> form;

        Writer(Function<AbstractMX, R> form) {
            this.form = form;
        }

        @Override
        public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
            return type.cast(form.apply((AbstractMX) value));
        }
    }

    private final class Reader extends TypeConverterSupport {

        private final TypeConverterRegistry registry;

        Reader(TypeConverterRegistry registry) {
            this.registry = registry;
        }

        @Override
        @SuppressWarnings("NullAway") // a fallback that is not meant answers null: so Camel asks for it
        public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
            if (!AbstractMX.class.isAssignableFrom(type) || value instanceof AbstractMX) {
                return null;
            }
            byte[] xml = value instanceof String text ? undeclared(text) : bytes(exchange, value);
            return xml == null ? null : read(type, value, xml);
        }

        private byte[] bytes(Exchange exchange, Object value) {
            return registry.getCamelContext().getTypeConverter().tryConvertTo(byte[].class, exchange, value);
        }

        private <T> T read(Class<T> type, Object value, byte[] xml) {
            try {
                return codec.read(xml, type);
            } catch (RuntimeException e) {
                // Camel would put the value into the text of the exception, and so into logs.
                throw new TypeConversionException(value.getClass(), type, e);
            }
        }

        /** Text has left its encoding behind; what it still declares would mislead. */
        private static byte[] undeclared(String text) {
            return DECLARATION.matcher(text).replaceFirst("").getBytes(StandardCharsets.UTF_8);
        }
    }
}
