package org.priorfetch.engine.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What server and client share through the home folder, 256 random bits in hexadecimal. Each side proves that it has
 * it, the server first, so that a stranger who took over a stale port learns nothing and can pretend nothing.
 */
record Secret(String token) {

    /** Length of a token, nonce or proof as text. */
    static final int LENGTH = 64;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "HmacSHA256";

    static Secret random() {
        return new Secret(nonce());
    }

    static String nonce() {
        byte[] bytes = new byte[LENGTH / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What only somebody with the token can answer to the nonce. */
    String proof(String nonce) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(ascii(token), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(ascii(nonce)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Compares in constant time. */
    boolean isProof(String candidate, String nonce) {
        return MessageDigest.isEqual(ascii(candidate), ascii(proof(nonce)));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Secret";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
