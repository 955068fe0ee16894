package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * Key stores (PKCS #12 or JKS) for encrypted connections.
 *
 * @param keyStore with our key and certificate
 * @param trustStore with the certificates of senders, which must then show one; null to let in whoever comes
 */
public record TlsKeys(Path keyStore, String password, @Nullable Path trustStore, String trustPassword) {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /**
     * Makes sockets that speak TLS 1.2 or newer.
     *
     * @throws GeneralSecurityException when a key store cannot be used
     */
    ServerSocketFactory sockets() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(keyStore, password), password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted(), null);
        return new Sockets(context, trustStore != null);
    }

    private TrustManager @Nullable [] trusted() throws GeneralSecurityException {
        Path store = trustStore;
        if (store == null) {
            return null;
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(store, trustPassword));
        return trust.getTrustManagers();
    }

    private static KeyStore load(Path file, String password) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        } catch (IOException unreadable) {
            throw new GeneralSecurityException(unreadable);
        }
        return store;
    }

    /** The passwords stay out of logs. */
    @Override
    public String toString() {
        return "TlsKeys[" + keyStore + "]";
    }

    private static final class Sockets extends ServerSocketFactory {

        private final SSLContext context;
        private final boolean clientsToo;

        Sockets(SSLContext context, boolean clientsToo) {
            this.context = context;
            this.clientsToo = clientsToo;
        }

        @Override
        public ServerSocket createServerSocket() throws IOException {
            SSLServerSocket socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(PROTOCOLS);
            parameters.setNeedClientAuth(clientsToo);
            socket.setSSLParameters(parameters);
            return socket;
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }
}
