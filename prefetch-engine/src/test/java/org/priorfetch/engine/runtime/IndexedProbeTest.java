package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.SiteSection;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.settings.SiteFile;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.SimulatedFhirServer;
import org.priorfetch.engine.testing.SimulatedFhirServer.Reply;

/** The doctor at patient indexes and directories. */
@Timeout(60)
class IndexedProbeTest {

    private static final SiteSection SELF = SiteSection.of(Map.of("aeTitle", "US"));
    private static final String UNKNOWN = "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"code\":"
            + " \"not-found\"}]}";

    @TempDir
    Path home;

    private record Archive(boolean works) implements PeerProbe {

        @Override
        public String name() {
            return "uni";
        }

        @Override
        public ProbeStep probe(CheckStep step) {
            boolean ok = works || step != CheckStep.TCP;
            return new ProbeStep(step.word(), ok, 1, Message.of("dicom.sawEcho"),
                    ok ? null : Message.of("dicom.adviseTcp", "uni", "h", "1"), false);
        }
    }

    private static PeerProbe probe(boolean works, IndexedProbe.Question index) {
        return new IndexedProbe(new Archive(works), "pix", "US", index);
    }

    @Test
    void theIndexComesLast() {
        PeerCheck check = probe(true, () -> {}).probe();

        assertThat(check.ok()).isTrue();
        assertThat(check.steps()).extracting(ProbeStep::step)
                .containsExactly("name", "tcp", "tls", "association", "echo", "find", "retrieve", "index");
        assertThat(new Archive(true).probe().steps()).as("without an index").hasSize(7);
    }

    @Test
    void theIndexIsTriedAlthoughTheArchiveFails() {
        PeerCheck check = probe(false, () -> {}).probe();

        assertThat(check.ok()).isFalse();
        assertThat(check.steps()).extracting(ProbeStep::step).containsExactly("name", "tcp", "index");
        assertThat(check.steps().getLast().ok()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE,hl7.pix.unreachable,no firewall stands between",
            "SILENT,hl7.pix.silent,look into its log", "BROKEN,hl7.pix.broken,look into its log",
            "FAILED,hl7.pix.targetDomain,to allow queries from US", "PROTOCOL,hl7.pix.notUnderstood,under pix"})
    void everyFailureHasAnAdvice(PeerException.Kind kind, String key, String words) {
        ProbeStep step = probe(true, () -> {
            throw new PeerException("uni", kind, Message.of(key, "uni", "x"));
        }).probe(CheckStep.INDEX);

        assertThat(step.ok()).isFalse();
        assertThat(step.detail().key()).isEqualTo(key);
        Message advice = step.advice();
        assertThat(advice).isNotNull();
        assertThat(advice.text()).contains(words);
        assertThat(advice.text(Locale.GERMAN)).isNotEqualTo(advice.text()).contains("Bitte");
    }

    @Test
    void anIndexThatIsNotTrustedHasAnotherAdvice() {
        ProbeStep step = probe(true, () -> {
            throw new PeerException("uni", PeerException.Kind.UNREACHABLE,
                    Message.of("hl7.pix.untrusted", "uni", "x", "y"),
                    new SSLException("Received fatal alert: protocol_version"));
        }).probe(CheckStep.INDEX);

        assertThat(step.advice()).isEqualTo(Message.of("tls.tooOld.advice", "uni", "US", "pix"));
    }

    private ProbeStep tried(SiteSection source, String site) throws IOException, CommandFailedException {
        SiteFile file = new SiteFile(Files.writeString(home.resolve("site.yaml"), site));
        return new PeerTrial(file, new TurnedClock()).check(
                new SiteCommand.CheckPeer(PeerKind.SOURCE, SELF, source, CheckStep.INDEX));
    }

    private static SiteSection source() {
        return SiteSection.of(Map.of("name", "uni", "type", "dimse", "aeTitle", "UNI", "host", "127.0.0.1", "port",
                "104", "issuer", "1.2.4"));
    }

    private static SiteSection pix(String url) {
        return source().with("patients", "pix").with("pix.type", "fhir").with("pix.url", url);
    }

    @Test
    void anUnsavedIndexIsAskedForNobodyInTheDomainOfThePacs() throws Exception {
        try (SimulatedFhirServer index = new SimulatedFhirServer(_ -> Reply.of(404, UNKNOWN))) {
            ProbeStep step = tried(pix(index.at("/fhir").toString()),
                    "pacs: {aeTitle: P, host: p, port: 1, issuer: 1.2.3}");

            assertThat(step.ok()).as("that it does not know him is an answer").isTrue();
            assertThat(step.detail().text()).isEqualTo("the patient index answered");
            assertThat(index.asked()).singleElement()
                    .satisfies(question -> assertThat(question.uri().getQuery())
                            .contains("urn:oid:1.2.3|PRIORFETCH-CHECK"));
        }
    }

    @Test
    void withoutTheIssuerOfThePacsNothingIsGuessed() throws Exception {
        ProbeStep step = tried(pix("http://127.0.0.1:" + FreePort.pick()), "pacs: {aeTitle: P, host: p, port: 1}");

        assertThat(step.skipped()).isTrue();
        assertThat(step.detail().text()).contains("issuer of the PACS is not known yet");
    }

    @Test
    void aDirectoryIsTriedToo() throws Exception {
        try (SimulatedFhirServer index = new SimulatedFhirServer(
                _ -> Reply.of("{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"total\": 0}"))) {
            SiteSection source = source().with("patients", "demographics")
                    .with("pdq.url", index.at("/fhir").toString());
            assertThat(tried(source, "").ok()).isTrue();
        }
        SiteSection nobody = source().with("patients", "demographics")
                .with("pdq.url", "http://127.0.0.1:" + FreePort.pick());
        ProbeStep step = tried(nobody, "");
        assertThat(step.ok()).isFalse();
        assertThat(step.advice()).isNotNull();
        assertThat(step.advice().text()).contains("under pdq in site.yaml");
    }
}
