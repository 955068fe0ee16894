package org.priorfetch.engine.admin;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.priorfetch.engine.api.Passphrase;

/**
 * What is kept of a passphrase: PBKDF2 (RFC 8018 5.2) over HMAC-SHA-512.
 *
 * @param rounds at least {@value #ROUNDS} when made here
 * @param salt Base64
 * @param hash Base64
 */
record PassphraseHash(int rounds, String salt, String hash) {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;

    static PassphraseHash of(Passphrase passphrase) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return new PassphraseHash(ROUNDS, base64.encodeToString(salt),
                base64.encodeToString(derive(passphrase, salt, ROUNDS)));
    }

    boolean isOf(Passphrase passphrase) {
        Base64.Decoder base64 = Base64.getDecoder();
        return MessageDigest.isEqual(base64.decode(hash), derive(passphrase, base64.decode(salt), rounds));
    }

    private static byte[] derive(Passphrase passphrase, byte[] salt, int rounds) {
        PBEKeySpec key = new PBEKeySpec(passphrase.text().toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, missing);
        } finally {
            key.clearPassword();
        }
    }

    /** Without what could be guessed from. */
    @Override
    public String toString() {
        return "PassphraseHash[" + rounds + " rounds]";
    }
}
