package org.tongwen.mappings;

import java.nio.file.Path;
import org.tongwen.mappings.dispatch.Dispatch;

/**
 * A dispatch as its author sees it: the file, and what it was compiled to.
 *
 * @param file where it stands
 * @param dispatch what it was compiled to; not to be run when a finding of the check is an error
 * @param digest SHA-256 of the file and of the mappings that it names, in hexadecimal digits
 */
public record AuthoredDispatch(Path file, Dispatch dispatch, String digest) {

    /** The dispatch ready to run. */
    public Mapping ready() {
        return new DispatchedMapping(dispatch, digest);
    }
}
