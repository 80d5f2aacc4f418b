package org.tongwen.routes.access;

import java.util.Optional;
import org.tongwen.routes.config.HubConfig;

/** What credentials say. */
sealed interface Identity {

    /** They are those of a participant. */
    record Known(HubConfig.Participant participant) implements Identity {}

    /** They are nobody's. The log may say why, the answer may not. */
    enum Unknown implements Identity {
        NOTHING_SHOWN("no credentials were shown"),
        NOT_READABLE("the credentials are of no known form"),
        API_KEY("the API key is not known"),
        CERTIFICATE("the certificate is not known"),
        CERTIFICATE_TIME("the certificate is not valid now"),
        CERTIFICATE_UNTRUSTED("no authority that is trusted now vouches for the certificate"),
        CERTIFICATE_REVOKED("the certificate, or an authority that vouches for it, is revoked"),
        CERTIFICATE_UNLISTED("no revocation list that counts now speaks of the certificate"),
        TWO_OWNERS("the certificate and the other credentials belong to different participants"),
        TOO_MANY("too many failed attempts came from the address for a token to be checked"),
        KEYS_AWAY("the keys of the issuer cannot be had"),
        TOKEN_FORM("the token is not a JWT signed with RS256 or ES256"),
        TOKEN_ISSUER("the issuer of the token is not known"),
        TOKEN_KEY("the issuer has no such key"),
        TOKEN_SIGNATURE("the signature of the token is not that of its issuer"),
        TOKEN_TIME("the token is not valid now"),
        TOKEN_OWNER("the subject or audience of the token is not known"),
        TOKEN_BOUND("the token belongs to a certificate or key that was not shown");

        private final String words;

        Unknown(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The participant, or else why there is none. */
    static Identity of(Optional<HubConfig.Participant> owner, Unknown otherwise) {
        return owner.<Identity>map(Known::new).orElse(otherwise);
    }
}
