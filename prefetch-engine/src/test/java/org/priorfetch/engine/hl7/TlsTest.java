package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.testing.StoppedClock;
import org.priorfetch.engine.tls.TlsCredentials;

/** Over encrypted connections. */
@Timeout(120)
class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final String ORDER = Messages.order(Messages.PID, "ORC|NW|P-1|A-1", "OBR|1|P-1|A-1|CT^CT Chest");

    @TempDir
    private static Path folder;
    @TempDir
    private Path rejected;

    @BeforeAll
    static void makeKeys() throws Exception {
        for (String owner : List.of("ours", "ris", "stranger")) {
            keytool("-genkeypair", "-alias", owner, "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                    "SAN=ip:127.0.0.1,dns:localhost", "-keystore", owner + ".p12");
            keytool("-exportcert", "-alias", owner, "-file", owner + ".cer", "-keystore", owner + ".p12");
            keytool("-importcert", "-noprompt", "-alias", owner, "-file", owner + ".cer", "-keystore",
                    owner + "-trusted.p12");
        }
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static KeyStore store(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** @param owner of the certificate that it shows; null to show none */
    private static SSLContext sender(@Nullable String owner) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(owner == null ? null : store(owner + ".p12"), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store("ours-trusted.p12"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(owner == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private FeedRig rig(@Nullable String trusted) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("ours.p12"), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted == null ? null : store(trusted + "-trusted.p12"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new FeedRig(rejected, FeedRig.LIMITS, List.of(), Set.of(),
                new TlsCredentials(context, List.of(), trusted != null));
    }

    @Test
    void anEncryptedOrderIsTaken() throws Exception {
        try (FeedRig rig = rig(null); MllpClient client = new MllpClient(rig.port(), sender(null).getSocketFactory())) {
            assertThat(client.exchange(ORDER)).contains("MSA|AA");
            assertThat(((SSLSocket) client.socket()).getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void whoMustShowACertificateMustShowATrustedOne() throws Exception {
        try (FeedRig rig = rig("ris")) {
            try (MllpClient client = new MllpClient(rig.port(), sender("ris").getSocketFactory())) {
                assertThat(client.exchange(ORDER)).contains("MSA|AA");
            }
            for (String other : new String[]{null, "stranger"}) {
                assertThatThrownBy(() -> {
                    try (MllpClient client = new MllpClient(rig.port(), sender(other).getSocketFactory())) {
                        client.exchange(ORDER);
                    }
                }).isInstanceOf(IOException.class);
            }
            assertThat(rig.events()).hasSize(1);
        }
    }

    @Test
    void aPatientIndexIsAskedOverAnEncryptedLineOnlyWhereItIsTrusted() throws Exception {
        for (String owner : List.of("ours", "stranger")) {
            try (SimulatedPixManager index = new SimulatedPixManager(context(owner).getServerSocketFactory(),
                    SimulatedPixManager.saying("MSA|AA|{id}", "QAK|{id}|NF"))) {
                PixManager client = new PixManager("uni",
                        new PixPeer("localhost", index.port(), new TlsCredentials(sender(null), List.of(), false), "US",
                                "", ""),
                        PixDomain.named("HOSP"), PixDomain.named("UNI"), new StoppedClock(), PixWaits.DEFAULT);
                if (owner.equals("ours")) {
                    assertThat(client.find("P1")).isEqualTo(new CrossReference.NoneThere());
                } else {
                    assertThatThrownBy(() -> client.find("P1")).isInstanceOfSatisfying(PeerException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(PeerException.Kind.UNREACHABLE));
                    assertThat(index.asked()).isEmpty();
                }
            }
        }
    }

    private static SSLContext context(String owner) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(owner + ".p12"), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void oldProtocolsAndPlainLinesAreRefused() throws Exception {
        try (FeedRig rig = rig(null)) {
            assertThatThrownBy(() -> {
                try (MllpClient client = new MllpClient(rig.port(), sender(null).getSocketFactory())) {
                    ((SSLSocket) client.socket()).setEnabledProtocols(new String[]{"TLSv1.1"});
                    client.exchange(ORDER);
                }
            }).isInstanceOf(IOException.class);
            try (MllpClient plain = new MllpClient(rig.port(), SocketFactory.getDefault())) {
                plain.send(MllpClient.frame(ORDER));
                assertThatThrownBy(plain::receive).isInstanceOf(IOException.class);
            }
            assertThat(rig.events()).isEmpty();
        }
    }
}
