package org.tongwen.mappings.format;

import java.io.IOException;

/** The files beside a mapping file. */
public interface MappingFiles {

    /**
     * Reads a file named relative to the mapping file. A name that would leave the mapping's own folder tree is refused.
     *
     * @throws IOException when there is no such file or it cannot be read
     */
    byte[] read(String name) throws IOException;
}
