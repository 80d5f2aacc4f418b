package org.tongwen.xsd.load;

import java.io.IOException;
import java.io.InputStream;

/** Opens schema files by their names. */
@FunctionalInterface
public interface SchemaSource {

    /**
     * Opens a file, which the caller closes.
     *
     * @throws IOException when there is no such file or it cannot be read
     */
    InputStream open(String name) throws IOException;
}
