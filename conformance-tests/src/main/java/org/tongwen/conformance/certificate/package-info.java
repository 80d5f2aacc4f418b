/**
 * Certificates of conformance that a stranger can check without network and without trust in this program: canonical JSON signed with
 * Ed25519, waivers that lapse by themselves, and signed lists of revoked certificates. {@link
 * org.tongwen.conformance.certificate.Issuer} signs a certificate or says why not; {@link
 * org.tongwen.conformance.certificate.Verification} finds any change.
 */
@NullMarked
package org.tongwen.conformance.certificate;

import org.jspecify.annotations.NullMarked;
