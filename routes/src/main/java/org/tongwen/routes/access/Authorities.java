package org.tongwen.routes.access;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathChecker;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The authorities that vouch for clients, and their revocation lists. Java's own rules (RFC 5280 section 6.3) decide, and nobody is asked over the
 * network.
 *
 * @param known certificates of authorities
 * @param lists which certificates they have taken back
 */
record Authorities(List<X509Certificate> known, List<X509CRL> lists) {

    /** What the lists say of a certificate. */
    enum Standing {
        GOOD,
        REVOKED,
        /** There is no list, or the one there is has ended: not to be taken for good. */
        UNKNOWN
    }

    /** Copies the lists. */
    Authorities {
        known = List.copyOf(known);
        lists = List.copyOf(lists);
    }

    /**
     * What the lists say of the first certificate of a chain and of those that lead from it to its authority.
     *
     * @param shown as TLS has verified it
     * @param named whether no authority needs to vouch for it; then only one that issued it can take it back
     */
    Standing standing(List<X509Certificate> shown, boolean named, Instant now) {
        X509Certificate own = shown.get(0);
        if ((named || known.contains(own)) && !isIssuedByAnother(own)) {
            return Standing.GOOD;
        }
        try {
            PKIXBuilderParameters wanted = wanted(shown, Date.from(now));
            return hasGoodPath(wanted) ? Standing.GOOD : fault(wanted);
        } catch (GeneralSecurityException e) {
            return Standing.UNKNOWN;
        }
    }

    /** When the first list ends that counts now; otherwise the latest time. */
    Instant ends(Instant now, Instant latest) {
        return lists.stream()
                .map(list -> list.getNextUpdate().toInstant())
                .filter(end -> !end.isBefore(now) && end.isBefore(latest))
                .min(Instant::compareTo)
                .orElse(latest);
    }

    /** A path from that certificate to an authority, and what is needed to look up each certificate on it. */
    private PKIXBuilderParameters wanted(List<X509Certificate> shown, Date now) throws GeneralSecurityException {
        X509CertSelector end = new X509CertSelector();
        end.setCertificate(shown.get(0));
        PKIXBuilderParameters wanted = new PKIXBuilderParameters(tops(), end);
        wanted.setDate(now);
        wanted.addCertStore(store(Stream.concat(shown.stream(), known.stream()).toList()));
        wanted.addCertStore(store(
                lists.stream().filter(list -> !list.getNextUpdate().before(now)).toList()));
        return wanted;
    }

    /** Where an authority has several certificates, a good one is enough. */
    private static boolean hasGoodPath(PKIXBuilderParameters wanted) throws GeneralSecurityException {
        CertPathBuilder builder = CertPathBuilder.getInstance("PKIX");
        try {
            builder.build(lookingUp(wanted, builder.getRevocationChecker()));
            return true;
        } catch (CertPathBuilderException e) {
            return false;
        }
    }

    /** What is wrong with the path that there is; a builder does not say it. */
    private static Standing fault(PKIXBuilderParameters wanted) throws GeneralSecurityException {
        PKIXBuilderParameters any = (PKIXBuilderParameters) wanted.clone();
        any.setRevocationEnabled(false);
        PKIXCertPathBuilderResult found =
                (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(any);
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXBuilderParameters lookingUp = lookingUp(wanted, validator.getRevocationChecker());
        lookingUp.setTrustAnchors(Set.of(found.getTrustAnchor()));
        try {
            validator.validate(found.getCertPath(), lookingUp);
            return Standing.UNKNOWN;
        } catch (CertPathValidatorException e) {
            return e.getReason() == BasicReason.REVOKED ? Standing.REVOKED : Standing.UNKNOWN;
        }
    }

    private static PKIXBuilderParameters lookingUp(PKIXBuilderParameters wanted, CertPathChecker checker) {
        PKIXRevocationChecker lists = (PKIXRevocationChecker) checker;
        lists.setOptions(Set.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
        PKIXBuilderParameters parameters = (PKIXBuilderParameters) wanted.clone();
        parameters.addCertPathChecker(lists);
        return parameters;
    }

    private static CertStore store(Collection<?> content) throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(content));
    }

    /** Those that no other of the file vouches for. The rest is looked up as any certificate, though TLS trusts it by itself. */
    private Set<TrustAnchor> tops() {
        return known.stream()
                .filter(each -> isSelfIssued(each) || !isIssuedByAnother(each))
                .map(each -> new TrustAnchor(each, null))
                .collect(Collectors.toSet());
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    private boolean isIssuedByAnother(X509Certificate certificate) {
        return known.stream().anyMatch(each -> !each.equals(certificate) && isIssuedBy(certificate, each));
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate authority) {
        if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
