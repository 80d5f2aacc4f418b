package org.tongwen.mappings;

import java.nio.file.Path;
import java.util.Set;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/** What an author's file was compiled to: a mapping, or a dispatch over mappings. */
public sealed interface Authored permits AuthoredMapping, AuthoredDispatch {

    /** Where it stands. */
    Path file();

    /** Its name in commands and HTTP paths. */
    String name();

    /** The file and the files it uses. */
    Set<Path> used();

    /** Reads an institution's document. */
    Checked<Tree> read(byte[] document);

    /** Ready to run. */
    Mapping ready();
}
