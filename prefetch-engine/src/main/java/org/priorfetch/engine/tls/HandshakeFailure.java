package org.priorfetch.engine.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/** Why TLS was not agreed on, as far as it shows. */
public enum HandshakeFailure {

    /** The peer's certificate is valid no longer. */
    EXPIRED("expired"),
    /** The peer's certificate is not valid yet. */
    NOT_YET_VALID("notYetValid"),
    /** The peer's certificate is made out to somebody else. */
    OTHER_HOST("otherHost"),
    /** Nobody that we trust has signed the peer's certificate. */
    UNKNOWN_AUTHORITY("unknownAuthority"),
    /** The peer speaks only versions that are not safe. */
    TOO_OLD("tooOld"),
    /** The peer speaks something else. */
    NO_TLS("noTls"),
    /** The peer does not accept our certificate, or misses it. */
    OURS_REFUSED("oursRefused"),
    /** It does not show; often the peer has closed the connection. */
    NOT_AGREED("notAgreed");

    private static final int DEEPEST = 10;
    private static final Pattern ALERT = Pattern.compile("fatal alert: ([a-z_]+)");
    private static final List<String> NAMES = List.of("No subject alternative", "No name matching");

    private final String word;

    HandshakeFailure(String word) {
        this.word = word;
    }

    /** What a handshake failed of. What the Java runtime has no type for is known by its words. */
    public static HandshakeFailure of(SSLException failure) {
        if (has(failure, CertificateExpiredException.class::isInstance)) {
            return EXPIRED;
        }
        if (has(failure, CertificateNotYetValidException.class::isInstance)) {
            return NOT_YET_VALID;
        }
        if (has(failure, CertPathBuilderException.class::isInstance)) {
            return UNKNOWN_AUTHORITY;
        }
        if (has(failure,
                cause -> cause instanceof CertificateException && NAMES.stream().anyMatch(text(cause)::startsWith))) {
            return OTHER_HOST;
        }
        return chain(failure).flatMap(cause -> said(text(cause)).stream()).findFirst().orElse(NOT_AGREED);
    }

    /** The same of what it caused; empty where it was something else. */
    public static Optional<HandshakeFailure> behind(Exception failure) {
        return chain(failure).filter(SSLException.class::isInstance)
                .map(SSLException.class::cast)
                .map(HandshakeFailure::of)
                .findFirst();
    }

    /** The key of what to do about what was caused by a handshake, or about what was not. */
    public static String adviceOn(Exception failure, String otherwise) {
        return behind(failure).map(HandshakeFailure::advice).orElse(otherwise);
    }

    private static Optional<HandshakeFailure> said(String text) {
        Matcher alert = ALERT.matcher(text);
        if (alert.find()) {
            return Optional.of(alerted(alert.group(1)));
        }
        if (text.contains("selected protocol version")) {
            return Optional.of(TOO_OLD);
        }
        return text.contains("unrecognized SSL message") ? Optional.of(NO_TLS) : Optional.empty();
    }

    /** RFC 8446, 6.2. */
    private static HandshakeFailure alerted(String alert) {
        return switch (alert) {
            case "protocol_version", "insufficient_security" -> TOO_OLD;
            case "bad_certificate", "unsupported_certificate", "certificate_revoked", "certificate_expired",
                    "certificate_unknown", "certificate_required", "unknown_ca", "access_denied" ->
                OURS_REFUSED;
            default -> NOT_AGREED;
        };
    }

    private static boolean has(Throwable failure, Predicate<Throwable> kind) {
        return chain(failure).anyMatch(kind);
    }

    private static Stream<Throwable> chain(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
    }

    private static String text(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }

    /** The sentence that says it, as an argument of a message. */
    public String sentence() {
        return "#tls." + word;
    }

    /** The key of what to do about it, of which the first argument is the peer. */
    public String advice() {
        return "tls." + word + ".advice";
    }
}
