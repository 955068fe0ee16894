package org.priorfetch.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.settings.SiteChange.Effect;
import org.priorfetch.engine.testing.TestCertificate;

/** Whatever a file says, read twice it is the same; and each change of it is told where it belongs. */
class SiteChangeTest {

    private static final String SITE = """
            self: {aeTitle: PRIORFETCH, host: 127.0.0.1, port: 11112, tls: on, tlsCertificate: ours.p12, tlsPassword: "${env:P}"}
            pacs:
              aeTitle: LOCALPACS
              host: 127.0.0.1
              port: 4242
              issuer: HOSP
              associations: 4
              limit: 200 Mbit/s
              tls: on
              tlsTrust: ours.crt
              marks: {descriptionPrefix: "EXT ", attributes: {StudyComments: prior}}
            worklists:
              - {name: ris, type: mwl, aeTitle: RIS, host: 127.0.0.1, port: 1070, every: 30s, ahead: 24h}
              - {name: orders, type: hl7, port: 2575, senders: [10.0.0.1], applications: [RIS]}
            procedures:
              - {pattern: CT Abd*, regions: [abdomen, pelvis]}
            sources:
              - name: regional
                type: dimse
                aeTitle: REGIONAL
                host: 127.0.0.1
                port: 10104
                associations: 3
                limit: 100 Mbit/s
                hours: "18:00-07:00"
                dailyGB: 50
                patients: mapped
                mapping: {pattern: 'P(\\d{6})', replacement: $1, pad: 8, prefix: H-}
                procedures: [{pattern: R77, regions: shoulder}]
              - {name: both, type: dimse, aeTitle: BOTH, host: both, port: 104, web: "https://both.example/dicom-web", auth: basic, user: us, password: "${env:P}"}
              - {name: uni, type: dicomweb, url: "https://uni.example/dicom-web", patients: demographics, auth: bearer, token: "${env:P}"}
              - {name: clinic, type: dimse, aeTitle: CLINIC, host: clinic, port: 104, issuer: 1.2.4, patients: pix,
                 pix: {type: fhir, url: "https://index/fhir/", local: "urn:oid:1.2.3"}}
            exclude: {patients: [0815, "4712^^^HOSP"], confidentiality: [r, V]}
            relevance: {maxPriors: 5, maxAge: 10y, rules: [{name: Knees, region: knee, newest: 0}]}
            """;

    @TempDir
    static Path home;

    @BeforeAll
    static void makeCertificate() {
        TestCertificate.make(home, "ours", "ip:127.0.0.1", 90);
        TestCertificate.make(home, "theirs", "ip:127.0.0.1", 90);
    }

    private static SiteSettings read(String text) throws IOException {
        Path file = Files.writeString(home.resolve("site.yaml"), text);
        ReadResult result = new SiteSettingsReader(file, Map.of("P", TestCertificate.PASSWORD)::get).read();
        assertThat(result).isInstanceOf(ReadResult.Valid.class);
        return ((ReadResult.Valid) result).settings();
    }

    private static SiteChange between(String before, String after) throws IOException {
        return SiteChange.between(read(before), read(after));
    }

    @Test
    void whatIsReadTwiceIsNoChange() throws IOException {
        assertThat(between(SITE, SITE).sections()).isEmpty();
        assertThat(between(SITE, "# by hand\n" + SITE.replace("aeTitle: RIS,", "aeTitle:   RIS,")).effect())
                .isEqualTo(Effect.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"limit: 100 Mbit/s | limit: 2 Mbit/s",
            "'hours: \"18:00-07:00\"' | hours: Sat 08:00-12:00",
            "dailyGB: 50 | dailyGB: 51", "associations: 3 | associations: 8", "associations: 4 | associations: 2",
            "limit: 200 Mbit/s | dailyGB: 9", "dailyGB: 50 | nearlineWait: 4h", "dailyGB: 50 | nearlineAhead: 1d",
            "dailyGB: 50 | # as much as you like"})
    void otherLimitsDoNotAskForAnotherEngine(String before, String after) throws IOException {
        assertThat(SITE).contains(before);
        String changed = SITE.replace(before, after);
        assertThat(between(SITE, changed)).isEqualTo(new SiteChange(List.of("limits")));
        assertThat(between(SITE, changed).effect()).isEqualTo(Effect.LIVE);
        assertThat(between(changed, SITE).effect()).isEqualTo(Effect.LIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"port: 11112 | port: 11113 | self", "ours.p12 | theirs.p12 | self",
            "port: 4242 | port: 4243 | pacs", "tlsTrust: ours.crt | tlsTrust: theirs.crt | pacs",
            "EXT | FOREIGN | pacs",
            "every: 30s | every: 31s | worklists", "10.0.0.1 | 10.0.0.2 | worklists",
            "CT Abd* | CT Thorax* | procedures",
            "R77 | R78 | procedures", "name: regional | name: region | procedures, sources",
            "prefix: H- | prefix: K- | sources", "d{6} | d{7} | sources",
            "auth: bearer | auth: bearer, limit: 1 Mbit/s | limits",
            "auth: bearer | auth: bearer, order: newest | sources",
            "uni.example | uni2.example | sources", "user: us | user: them | sources",
            "both.example | both2.example | sources", "https://index | https://other | sources",
            "confidentiality: [r, V] | confidentiality: [r] | exclude", "newest: 0 | newest: 1 | relevance",
            "maxPriors: 5 | maxPriors: 6 | relevance"})
    void eachChangeIsToldWhereItBelongs(String before, String after, String sections) throws IOException {
        assertThat(SITE).contains(before);
        SiteChange change = between(SITE, SITE.replace(before, after));
        assertThat(String.join(", ", change.sections())).isEqualTo(sections);
        assertThat(change.effect()).isEqualTo(sections.equals("limits") ? Effect.LIVE : Effect.RESTART);
    }

    @Test
    void limitsBesideSomethingElseAskForAnotherEngine() throws IOException {
        SiteChange change = between(SITE, SITE.replace("100 Mbit/s", "1 Mbit/s").replace("port: 10104", "port: 10105"));
        assertThat(change.sections()).containsExactly("limits", "sources");
        assertThat(change.effect()).isEqualTo(Effect.RESTART);
    }

    @Test
    void anotherDatabaseIsAnotherEngine() throws IOException {
        SiteChange change = between(SITE, SITE + "database: {url: \"jdbc:h2:./other\"}\n");
        assertThat(change).isEqualTo(new SiteChange(List.of("database")));
    }
}
