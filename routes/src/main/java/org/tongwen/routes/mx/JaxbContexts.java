package org.tongwen.routes.mx;

import com.prowidesoftware.swift.model.mx.JaxbContextCache;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One JAXB context for each class, made when first asked for: making one takes a hundred times as long as using it. */
final class JaxbContexts implements JaxbContextCache {

    private final ConcurrentMap<Class<?>, JAXBContext> byClass = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public JAXBContext get(Class message, Class<?>[] parts) throws JAXBException {
        JAXBContext known = byClass.get(message);
        if (known != null) {
            return known;
        }
        JAXBContext made =
                parts == null || parts.length == 0 ? JAXBContext.newInstance(message) : JAXBContext.newInstance(parts);
        JAXBContext first = byClass.putIfAbsent(message, made);
        return first == null ? made : first;
    }

    int size() {
        return byClass.size();
    }
}
