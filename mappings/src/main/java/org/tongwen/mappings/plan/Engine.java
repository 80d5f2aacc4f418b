package org.tongwen.mappings.plan;

import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.trans.XPathException;

/** Saxon as formulas and stylesheets may use it: no files, no network, no Java, no environment. */
final class Engine {

    private static final int BACKTRACKING = 200_000;

    static final Processor PROCESSOR = processor();

    private Engine() {}

    private static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.DISABLE_XSL_EVALUATE, true);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        // Constants would be worked out while a formula is compiled, where nothing counts how long that takes.
        processor.setConfigurationProperty(Feature.OPTIMIZATION_LEVEL, "-k");
        processor.setConfigurationProperty(Feature.REGEX_BACKTRACKING_LIMIT, BACKTRACKING);
        processor.getUnderlyingConfiguration().setResourceResolver(request -> {
            throw new XPathException("formulas and stylesheets may not read other resources");
        });
        return processor;
    }
}
