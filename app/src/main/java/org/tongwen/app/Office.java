package org.tongwen.app;

import org.tongwen.routes.desk.Call;
import org.tongwen.xsd.finding.Checked;

/** Where calls to the desk go: to a running hub, or to the store itself. Both answer with the same JSON. */
interface Office extends AutoCloseable {

    /** The answer, or the findings that stand against it. */
    Checked<byte[]> answer(Call call);

    @Override
    void close();
}
