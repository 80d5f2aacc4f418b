/** What came of a run, as plain records: requirements, their cases, the steps of a case. Reports and certificates are made from these. Nothing here judges. */
@NullMarked
package org.tongwen.conformance.run;

import org.jspecify.annotations.NullMarked;
