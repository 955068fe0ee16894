package org.priorfetch.engine.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class HandshakeFailureTest {

    private static SSLException because(Throwable cause) {
        SSLException failure = new SSLHandshakeException("PKIX path validation failed");
        failure.initCause(new CertPathValidatorException("validity check failed", cause));
        return failure;
    }

    @Test
    void aCertificateThatHasExpiredIsTold() {
        assertThat(HandshakeFailure.isExpired(because(new CertificateExpiredException()))).isTrue();
        assertThat(HandshakeFailure.isExpired(because(new CertificateNotYetValidException()))).isFalse();
        assertThat(HandshakeFailure.isExpired(new SSLException("no cipher in common"))).isFalse();
    }
}
