package org.tongwen.routes.access;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.tongwen.routes.config.HubConfig;
import org.tongwen.xsd.finding.Finding;

/**
 * Verifies what a participant has signed. A signature in the header {@code Tongwen-Signature} counts for any body; an ISO message may carry one in
 * {@code AppHdr/Sgntr} instead. Where there are both, both must be right. The keys are read again when their file changes.
 */
public final class BodySignatures {

    /** The HTTP header with a detached JWS. */
    public static final String HEADER = "Tongwen-Signature";

    private final boolean required;
    private final Fresh<List<VerificationKey>> keys;

    private BodySignatures(boolean required, Fresh<List<VerificationKey>> keys) {
        this.required = required;
        this.keys = keys;
    }

    /**
     * For a participant with these keys.
     *
     * @throws IOException when they cannot be read
     */
    public static BodySignatures of(HubConfig.Signature signature) throws IOException {
        Path file = signature.keys();
        try {
            return new BodySignatures(
                    signature.required(),
                    new Fresh<>(List.of(file), () -> VerificationKey.read(file), System::nanoTime));
        } catch (GeneralSecurityException e) {
            throw new IOException("the keys of a participant cannot be used", e);
        }
    }

    /**
     * What is wrong with the signature of a body; empty when it is right, or there is none and none is required.
     *
     * @param header the header {@link #HEADER}; empty when there is none
     * @param body the bytes as they came
     * @param iso whether the body is an ISO message
     */
    public Optional<Finding> fault(String header, byte[] body, boolean iso) {
        Optional<SignatureFault> fault = header.isEmpty()
                ? Optional.of(SignatureFault.MISSING)
                : DetachedJws.fault(header.strip(), body, keys.get());
        if (iso && fault.filter(each -> each != SignatureFault.MISSING).isEmpty()) {
            Optional<SignatureFault> inside = insideFault(body);
            fault = inside.equals(Optional.of(SignatureFault.MISSING)) ? fault : inside;
        }
        return fault.filter(each -> required || each != SignatureFault.MISSING).map(SignatureFault::finding);
    }

    private Optional<SignatureFault> insideFault(byte[] body) {
        return SignedMessage.read(body)
                .map(message -> XmlSignature.fault(message, keys.get()))
                .orElse(Optional.of(SignatureFault.FORM));
    }
}
