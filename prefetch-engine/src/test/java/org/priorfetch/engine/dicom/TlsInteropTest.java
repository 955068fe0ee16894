package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;
import org.priorfetch.engine.testing.TestCertificate;
import org.priorfetch.engine.testing.Tools;
import org.priorfetch.engine.tls.TlsCredentials;

/** Encrypted associations with real peers, in both directions (PS3.15 B.12). */
@NeedsTools({"Orthanc", "echoscu"})
class TlsInteropTest {

    private static final String LOOPBACK = "ip:127.0.0.1";
    private static final Deadlines IMPATIENT = all(Duration.ofSeconds(1));

    @TempDir
    static Path folder;
    private static TestCertificate ours;
    private static TestCertificate theirs;
    private static TestCertificate stranger;
    private static OrthancServer orthanc;
    private static DicomNode node;

    @BeforeAll
    static void start() throws IOException {
        ours = TestCertificate.make(folder, "ours", LOOPBACK, 90);
        theirs = TestCertificate.make(folder, "theirs", LOOPBACK, 20);
        stranger = TestCertificate.make(folder, "stranger", LOOPBACK, 90);
        orthanc = new OrthancServer.Builder("ORTHANC").option("DicomTlsEnabled", true)
                .option("DicomTlsCertificate", "\"" + theirs.certificate() + "\"")
                .option("DicomTlsPrivateKey", "\"" + theirs.key() + "\"")
                .option("DicomTlsTrustedCertificates", "\"" + ours.certificate() + "\"")
                .start();
        orthanc.upload(new ImageFile("2.25.10", 1, 1).set(Tag.Modality, VR.CS, "CT").write(folder));
        node = new DicomNode("PRIORFETCH", Files.createDirectories(folder.resolve("spool")));
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        orthanc.close();
    }

    private static TlsCredentials credentials(TestCertificate trusted, @Nullable TestCertificate shown) {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("trusted", store(trusted).getCertificate(name(trusted)));
            TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusting.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            if (shown == null) {
                context.init(null, trusting.getTrustManagers(), null);
                return new TlsCredentials(context, List.of(), true);
            }
            KeyManagerFactory showing = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            showing.init(store(shown), TestCertificate.PASSWORD.toCharArray());
            context.init(showing.getKeyManagers(), trusting.getTrustManagers(), null);
            X509Certificate certificate = (X509Certificate) store(shown).getCertificate(name(shown));
            return new TlsCredentials(context, List.of(certificate), true);
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String name(TestCertificate certificate) {
        return certificate.store().getFileName().toString().replace(".p12", "");
    }

    private static Deadlines all(Duration each) {
        return new Deadlines(each, each, each, each, each, each, each);
    }

    private static KeyStore store(TestCertificate certificate) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(certificate.store())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, TestCertificate.PASSWORD.toCharArray());
            return store;
        }
    }

    private static AssociationPool pool(String host, int port, @Nullable TlsCredentials tls, Deadlines deadlines) {
        return new AssociationPool(node, new Peer("regional", "ORTHANC", host, port, tls), SourceBudget.DEFAULT,
                deadlines);
    }

    private static AssociationPool pool(@Nullable TlsCredentials tls) {
        return pool("127.0.0.1", orthanc.dicomPort(), tls, Deadlines.DEFAULT);
    }

    private static int studies(AssociationPool pool) throws PeerException {
        return new DimseFinder(pool).findStudies(new StudyQuery.OfPatient(PatientKey.of("4711"))).size();
    }

    @Test
    void anArchiveThatWantsTlsIsAskedWithIt() throws PeerException {
        try (AssociationPool pool = pool(credentials(theirs, ours))) {
            assertThat(studies(pool)).isEqualTo(1);
            assertThat(pool.peerCertificateEnd()).isBetween(Instant.now().plus(Duration.ofDays(19)),
                    Instant.now().plus(Duration.ofDays(21)));
        }
    }

    @Test
    void anArchiveWhoseCertificateIsNotTrustedIsToldNothing() {
        try (AssociationPool pool = pool(credentials(stranger, ours))) {
            assertThatThrownBy(() -> studies(pool)).isInstanceOfSatisfying(PeerException.class,
                    failure -> assertThat(failure.reason().text(Locale.ENGLISH)).contains("no TLS connection")
                            .contains("not signed by anybody"));
        }
    }

    @Test
    void aTrustedCertificateThatIsMadeOutToAnotherHostIsNoProof() {
        try (AssociationPool pool = pool("localhost", orthanc.dicomPort(), credentials(theirs, ours),
                Deadlines.DEFAULT)) {
            assertThatThrownBy(() -> studies(pool)).isInstanceOfSatisfying(PeerException.class,
                    failure -> assertThat(failure.reason().text(Locale.ENGLISH)).contains("made out to another host"));
        }
    }

    @Test
    void anArchiveThatDoesNotKnowOurCertificateIsNoEmptyArchive() {
        try (AssociationPool pool = pool(credentials(theirs, stranger))) {
            assertThatThrownBy(() -> studies(pool)).isInstanceOfSatisfying(PeerException.class,
                    failure -> assertThat(failure.reason().text(Locale.ENGLISH)).contains("accept our certificate"));
        }
    }

    @Test
    void withoutTlsItIsNotReached() {
        try (AssociationPool pool = pool("127.0.0.1", orthanc.dicomPort(), null, IMPATIENT)) {
            assertThatThrownBy(() -> studies(pool)).isInstanceOf(PeerException.class);
        }
    }

    @Test
    void aPeerThatNeverAgreesIsLeftInTime() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                AssociationPool pool = pool("127.0.0.1", mute.getLocalPort(), credentials(theirs, ours), IMPATIENT)) {
            assertThatThrownBy(() -> studies(pool)).isInstanceOfSatisfying(PeerException.class,
                    failure -> assertThat(failure.kind()).isEqualTo(PeerException.Kind.SILENT));
        }
    }

    @Test
    void theDoctorTellsOfTls() {
        try (AssociationPool good = pool(credentials(theirs, ours));
                AssociationPool bad = pool(credentials(stranger, ours));
                AssociationPool none = pool(null)) {
            ProbeStep agreed = DimseProbe.ofPacs(good).probe(CheckStep.TLS);
            assertThat(agreed.ok()).isTrue();
            assertThat(agreed.detail().text(Locale.ENGLISH)).contains("TLSv1.").contains("valid until");
            ProbeStep refused = DimseProbe.ofPacs(bad).probe(CheckStep.TLS);
            assertThat(refused.ok()).isFalse();
            assertThat(refused.advice()).isNotNull();
            assertThat(DimseProbe.ofPacs(none).probe(CheckStep.TLS).skipped()).isTrue();
        }
    }

    private static Tools.Result echo(StorageScp storage, TestCertificate shown) {
        return Tools.run("echoscu", "+tls", shown.key().toString(), shown.certificate().toString(), "+cf",
                ours.certificate().toString(), "-aec", "PRIORFETCH", "127.0.0.1", String.valueOf(storage.port()));
    }

    @Test
    void ourPortTakesOnlyThoseWhoseCertificateIsTrusted() throws IOException {
        try (DicomNode own = new DicomNode("PRIORFETCH", folder);
                StorageScp storage = new StorageScp(own, "127.0.0.1", 0, credentials(theirs, ours),
                        Deadlines.DEFAULT)) {
            assertThat(echo(storage, theirs).exitCode()).isZero();
            assertThat(echo(storage, stranger).exitCode()).isNotZero();
            assertThat(Tools.run("echoscu", "-to", "3", "-ta", "3", "-aec", "PRIORFETCH", "127.0.0.1",
                    String.valueOf(storage.port())).exitCode()).isNotZero();
        }
    }

    @Test
    void somebodyWhoNeverAgreesHoldsUpNobody() throws IOException {
        try (DicomNode own = new DicomNode("PRIORFETCH", folder);
                StorageScp storage = new StorageScp(own, "127.0.0.1", 0, credentials(theirs, ours),
                        all(Duration.ofSeconds(5)));
                Socket mute = new Socket(InetAddress.getLoopbackAddress(), storage.port())) {
            assertThat(echo(storage, theirs).exitCode()).isZero();
            await().atMost(Duration.ofSeconds(30)).until(() -> mute.getInputStream().read() < 0);
        }
    }
}
