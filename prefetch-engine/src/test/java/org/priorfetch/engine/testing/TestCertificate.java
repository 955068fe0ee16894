package org.priorfetch.engine.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A self-signed certificate with its key, made by the JDK's {@code keytool}, in the forms that peers read.
 *
 * @param store both, in PKCS #12 form, opened by {@link #PASSWORD}
 * @param certificate in PEM form
 * @param key in PEM form
 */
public record TestCertificate(Path store, Path certificate, Path key) {

    public static final String PASSWORD = "for-tests-only";

    /**
     * Makes one.
     *
     * @param madeOutTo such as {@code ip:127.0.0.1} or {@code dns:archive.example.org}
     * @param days how long it is valid from now on
     */
    public static TestCertificate make(Path folder, String name, String madeOutTo, int days) {
        Path store = folder.resolve(name + ".p12");
        keytool(store, name, "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=" + name, "-ext",
                "san=" + madeOutTo, "-ext", "bc:c", "-validity", String.valueOf(days));
        return exported(folder, name, store);
    }

    /**
     * Makes one that this one has signed.
     *
     * @param start from when on it is valid, in days from now
     * @param days how long it is valid from then on
     */
    public TestCertificate sign(String signed, String madeOutTo, int start, int days) {
        Path folder = store.getParent();
        String signer = store.getFileName().toString().replace(".p12", "");
        try {
            Path copy = Files.copy(store, folder.resolve(signed + ".p12"));
            keytool(copy, signed, "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=" + signed, "-ext",
                    "san=" + madeOutTo, "-startdate", "%+dd".formatted(start), "-validity", String.valueOf(days),
                    "-signer", signer);
            keytool(copy, signer, "-delete");
            return exported(folder, signed, copy);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void keytool(Path store, String alias, String... arguments) {
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("-alias", alias, "-storetype", "PKCS12",
                "-keystore", store.toString(), "-storepass", PASSWORD)).toList();
        Tools.Result result = Tools.run("keytool", all.toArray(String[]::new));
        if (result.exitCode() != 0) {
            throw new IllegalStateException("keytool failed: " + result.output());
        }
    }

    /** For who shows it, and for who trusts nobody but it. */
    public SSLContext context() {
        return context(true);
    }

    /** For who trusts nobody but it, and shows nothing. */
    public SSLContext contextWithoutKey() {
        return context(false);
    }

    private SSLContext context(boolean shows) {
        try {
            KeyStore keys = loaded(store);
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(keys);
            KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shows ? shown.getKeyManagers() : null, trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyStore loaded(Path store) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys;
        }
    }

    private static TestCertificate exported(Path folder, String name, Path store) {
        try {
            KeyStore keys = loaded(store);
            byte[] certificate = keys.getCertificate(name).getEncoded();
            byte[] key = keys.getKey(name, PASSWORD.toCharArray()).getEncoded();
            return new TestCertificate(store,
                    Files.writeString(folder.resolve(name + ".crt"), pem("CERTIFICATE", certificate)),
                    Files.writeString(folder.resolve(name + ".key"), pem("PRIVATE KEY", key)));
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Writes certificates into one file, as one who trusts them all has them. */
    public static Path trusting(Path file, TestCertificate... certificates) {
        StringBuilder all = new StringBuilder();
        try {
            for (TestCertificate one : certificates) {
                all.append(Files.readString(one.certificate()));
            }
            return Files.writeString(file, all);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, lines);
    }
}
