package org.tongwen.mappings;

import java.nio.file.Path;
import java.util.Set;
import org.tongwen.mappings.dispatch.Dispatch;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;

/**
 * A dispatch as its author sees it: the file, and what it was compiled to.
 *
 * @param file where it stands
 * @param dispatch what it was compiled to; not to be run when a finding of the check is an error
 * @param digest SHA-256 of the file and of the mappings that it names, in hexadecimal digits
 * @param used the dispatch file and the files that its format uses
 */
public record AuthoredDispatch(Path file, Dispatch dispatch, String digest, Set<Path> used) implements Authored {

    /** Copies the set. */
    public AuthoredDispatch {
        used = Set.copyOf(used);
    }

    @Override
    public String name() {
        return dispatch.file().name().text();
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        return dispatch.format().read(document);
    }

    @Override
    public Mapping ready() {
        return new DispatchedMapping(dispatch, digest);
    }
}
