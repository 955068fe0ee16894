package org.priorfetch.app.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteProblem;
import org.priorfetch.engine.model.SiteSection;

class PartFormTest {

    private final PartForm form = new PartForm(Part.SOURCE, new Texts(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({"port,70000", "port,0", "port,x", "aeTitle,ABCDEFGHIJKLMNOPQ", "aeTitle,A\\B", "host,a b", "name,-x",
            "associations,65", "limit,fast", "hours,18-7", "dailyGB,many", "port,''", "name,''"})
    void saysWhatIsWrongWhileItIsTyped(String key, String value) {
        form.value(key).set("1");
        form.value(key).set(value);

        assertThat(form.problem(key).get()).isNotEmpty();
        assertThat(form.isRight()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"port,65535", "aeTitle,A B_C", "host,10.0.0.1", "host,'::1'", "limit,12.5 MB/s", "limit,''",
            "hours,18:00-07:00", "hours,'Mon-Fri 18:00-07:00, Sat, Sun 00:00-24:00'",
            "dailyGB,0.5", "host,'${env:ARCHIVE_HOST}'", "port,'${file:/run/port}'"})
    void findsNothingWrongWithWhatTheEngineTakes(String key, String value) {
        form.value(key).set("?");
        form.value(key).set(value);

        assertThat(form.problem(key).get()).isEmpty();
    }

    /** What the switch says while it is off. */
    @ParameterizedTest
    @CsvSource({"dicomweb, https://pacs.example/dicom-web, true", "dicomweb, HTTPS://pacs.example, true",
            "dicomweb, http://pacs.example, false", "dicomweb, '', false", "dimse, https://pacs.example, false"})
    void isEncryptedByItsAddress(String type, String address, boolean encrypted) {
        form.value("type").set(type);
        form.value("url").set(address);

        assertThat(Encryption.isByAddress(form, "tls", "off")).isEqualTo(encrypted);
        assertThat(Encryption.isByAddress(form, "tls", "on")).isFalse();
        assertThat(Encryption.isByAddress(form, "type", "off")).isFalse();
        assertThat(Encryption.isByAddress(new PartForm(Part.PACS, new Texts(Locale.ENGLISH)), "tls", "off")).isFalse();
    }

    @Test
    void offersInWhichOrderSeriesCome() {
        assertThat(Part.SOURCE.choices("order")).containsExactly("reading", "newest", "archive");
        assertThat(Part.SOURCE.firstKeys()).doesNotContain("order");
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dicomweb")));
        form.value("order").set("newest");
        assertThat(form.section().get("order")).isEqualTo("newest");
    }

    @Test
    void keepsWhatItDoesNotShowAndAddsWhatANewOneNeeds() {
        form.edit(new SiteSection(2, Map.of("name", "a", "patients", "same", "limit", "1 Mbit/s")));
        form.value("limit").set("");
        form.value("port").set(" 104 ");

        assertThat(form.section()).isEqualTo(
                new SiteSection(2, Map.of("name", "a", "patients", "same", "type", "dimse", "port", "104")));
    }

    @Test
    void asksForAPasswordOnlyAsAReferenceAndOnlyWithTls() {
        form.edit(new SiteSection(0, Map.of("name", "a", "tls", "on")));
        form.value("tlsPassword").set("hunter2");
        assertThat(form.problem("tlsPassword").get()).startsWith("Not here");
        form.value("tls").set("off");
        assertThat(form.problem("tlsPassword").get()).isEmpty();
        form.value("tls").set("on");
        form.value("tlsPassword").set("${file:password}");
        assertThat(form.problem("tlsPassword").get()).isEmpty();
    }

    @Test
    void switchingTlsOffTakesOutWhatBelongsToIt() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse", "tls", "on", "tlsTrust", "ca.pem")));
        form.value("tls").set("off");

        assertThat(form.section().values()).isEqualTo(Map.of("name", "a", "type", "dimse", "tls", "off"));
    }

    @Test
    void asksForWhatAWorklistOfTheKindHasAndTakesOutTheRest() {
        PartForm worklist = new PartForm(Part.WORKLIST, new Texts(Locale.ENGLISH));
        worklist.edit(SiteSection.of(Map.of("name", "a")));
        worklist.insist();
        assertThat(worklist.problem("aeTitle").get()).isNotEmpty();
        assertThat(worklist.section().get("type")).isEqualTo("mwl");

        worklist.value("aeTitle").set("RIS");
        worklist.value("type").set("hl7");
        assertThat(worklist.problem("aeTitle").get()).isEmpty();
        assertThat(worklist.problem("host").get()).as("our own interface").isEmpty();
        assertThat(worklist.problem("port").get()).isNotEmpty();
        worklist.value("port").set("2575");
        assertThat(worklist.isRight()).isTrue();
        assertThat(worklist.section().values()).isEqualTo(Map.of("name", "a", "type", "hl7", "port", "2575"));

        worklist.value("type").set("pacs");
        assertThat(worklist.isRight()).isTrue();
        assertThat(worklist.section().values()).isEqualTo(Map.of("name", "a", "type", "pacs"));
    }

    @Test
    void keepsWhatAFeedOfMessagesHasBesideTheFields() {
        PartForm worklist = new PartForm(Part.WORKLIST, new Texts(Locale.ENGLISH));
        SiteSection feed = new SiteSection(1,
                Map.of("name", "orders", "type", "hl7", "port", "2575", "charset", "8859/1",
                        "applications", "RIS", "accession", "OBR-20"));
        worklist.edit(feed);
        assertThat(worklist.section()).isEqualTo(feed);
        worklist.value("port").set("2576");
        assertThat(worklist.section()).isEqualTo(feed.with("port", "2576"));
    }

    @Test
    void aMappingMeansSomethingOnlyWhereIdsAreMapped() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse", "patients", "mapped", "mapping.pad", "8",
                "issuer", "REGIO")));
        form.value("mapping.prefix").set("H*");
        assertThat(form.problem("mapping.prefix").get()).isNotEmpty();
        form.value("mapping.prefix").set("H-");
        assertThat(form.section().values()).containsEntry("mapping.pad", "8").containsEntry("mapping.prefix", "H-");

        form.value("mapping.pad").set("many");
        assertThat(form.isRight()).isFalse();
        form.value("patients").set("demographics");

        assertThat(form.problem("mapping.pad").get()).isEmpty();
        assertThat(form.section().values()).isEqualTo(
                Map.of("name", "a", "type", "dimse", "patients", "demographics", "issuer", "REGIO"));
    }

    @Test
    void aPatientIndexIsAskedForOnlyWhereItKnowsTheIds() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse", "issuer", "UNI")));
        form.value("patients").set("pix");
        form.insist();

        assertThat(form.problem("pix.host").get()).isEqualTo("A host name or an IP address is needed.");
        assertThat(form.problem("pix.url").get()).as("of an index of the other kind").isEmpty();
        form.value("pix.host").set("index");
        form.value("pix.port").set("3700");
        form.value("pix.application").set("A|B");
        assertThat(form.problem("pix.application").get()).startsWith("At most 227 characters");
        form.value("pix.application").set("PIX");
        assertThat(form.section().values()).isEqualTo(Map.of("name", "a", "type", "dimse", "issuer", "UNI", "patients",
                "pix", "pix.type", "v2", "pix.host", "index", "pix.port", "3700", "pix.application", "PIX"));

        form.value("patients").set("same");
        assertThat(form.section().values())
                .isEqualTo(Map.of("name", "a", "type", "dimse", "issuer", "UNI", "patients", "same"));
    }

    @Test
    void anIndexOfTheOtherKindHasOtherFields() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse", "patients", "pix", "pix.type", "v2",
                "pix.host", "index", "pix.port", "3700", "pix.local", "HOSP")));
        form.value("pix.type").set("fhir");
        form.insist();

        assertThat(form.problem("pix.url").get()).isEqualTo("An address is needed.");
        form.value("pix.url").set("ftp://index");
        assertThat(form.problem("pix.url").get()).startsWith("An address such as");
        form.value("pix.url").set("https://index.example.org/fhir");
        assertThat(form.problem("pix.url").get()).isEmpty();
        assertThat(form.section().values()).isEqualTo(Map.of("name", "a", "type", "dimse", "patients", "pix",
                "pix.type", "fhir", "pix.url", "https://index.example.org/fhir", "pix.local", "HOSP"));
    }

    @Test
    void aLoginIsAskedForItsOwnFieldsAndItsSecretsOnlyAsReferences() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse", "patients", "pix", "pix.type", "fhir",
                "pix.url", "https://index.example.org/fhir")));
        form.insist();
        assertThat(form.problem("pix.user").get()).as("without a login").isEmpty();

        form.value("pix.auth").set("basic");
        assertThat(form.problem("pix.user").get()).isEqualTo("A name is needed.");
        form.value("pix.user").set("prior");
        form.value("pix.password").set("hunter2");
        assertThat(form.problem("pix.password").get()).startsWith("Not here");
        form.value("pix.password").set("${file:secret}");
        assertThat(form.problem("pix.password").get()).isEmpty();
        assertThat(form.section().values()).containsEntry("pix.user", "prior")
                .containsEntry("pix.password", "${file:secret}");

        form.value("pix.auth").set("oauth2");
        assertThat(form.problem("pix.tokenUrl").get()).isEqualTo("An address is needed.");
        form.value("pix.auth").set("bearer");
        assertThat(form.problem("pix.token").get()).isEqualTo("A reference to it is needed.");
        form.value("pix.token").set("${env:TOKEN}");
        assertThat(form.section().values()).containsEntry("pix.token", "${env:TOKEN}")
                .doesNotContainKeys("pix.user",
                        "pix.password", "pix.tokenUrl");

        form.value("pix.type").set("v2");
        assertThat(form.section().values()).doesNotContainKeys("pix.auth", "pix.token", "pix.url");
    }

    @Test
    void anArchiveThatSpeaksDicomwebHasAnAddressAndALogin() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse", "aeTitle", "A", "host", "h", "port", "104")));
        form.value("type").set("dicomweb");
        assertThat(form.section().values()).isEqualTo(Map.of("name", "a", "type", "dicomweb"));
        form.insist();
        assertThat(form.problem("url").get()).isEqualTo("An address is needed.");
        assertThat(form.problem("aeTitle").get()).isEmpty();

        form.value("url").set("https://pacs.example.org/dicom-web");
        form.value("auth").set("bearer");
        assertThat(form.problem("token").get()).isEqualTo("A reference to it is needed.");
        form.value("token").set("${env:TOKEN}");
        assertThat(form.section().values()).isEqualTo(Map.of("name", "a", "type", "dicomweb", "url",
                "https://pacs.example.org/dicom-web", "auth", "bearer", "token", "${env:TOKEN}"));

        form.value("type").set("dimse");
        assertThat(form.section().values()).isEqualTo(
                Map.of("name", "a", "type", "dimse", "aeTitle", "A", "host", "h", "port", "104"));
    }

    /** Its login stands where that of an archive without DIMSE does. */
    @Test
    void dicomwebBesideDimseHasALogin() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse", "aeTitle", "A", "host", "h", "port", "104")));
        form.value("auth").set("basic");
        form.insist();
        assertThat(form.problem("user").get()).as("no address, no login").isEmpty();
        assertThat(form.section().values()).doesNotContainKey("auth");

        form.value("web").set("https://pacs.example.org/dicom-web");
        assertThat(form.isMeant("auth")).isTrue();
        assertThat(form.isMeant("token")).as("of another login").isFalse();
        assertThat(form.problem("user").get()).isNotEmpty();
        form.value("user").set("prior");
        form.value("password").set("${file:password}");
        assertThat(form.isRight()).isTrue();
        assertThat(form.section().values()).isEqualTo(Map.of("name", "a", "type", "dimse", "aeTitle", "A", "host", "h",
                "port", "104", "web", "https://pacs.example.org/dicom-web", "auth", "basic", "user", "prior",
                "password", "${file:password}"));

        form.value("retrieve").set("get");
        assertThat(form.section().values()).as("nothing to choose")
                .doesNotContainKeys("web", "auth", "user",
                        "password");
    }

    @Test
    void aDirectoryIsAskedOnlyWherePatientsAreFoundByName() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse", "patients", "demographics")));
        form.insist();
        assertThat(form.problem("pdq.url").get()).as("it may have none").isEmpty();
        assertThat(form.section().values())
                .isEqualTo(Map.of("name", "a", "type", "dimse", "patients", "demographics"));

        form.value("pdq.auth").set("basic");
        assertThat(form.section().values()).as("no address, no directory").doesNotContainKey("pdq.auth");
        form.value("pdq.url").set("index");
        assertThat(form.problem("pdq.url").get()).startsWith("An address such as");
        form.value("pdq.url").set("https://index.example.org/fhir");
        form.value("pdq.user").set("prior");
        form.value("pdq.target").set("urn:oid:1.2.4");
        assertThat(form.section().values()).isEqualTo(Map.of("name", "a", "type", "dimse", "patients",
                "demographics", "pdq.url", "https://index.example.org/fhir", "pdq.target", "urn:oid:1.2.4",
                "pdq.auth", "basic", "pdq.user", "prior"));

        form.value("patients").set("same");
        assertThat(form.section().values()).isEqualTo(Map.of("name", "a", "type", "dimse", "patients", "same"));
    }

    @Test
    void theIndexHasAnEncryptionOfItsOwn() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse", "patients", "pix", "pix.type", "v2",
                "pix.host", "index", "pix.port", "3700", "pix.tls", "on", "pix.tlsTrust", "ca.pem")));
        form.value("pix.tlsPassword").set("hunter2");
        assertThat(form.problem("pix.tlsPassword").get()).startsWith("Not here");

        form.value("pix.tls").set("off");
        assertThat(form.problem("pix.tlsPassword").get()).isEmpty();
        assertThat(form.section().values()).containsEntry("pix.tls", "off")
                .doesNotContainKeys("pix.tlsTrust",
                        "pix.tlsPassword");
    }

    @ParameterizedTest
    @CsvSource({"settings.missingKey,pix.host", "settings.badDomain,pix.local", "settings.pixMissing,patients"})
    void theEnginesWordsAboutTheIndexStandAtItsFields(String key, String field) {
        form.edit(new SiteSection(1, Map.of("name", "a", "patients", "pix")));
        Message words = Message.of(key, field, "x");

        assertThat(form.show(List.of(new SiteProblem("sources.1." + field, 3, 4, words)), 1)).isTrue();
        assertThat(form.problem(field).get()).isEqualTo(words.text());
    }

    @Test
    void whomNotToFetchIsListedInLines() {
        PartForm exclude = new PartForm(Part.EXCLUDE, new Texts(Locale.ENGLISH));
        exclude.edit(new SiteSection(0, Map.of("patients", "4711")));
        assertThat(exclude.isRight()).isTrue();

        exclude.value("patients").set("4711\n08*15");
        assertThat(exclude.problem("patients").get()).isNotEmpty();
        exclude.value("patients").set("4711\n0815^^^HOSP\n${file:not-to-fetch.txt}");
        exclude.value("confidentiality").set("R, V");

        assertThat(exclude.isRight()).isTrue();
        assertThat(exclude.section().values()).isEqualTo(Map.of("patients",
                "4711\n0815^^^HOSP\n${file:not-to-fetch.txt}", "confidentiality", "R, V"));
        Message bad = Message.of("settings.badPatient", "patients", "x");
        assertThat(exclude.show(List.of(new SiteProblem("exclude.patients.1", 3, 4, bad)), 0)).isTrue();
        assertThat(exclude.problem("patients").get()).isEqualTo(bad.text());
    }

    @Test
    void aMarkBeforeDescriptionsKeepsItsSpace() {
        PartForm pacs = new PartForm(Part.PACS, new Texts(Locale.ENGLISH));
        pacs.edit(new SiteSection(0, Map.of("aeTitle", "A", "host", "h", "port", "1")));

        pacs.value("marks.descriptionPrefix").set("EXT ");
        assertThat(pacs.section().get("marks.descriptionPrefix")).isEqualTo("EXT ");
        pacs.edit(pacs.section());
        assertThat(pacs.changedProperty().get()).isFalse();
        pacs.value("marks.descriptionPrefix").set("  ");
        assertThat(pacs.section().values()).doesNotContainKey("marks.descriptionPrefix");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            marks.descriptionPrefix => EXT                            => true
            marks.descriptionPrefix => EXTERNALLY ACQUIRED            => false
            marks.institution       => Auswärts                       => true
            marks.studyStatus       => READ                           => true
            marks.studyStatus       => read                           => false
            marks.attributes        => StationName: A                 => true
            marks.attributes        => StationName: A;(0008,1090): B  => true
            marks.attributes        => (0099,"GENERAL HOSPITAL",10): P => true
            marks.attributes        => StationName                    => false
            marks.attributes        => StationName: A;B               => false
            """)
    void checksMarksWhileTheyAreTyped(String key, String typed, boolean right) {
        PartForm pacs = new PartForm(Part.PACS, new Texts(Locale.ENGLISH));
        pacs.value(key).set(typed.replace(';', '\n'));

        assertThat(pacs.problem(key).get().isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            R77 | knee              => true
            R77 | knee;CT* | head;  => true
            A\\|B | knee           => true
            R77                     => false
            | knee                  => false
            R77 | knee;R78          => false
            """)
    void checksProceduresWhileTheyAreTyped(String typed, boolean right) {
        form.value("procedures").set(typed.replace(';', '\n'));

        assertThat(form.problem("procedures").get().isEmpty()).isEqualTo(right);
    }

    @Test
    void whatIsWrongWithAProcedureIsSaidWithItsLine() {
        Message bad = Message.of("settings.procedureSaysNothing", "x");
        PartForm site = new PartForm(Part.PROCEDURES, new Texts(Locale.ENGLISH));

        assertThat(form.show(List.of(new SiteProblem("sources.1.procedures.2.regions", 3, 4, bad)), 1)).isTrue();
        assertThat(form.problem("procedures").get()).isEqualTo("Line 3: " + bad.text());
        assertThat(site.show(List.of(new SiteProblem("procedures.0.pattern", 3, 4, bad)), 0)).isTrue();
        assertThat(site.problem("procedures").get()).isEqualTo("Line 1: " + bad.text());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            senders      => ris.example, 192.0.2.7 => true
            senders      => ris example            => false
            applications => RIS, PAS               => true
            charset      => 8859/15                => true
            charset      => Latin 1                => false
            accession    => OBR-20, ZAC-2.1        => true
            accession    => OBR 20                 => false
            """)
    void asksAboutMessagesOnlyWhereTheyCome(String key, String typed, boolean right) {
        PartForm worklist = new PartForm(Part.WORKLIST, new Texts(Locale.ENGLISH));
        worklist.edit(new SiteSection(0, Map.of("name", "a", "type", "hl7", "port", "2575")));
        worklist.value(key).set(typed);
        assertThat(worklist.problem(key).get().isEmpty()).isEqualTo(right);
        assertThat(worklist.section().get(key)).isEqualTo(typed);

        worklist.value("type").set("mwl");
        assertThat(worklist.isMeant(key)).isFalse();
        assertThat(worklist.section().values()).doesNotContainKey(key);
    }

    @Test
    void saysThatSomethingIsMissingOnlyWhereAPersonHasBeen() {
        form.edit(SiteSection.of(Map.of()));
        assertThat(form.problem("name").get()).isEmpty();
        assertThat(form.isRight()).isFalse();

        form.left("name");
        assertThat(form.problem("name").get()).isNotEmpty();
        assertThat(form.problem("port").get()).isEmpty();

        form.insist();
        assertThat(form.problem("port").get()).isNotEmpty();

        form.edit(new SiteSection(0, Map.of("port", "70000")));
        assertThat(form.problem("port").get()).as("what stands in the file and is wrong").isNotEmpty();
        assertThat(form.problem("name").get()).isEmpty();
    }

    @Test
    void knowsWhetherSomethingChanged() {
        form.edit(new SiteSection(0, Map.of("name", "a", "type", "dimse")));
        assertThat(form.changedProperty().get()).isFalse();
        form.value("name").set("b");
        assertThat(form.changedProperty().get()).isTrue();
        form.value("name").set("a");
        assertThat(form.changedProperty().get()).isFalse();
    }

    @Test
    void showsTheEnginesWordsAtItsFields() {
        form.edit(new SiteSection(1, Map.of("name", "a")));
        Message twice = Message.of("settings.duplicateName", "a");

        assertThat(form.show(List.of(new SiteProblem("sources.1.name", 3, 4, twice)), 1)).isTrue();
        assertThat(form.problem("name").get()).isEqualTo(twice.text());
        assertThat(form.show(List.of(new SiteProblem("sources.0.name", 3, 4, twice)), 1)).isFalse();
    }

    @Test
    void asksOurselvesForATitleOnly() {
        PartForm self = new PartForm(Part.SELF, new Texts(Locale.ENGLISH));
        self.edit(new SiteSection(0, Map.of("aeTitle", "PRIORFETCH")));

        assertThat(self.isRight()).isTrue();
    }
}
