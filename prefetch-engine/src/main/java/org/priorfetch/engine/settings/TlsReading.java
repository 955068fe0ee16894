package org.priorfetch.engine.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.tls.TlsCredentials;

/** Turns the TLS keys of one section into credentials, and opens their files, so that a bad one is told with its line. */
final class TlsReading {

    private static final List<String> DETAILS = List.of("tlsTrust", "tlsCertificate", "tlsPassword");

    private final Section section;
    private final Path folder;

    private TlsReading(Section section, Path folder) {
        this.section = section;
        this.folder = folder;
    }

    /**
     * Null where no TLS is asked for.
     *
     * @param folder where relative paths begin
     */
    static @Nullable TlsCredentials of(Section section, Path folder) {
        boolean wanted = section.choice("tls", Choice.TLS).filter("on"::equals).isPresent();
        if (wanted) {
            return new TlsReading(section, folder).credentials().orElse(null);
        }
        DETAILS.stream()
                .filter(section::has)
                .forEach(key -> section.problem(key, Message.of("settings.tlsOff", key)));
        return null;
    }

    /** For a port that others connect to: without a certificate of our own nobody could. */
    static @Nullable TlsCredentials ofListener(Section section, Path folder) {
        TlsCredentials credentials = of(section, folder);
        if (credentials != null && !section.has("tlsCertificate")) {
            section.problem("tls", Message.of("settings.tlsListenerCertificate"));
        }
        return credentials;
    }

    private Optional<TlsCredentials> credentials() {
        String password = section.secret("tlsPassword");
        Path trust = file("tlsTrust");
        Path certificate = file("tlsCertificate");
        if (section.has("tlsPassword") && certificate == null) {
            section.problem("tlsPassword", Message.of("settings.tlsPasswordAlone"));
        }
        try {
            TrustManager @Nullable [] trusted = trust == null ? null : trusted(trust);
            KeyStore keys = certificate == null ? null : keys(certificate, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys == null ? null : keyManagers(keys, password), trusted, null);
            return Optional.of(new TlsCredentials(context, keys == null ? List.of() : ours(keys), trust != null,
                    hash("tlsTrust", trust) + "/" + hash("tlsCertificate", certificate)));
        } catch (UnusableFileException unusable) {
            section.problem(unusable.key, Message.of("settings.tlsUnusable", unusable.key));
            return Optional.empty();
        } catch (GeneralSecurityException unusable) {
            section.problem("tls", Message.of("settings.tlsUnusable", "tls"));
            return Optional.empty();
        }
    }

    private @Nullable Path file(String key) {
        String text = section.optional(key, Names.PATH);
        try {
            return text == null ? null : folder.resolve(text);
        } catch (InvalidPathException _) {
            section.problem(key, Message.of("settings.tlsUnusable", key));
            return null;
        }
    }

    /** Of the file; of none it is empty. */
    private static String hash(String key, @Nullable Path file) throws GeneralSecurityException, UnusableFileException {
        if (file == null) {
            return "";
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UnusableFileException(key, unreadable);
        }
    }

    private static TrustManager[] trusted(Path file) throws GeneralSecurityException, UnusableFileException {
        KeyStore store = emptyStore();
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry(String.valueOf(number++), certificate);
            }
            if (number == 0) {
                throw new UnusableFileException("tlsTrust");
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UnusableFileException("tlsTrust", unreadable);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, UnusableFileException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException impossible) {
            throw new UnusableFileException("tlsTrust", impossible);
        }
        return store;
    }

    private static KeyStore keys(Path file, @Nullable String password)
            throws GeneralSecurityException, UnusableFileException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, characters(password));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new UnusableFileException("tlsCertificate", unreadable);
        }
        if (ours(store).isEmpty()) {
            throw new UnusableFileException("tlsCertificate");
        }
        return store;
    }

    private static KeyManager[] keyManagers(KeyStore store, @Nullable String password)
            throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, characters(password));
        return factory.getKeyManagers();
    }

    private static List<X509Certificate> ours(KeyStore store) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    private static char[] characters(@Nullable String password) {
        return password == null ? new char[0] : password.toCharArray();
    }

    /** A file is not there, not of the right kind, or not opened by the password. */
    private static final class UnusableFileException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String key;

        UnusableFileException(String key) {
            super(key);
            this.key = key;
        }

        UnusableFileException(String key, Exception cause) {
            super(key, cause);
            this.key = key;
        }
    }
}
