package org.tongwen.app;

import org.tongwen.xsd.finding.Checked;

/** A small file that the command line names and without which the command cannot go on. */
final class NamedFile {

    private static final Size MOST = new Size(50_000_000);

    private NamedFile() {}

    /** Its bytes. */
    static byte[] read(String file, Terminal terminal) {
        Input input = new Input(file);
        if (!input.exists()) {
            throw StopException.notFound(input.missing());
        }
        Checked<byte[]> bytes = input.read(terminal, MOST);
        FindingPrinter.print(bytes.findings(), terminal);
        return bytes.value().orElseThrow(() -> StopException.usage(file + " cannot be used"));
    }
}
