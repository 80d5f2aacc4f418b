package org.tongwen.routes;

import java.net.BindException;
import java.nio.file.FileSystemException;

/** Says in the operator's terms why a hub did not start. */
final class StartFailure {

    private StartFailure() {}

    static String explain(Throwable failure, HubOptions options) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof BindException) {
            return "cannot listen on " + options.host() + ":" + options.port() + ": " + root.getMessage();
        }
        if (root instanceof FileSystemException file) {
            return "cannot use the folder or file " + file.getFile();
        }
        return "the routes cannot be started: " + root.getMessage();
    }
}
