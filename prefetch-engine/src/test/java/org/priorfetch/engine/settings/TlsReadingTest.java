package org.priorfetch.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.testing.TestCertificate;
import org.priorfetch.engine.tls.TlsCredentials;

class TlsReadingTest {

    private static final String SOURCE = "  - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1,"
            + " port: 104%s}";

    @TempDir
    static Path home;

    @BeforeAll
    static void makeFiles() throws IOException {
        TestCertificate.make(home, "ours", "ip:127.0.0.1", 90);
        Files.writeString(home.resolve("password.txt"), TestCertificate.PASSWORD + "\n");
        Files.writeString(home.resolve("empty.pem"), "");
    }

    private static ReadResult read(String self, String source) throws IOException {
        return read(self, source, "");
    }

    private static ReadResult read(String self, String source, String worklist) throws IOException {
        String yaml = """
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1, port: 11112%s}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, tls: on}
                sources:
                %s
                worklists: [%s]
                """.formatted(self, SOURCE.formatted(source), worklist);
        Path file = Files.writeString(home.resolve("site.yaml"), yaml);
        Map<String, String> environment = Map.of("RIGHT", TestCertificate.PASSWORD, "WRONG", "something else");
        return new SiteSettingsReader(file, environment::get).read();
    }

    private static SiteSettings valid(String self, String source) throws IOException {
        assertThat(read(self, source)).isInstanceOf(ReadResult.Valid.class);
        return ((ReadResult.Valid) read(self, source)).settings();
    }

    private static String problems(String self, String source) throws IOException {
        assertThat(read(self, source)).isInstanceOf(ReadResult.Invalid.class);
        return ((ReadResult.Invalid) read(self, source)).problems()
                .stream()
                .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message().key())
                .collect(Collectors.joining(", "));
    }

    @Test
    void withoutTheKeyNothingIsEncrypted() throws IOException {
        assertThat(valid("", "").sources().getFirst().tls()).isNull();
        assertThat(valid("", ", tls: off").sources().getFirst().tls()).isNull();
    }

    @Test
    void withTheKeyAloneTheUsualAuthoritiesAreTrustedAndNoCertificateIsShown() throws IOException {
        TlsCredentials tls = valid("", "").pacs().tls();

        assertThat(tls).isNotNull();
        assertThat(tls.ours()).isEmpty();
        assertThat(tls.demandsCertificate()).isFalse();
    }

    @Test
    void filesAreLookedForBesideTheSettingsAndOpenedByThePassword() throws IOException {
        TlsCredentials tls = valid("", ", tls: on, tlsTrust: ours.crt, tlsCertificate: ours.p12,"
                + " tlsPassword: \"${file:password.txt}\"").sources().getFirst().tls();

        assertThat(tls).isNotNull();
        assertThat(tls.ours()).singleElement()
                .satisfies(ours -> assertThat(ours.getSubjectX500Principal().getName()).isEqualTo("CN=ours"));
        assertThat(tls.demandsCertificate()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "tls: on, tlsTrust: nowhere.pem | nowhere.pem | tlsUnusable",
            "tls: on, tlsTrust: empty.pem | empty.pem | tlsUnusable",
            "tls: on, tlsTrust: password.txt | password.txt | tlsUnusable",
            "tls: on, tlsCertificate: nowhere.p12, tlsPassword: '${env:RIGHT}' | nowhere.p12 | tlsUnusable",
            "tls: on, tlsCertificate: ours.p12, tlsPassword: '${env:WRONG}' | ours.p12 | tlsUnusable",
            "tls: on, tlsCertificate: ours.p12 | ours.p12 | tlsUnusable",
            "tls: on, tlsCertificate: ours.crt, tlsPassword: '${env:RIGHT}' | ours.crt | tlsUnusable",
            "tls: on, tlsPassword: '${env:RIGHT}' | '${env:RIGHT}' | tlsPasswordAlone",
            "tls: on, tlsCertificate: ours.p12, tlsPassword: for-tests-only | for-tests-only | secretInFile",
            "tls: maybe | maybe | badChoice", "tlsTrust: ours.crt | ours.crt | tlsOff",
            "tls: off, tlsTrust: ours.crt | ours.crt | tlsOff"})
    void whatCannotWorkIsToldWithItsPlace(String keys, String value, String problem) throws IOException {
        int column = SOURCE.formatted(", " + keys).indexOf(value) + 1;

        assertThat(problems("", ", " + keys)).contains("4:" + column + " settings." + problem);
    }

    @Test
    void aPasswordInTheFileIsNotRepeated() throws IOException {
        assertThat(read("", ", tls: on, tlsCertificate: ours.p12, tlsPassword: for-tests-only").toString())
                .doesNotContain("for-tests-only");
    }

    @Test
    void aPortThatOthersConnectToNeedsACertificateOfItsOwn() throws IOException {
        assertThat(problems(", tls: on", "")).endsWith(" settings.tlsListenerCertificate").startsWith("1:");
        assertThat(valid(", tls: on, tlsCertificate: ours.p12, tlsPassword: \"${env:RIGHT}\"", "").self().tls())
                .isNotNull();
    }

    @Test
    void messagesAreListenedForWithACertificateOfOurOwnAndOnRequestOnlyFromTrustedSenders() throws IOException {
        String key = ", tlsCertificate: ours.p12, tlsPassword: \"${env:RIGHT}\"";

        assertThat(listener(key).ours()).hasSize(1);
        assertThat(listener(key).demandsCertificate()).isFalse();
        assertThat(listener(key + ", tlsTrust: ours.crt").demandsCertificate()).isTrue();
        assertThat(read("", "", feed(""))).isInstanceOfSatisfying(ReadResult.Invalid.class, invalid -> assertThat(
                invalid.problems()).extracting(problem -> problem.message().key())
                .containsExactly("settings.tlsListenerCertificate"));
    }

    private static String feed(String keys) {
        return "{name: orders, type: hl7, port: 2575, tls: on" + keys + "}";
    }

    private static TlsCredentials listener(String keys) throws IOException {
        ReadResult read = read("", "", feed(keys));
        assertThat(read).isInstanceOf(ReadResult.Valid.class);
        return Objects.requireNonNull(((ReadResult.Valid) read).settings().worklists().getFirst().tls());
    }
}
