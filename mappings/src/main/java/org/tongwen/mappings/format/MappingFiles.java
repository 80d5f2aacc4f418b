package org.tongwen.mappings.format;

import java.io.IOException;
import org.tongwen.xsd.load.Catalogue;

/** What a mapping file may refer to: the files beside it, and the message definitions that are known. */
public interface MappingFiles {

    /**
     * Reads a file named relative to the mapping file. A name that would leave the mapping's own folder tree is refused.
     *
     * @throws IOException when there is no such file or it cannot be read
     */
    byte[] read(String name) throws IOException;

    /** The message definitions, for formats that are messages themselves; those that come with Tongwen unless there are others. */
    default Catalogue catalogue() {
        return Catalogue.builtIn();
    }
}
