package org.priorfetch.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.HoursWindow;
import org.priorfetch.engine.model.LocalCode;
import org.priorfetch.engine.model.LocalCodes;
import org.priorfetch.engine.model.MappedProcedure;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PriorMarks;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.ProcedureTable;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SelectionChange;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.model.Side;
import org.priorfetch.engine.model.SlowStore;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.tls.HttpLogin;

class SiteSettingsReaderTest {

    private static final String SMALLEST = """
            self: {aeTitle: PRIORFETCH}
            pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
            sources: []
            """;

    @TempDir
    Path home;

    @Test
    void readsEverythingThatIsSupported() throws IOException {
        SiteSettings settings = valid("""
                self:
                  aeTitle: PRIORFETCH
                  host: 127.0.0.1
                  port: 11112
                pacs:
                  aeTitle: LOCALPACS
                  host: pacs.hospital.example
                  port: 4242
                  issuer: HOSP
                  associations: 2
                  limit: 1 Gbit/s
                  dailyGB: 0.5
                worklists:
                  - {name: ris, type: mwl, aeTitle: RIS, host: "::1", port: 1070, every: 5m, ahead: 2d}
                sources:
                  - name: regional
                    type: dimse
                    aeTitle: REGIONAL
                    host: 127.0.0.1
                    port: 10104
                    retrieve: move
                    associations: 8
                    limit: 12.5 MB/s
                    hours: "18:00-07:00"
                    dailyGB: 50
                    patients: same
                    issuer: REGION
                    accessions: prefix
                relevance: {maxPriors: 3, maxAge: 18m}
                database: {url: "jdbc:h2:./other"}
                """);

        assertThat(settings.self()).isEqualTo(new SelfSettings("PRIORFETCH", "127.0.0.1", 11112, null));
        assertThat(settings.pacs()).isEqualTo(new PacsSettings("LOCALPACS", "pacs.hospital.example", 4242, "HOSP",
                new SourceBudget(2, 1_000_000_000L, null, 500_000_000L), null));
        assertThat(settings.worklists()).containsExactly(
                new WorklistSettings.Mwl("ris", "RIS", "::1", 1070, Duration.ofMinutes(5), Duration.ofDays(2)));
        HoursWindow night = new HoursWindow(LocalTime.of(18, 0), LocalTime.of(7, 0));
        assertThat(settings.sources()).containsExactly(new SourceSettings("regional", "REGIONAL", "127.0.0.1", 10104,
                RetrieveMethod.MOVE, new SourceBudget(8, 100_000_000L, night, 50_000_000_000L), AccessionPolicy.PREFIX,
                "REGION"));
        assertThat(settings.relevance()).isEqualTo(new RelevanceRules(3, Period.ofMonths(18)));
        assertThat(settings.databaseUrl()).isEqualTo("jdbc:h2:./other");
    }

    @Test
    void readsRulesWithOneWordOrAListOfThem() throws IOException {
        SiteSettings settings = valid("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                sources: []
                relevance:
                  rules:
                    - {name: Mammography, modality: MG, priors: [MG, MR], maxPriors: 4, maxAge: 20y}
                    - {name: Limbs, region: [upper-limb, knee]}
                """);

        assertThat(settings.relevance().rules()).containsExactly(
                new RelevanceRule("Mammography", List.of("MG"), List.of(), List.of("MG", "MR"), 4, Period.ofYears(20)),
                new RelevanceRule("Limbs", List.of(), List.of(BodyRegion.UPPER_LIMB, BodyRegion.KNEE), List.of(), null,
                        null));
    }

    @Test
    void readsHowPriorsAreChosen() throws IOException {
        SiteSettings settings = valid(
                """
                        self: {aeTitle: PRIORFETCH}
                        pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                        sources: []
                        relevance:
                          newest: 2
                          oldest: 0
                          unknown: 4
                          recent: 3
                          companions: [reports, dose-reports]
                          pairs:
                            - {name: Shoulder and neck, modality: [MR, CT], region: shoulder, priors: MR, with: [neck, cervical-spine]}
                          rules:
                            - {name: Knees, region: knee, newest: 0, oldest: 2, unknown: 0, recent: 1, companions: []}
                            - {name: Feet, region: foot, companions: key-objects}
                        """);

        RelevanceRules rules = settings.relevance();
        assertThat(rules.selection()).isEqualTo(
                new Selection(2, 0, 4, 3, Set.of(Companion.REPORTS, Companion.DOSE_REPORTS)));
        assertThat(rules.pairs()).containsExactly(new RelevancePair("Shoulder and neck", List.of("MR", "CT"),
                List.of(BodyRegion.SHOULDER), List.of("MR"), List.of(BodyRegion.NECK, BodyRegion.CERVICAL_SPINE)));
        assertThat(rules.rules()).extracting(RelevanceRule::selection)
                .containsExactly(new SelectionChange(0, 2, 0, 1, Set.of()),
                        new SelectionChange(null, null, null, null, Set.of(Companion.KEY_OBJECTS)));
        assertThat(rules.limitsFor(List.of("CR"), List.of(BodyRegion.FOOT)).selection()).isEqualTo(
                new Selection(2, 0, 4, 3, Set.of(Companion.KEY_OBJECTS)));
    }

    @Test
    void readsWhereThePacsTakesInstances() throws IOException {
        SiteSettings settings = valid("""
                self: {aeTitle: PRIORFETCH}
                pacs:
                  aeTitle: LOCALPACS
                  host: 127.0.0.1
                  port: 4242
                  stow: https://pacs.example.org/dicom-web/
                  auth: basic
                  user: priorfetch
                  password: "${env:SECRET}"
                  test: true
                sources: []
                """);
        assertThat(settings.pacs().test()).isTrue();
        assertThat(settings.pacs().stow()).isNotNull().satisfies(stow -> {
            assertThat(stow.base()).hasToString("https://pacs.example.org/dicom-web");
            assertThat(stow.login()).isInstanceOf(HttpLogin.Basic.class);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `tls: off`                                                                                        | Nobody
            `auth: basic, user: priorfetch, password: "${env:SECRET}"`                                        | Basic
            `auth: bearer, token: "${env:SECRET}"`                                                            | Bearer
            `auth: oauth2, tokenUrl: "https://login/token", user: p, password: "${env:SECRET}", scope: "a b"` | ClientCredentials
            """)
    void readsTheLoginOfDicomwebBesideDimse(String login, String kind) throws IOException {
        SourceSettings source = valid(
                """
                        self: {aeTitle: PRIORFETCH}
                        pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                        sources: [{name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104, web: "https://uni/dicom-web/", %s}]
                        """
                        .formatted(login))
                .sources()
                .getFirst();
        assertThat(source.web()).isNull();
        assertThat(source.webBeside()).isNotNull().satisfies(web -> {
            assertThat(web.base()).hasToString("https://uni/dicom-web");
            assertThat(web.login().getClass().getSimpleName()).isEqualTo(kind);
        });
    }

    @Test
    void readsHowLongASlowStoreIsWaitedFor() throws IOException {
        String site = """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                sources: [{name: uni, type: dicomweb, url: "https://uni/dicom-web"%s}]
                """;
        assertThat(valid(site.formatted(", nearlineWait: 7d, nearlineAhead: 90m")).sources()
                .getFirst()
                .budget()
                .slowStore())
                .isEqualTo(new SlowStore(Duration.ofDays(7), Duration.ofMinutes(90)));
        assertThat(valid(site.formatted("")).sources().getFirst().budget().slowStore())
                .isEqualTo(new SlowStore(Duration.ofMinutes(30), Duration.ofHours(2)));
    }

    @Test
    void readsMarksAndProcedures() throws IOException {
        SiteSettings settings = valid("""
                self: {aeTitle: PRIORFETCH}
                pacs:
                  aeTitle: LOCALPACS
                  host: 127.0.0.1
                  port: 4242
                  commitment: off
                  marks:
                    descriptionPrefix: "EXT "
                    institution: Elsewhere
                    studyStatus: READ
                    attributes:
                      (0008,1090): PriorFetch
                      RequestedProcedurePriority: LOW
                sources: []
                procedures:
                  - {pattern: CT Abd*, regions: [abdomen, pelvis]}
                  - pattern: R77
                    regions: knee
                    side: left
                    procedureCode: {value: K1, scheme: 99HOSP, meaning: Knee}
                    regionCode: {value: 72696002, scheme: SCT, meaning: Knee}
                """);

        assertThat(settings.pacs().commitment()).isFalse();
        assertThat(settings.pacs().marks()).isEqualTo(new PriorMarks("EXT ",
                new TreeMap<>(Map.of("InstitutionName", "Elsewhere", "StudyStatusID", "READ", "ManufacturerModelName",
                        "PriorFetch", "RequestedProcedurePriority", "LOW"))));
        Set<BodyRegion> knee = Set.of(BodyRegion.KNEE);
        assertThat(settings.procedures()).isEqualTo(new ProcedureTable(
                new ProcedureMap(List.of(
                        new MappedProcedure("CT Abd*", Set.of(BodyRegion.ABDOMEN, BodyRegion.PELVIS), Side.UNKNOWN),
                        new MappedProcedure("R77", knee, Side.LEFT), new MappedProcedure("K1", knee, Side.LEFT))),
                new LocalCodes(List.of(new LocalCode("R77", new CodedTerm("K1", "99HOSP", "Knee"),
                        new CodedTerm("72696002", "SCT", "Knee"))))));
    }

    @Test
    void readsPrivateAttributesAsMarks() throws IOException {
        assertThat(valid("""
                self: {aeTitle: PRIORFETCH}
                pacs:
                  aeTitle: LOCALPACS
                  host: 127.0.0.1
                  port: 4242
                  marks:
                    attributes:
                      (0099,"PRIORFETCH",1a): PRIOR
                      '(0099, "PRIORFETCH", xx1B)': elsewhere
                sources: []
                """).pacs().marks().attributes()).isEqualTo(
                Map.of("(0099,\"PRIORFETCH\",1A)", "PRIOR", "(0099,\"PRIORFETCH\",1B)", "elsewhere"));
    }

    @Test
    void readsWhatASourceCallsItsProcedures() throws IOException {
        ProcedureTable procedures = valid("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                procedures: [{pattern: R77, regions: knee}, {pattern: CT*, regions: head}]
                sources:
                  - name: regional
                    type: dimse
                    aeTitle: REGIONAL
                    host: regional
                    port: 104
                    procedures:
                      - {pattern: R77, regions: shoulder, procedureCode: {value: S1, scheme: 99HOSP, meaning: Shoulder}}
                  - {name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104}
                """).procedures();

        assertThat(procedures.ofSources()).containsOnlyKeys("regional");
        assertThat(shown(procedures.of("regional"), "R77")).containsExactly(BodyRegion.SHOULDER);
        assertThat(shown(procedures.of("regional"), "CT Kopf")).as("where it says nothing, the site's holds")
                .containsExactly(BodyRegion.HEAD);
        assertThat(shown(procedures.of("uni"), "R77")).containsExactly(BodyRegion.KNEE);
        assertThat(shown(procedures, "R77")).containsExactly(BodyRegion.KNEE);
        assertThat(shown(procedures, "S1")).as("what we have coded ourselves").containsExactly(BodyRegion.SHOULDER);
        assertThat(procedures.of("regional").codes().lookup(List.of(), "R77")).isPresent();
        assertThat(procedures.of("uni").codes().lookup(List.of(), "R77")).isEmpty();
    }

    private static Set<BodyRegion> shown(ProcedureTable procedures, String description) {
        return procedures.shows().lookup(List.of(), description).orElseThrow().regions();
    }

    @Test
    void readsPatientIndexes() throws IOException {
        SiteSettings settings = valid("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: 1.2.3}
                sources:
                  - {name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104, issuer: UNI, patients: pix,
                     pix: {type: v2, host: index, port: 3700, application: PIX, local: HOSP}}
                  - {name: clinic, type: dimse, aeTitle: CLINIC, host: clinic, port: 104, issuer: 1.2.4, patients: pix,
                     pix: {type: fhir, url: "https://index/fhir/"}}
                """);

        assertThat(settings.sources()).extracting(SourceSettings::patients)
                .containsOnly(new PatientScheme.CrossReferenced());
        assertThat(settings.sources()).extracting(SourceSettings::pix)
                .containsExactly(new PixSettings.V2("index", 3700, "PIX", "", "HOSP", "UNI", null),
                        new PixSettings.Fhir(URI.create("https://index/fhir"), "urn:oid:1.2.3", "urn:oid:1.2.4",
                                null, HttpLogin.NONE));
    }

    @Test
    void readsWhichDirectoryIsAskedAndHowWeLogIn() throws IOException {
        Files.writeString(home.resolve("secret"), "hunter2\n");
        SiteSettings settings = valid("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                sources:
                  - name: uni
                    type: dimse
                    aeTitle: UNI
                    host: uni
                    port: 104
                    issuer: 1.2.4
                    patients: demographics
                    pdq:
                      url: https://index/fhir
                      auth: oauth2
                      tokenUrl: https://login/token
                      user: prior
                      password: ${file:secret}
                      scope: system/Patient.read
                """);

        assertThat(settings.sources().getFirst().pdq()).isEqualTo(new PdqSettings(URI.create("https://index/fhir"),
                "urn:oid:1.2.4", null, new HttpLogin.ClientCredentials(URI.create("https://login/token"), "prior",
                        "hunter2", "system/Patient.read")));
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @Test
    void readsHowPatientsAreNamedAndWhoIsNotToBeFetched() throws IOException {
        Files.writeString(home.resolve("vip.txt"), "4713  # somebody\n\n 4714^^^REGIO\r\n");
        SiteSettings settings = valid("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: HOSP}
                sources:
                  - name: regional
                    type: dimse
                    aeTitle: REGIONAL
                    host: regional
                    port: 104
                    patients: mapped
                    issuer: REGIO
                    mapping: {pattern: 'P(\\d{6})', replacement: $1, pad: 8, prefix: H-}
                  - {name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104, patients: demographics}
                exclude:
                  patients: [0815, "4712^^^HOSP", "${file:vip.txt}"]
                  confidentiality: [r, V]
                """);

        PatientScheme mapped = settings.sources().getFirst().patients();
        assertThat(mapped).isInstanceOf(PatientScheme.Mapped.class);
        assertThat(((PatientScheme.Mapped) mapped).mapping().there("P123456")).contains("H-00123456");
        assertThat(settings.sources().getLast().patients()).isEqualTo(new PatientScheme.Demographics());
        assertThat(settings.exclude()).isEqualTo(new Exclusions(
                Set.of(PatientKey.of("0815"), new PatientKey("4712", "HOSP"), PatientKey.of("4713"),
                        new PatientKey("4714", "REGIO")),
                Set.of("R", "V")));
        assertThat(settings.toString()).as("who is on the list stays out of logs").doesNotContain("4712");
    }

    @Test
    void aFileThatIsTooLargeIsNoValueRatherThanAPartOfOne() throws IOException {
        Files.writeString(home.resolve("vip.txt"), "4711\n".repeat(100_000));
        Files.writeString(home.resolve("site.yaml"), SMALLEST + "exclude: {patients: \"${file:vip.txt}\"}\n");

        assertThat(SiteSettingsReader.read(home.resolve("site.yaml"))).isInstanceOf(ReadResult.Invalid.class);
    }

    @Test
    void fillsInDefaults() throws IOException {
        SiteSettings settings = valid("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                worklists: [{name: ris, type: mwl, aeTitle: RIS, host: ris, port: 1070}]
                sources: [{name: regional, type: dimse, aeTitle: REGIONAL, host: regional, port: 104}]
                """);

        assertThat(settings.self().port()).isNull();
        assertThat(settings.pacs().issuer()).isNull();
        assertThat(settings.pacs().budget()).isEqualTo(SourceBudget.DEFAULT);
        assertThat(settings.worklists()).containsExactly(
                new WorklistSettings.Mwl("ris", "RIS", "ris", 1070, Duration.ofSeconds(30), Duration.ofHours(24)));
        assertThat(settings.sources()).containsExactly(new SourceSettings("regional", "REGIONAL", "regional", 104,
                RetrieveMethod.AUTO, SourceBudget.DEFAULT, AccessionPolicy.EMPTY, null));
        assertThat(settings.relevance()).isEqualTo(RelevanceRules.DEFAULT);
        assertThat(settings.databaseUrl()).isNull();
    }

    @Test
    void readsInWhichOrderSeriesCome() throws IOException {
        SiteSettings settings = valid("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                sources:
                  - {name: a, type: dimse, aeTitle: A, host: a, port: 104}
                  - {name: b, type: dimse, aeTitle: B, host: b, port: 104, order: newest}
                  - {name: c, type: dicomweb, url: "http://c/dicom-web", order: archive}
                """);

        assertThat(settings.sources()).extracting(SourceSettings::order)
                .containsExactly(SeriesOrder.READING, SeriesOrder.NEWEST, SeriesOrder.ARCHIVE);
    }

    @Test
    void readsAFeedOfMessages() throws IOException {
        SiteSettings settings = valid("""
                self: {aeTitle: PRIORFETCH, host: 192.0.2.10, port: 11112}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                worklists:
                  - {name: orders, type: hl7, port: 2575}
                  - name: bookings
                    type: hl7
                    host: 127.0.0.1
                    port: 2576
                    every: 1h
                    ahead: 3d
                    senders: [ris.example.org, 192.0.2.7]
                    applications: RIS
                    charset: 8859/15
                    accession: [OBR-20, ZAC-2.1]
                  - {name: arrivals, type: pacs, every: 2m}
                  - {name: more, type: pacs}
                sources: []
                """);

        assertThat(settings.worklists()).containsExactly(
                new WorklistSettings.Hl7("orders", "192.0.2.10", 2575, null, Duration.ofHours(24), List.of(), Set.of(),
                        null, List.of(), null),
                new WorklistSettings.Hl7("bookings", "127.0.0.1", 2576, Duration.ofHours(1), Duration.ofDays(3),
                        List.of("ris.example.org", "192.0.2.7"), Set.of("RIS"), Charset.forName("ISO-8859-15"),
                        List.of("OBR-20", "ZAC-2.1"), null),
                new WorklistSettings.Arrivals("arrivals", Duration.ofMinutes(2)),
                new WorklistSettings.Arrivals("more", Duration.ofSeconds(60)));
    }

    @Test
    void takesNoSourcesAndNoWorklistsForAnAnswer() throws IOException {
        assertThat(valid(SMALLEST).sources()).isEmpty();
        assertThat(valid(SMALLEST.replace("[]", "") + "worklists:\n").worklists()).isEmpty();
    }

    @Test
    void findsNothingWrongWithTheExample() throws IOException {
        assertThat(valid(ExampleSettings.text()).sources()).singleElement()
                .extracting(SourceSettings::name)
                .isEqualTo("regional");
    }

    @Test
    void toleratesAByteOrderMark() throws IOException {
        assertThat(valid("\uFEFF" + SMALLEST).self().aeTitle()).isEqualTo("PRIORFETCH");
    }

    @Test
    void takesValuesFromTheEnvironmentAndFromFiles() throws IOException {
        Files.writeString(home.resolve("issuer.txt"), "HOSP\n");
        SiteSettings settings = valid("""
                self: {aeTitle: "${env:AE}"}
                pacs: {aeTitle: LOCALPACS, host: "pacs.${env:DOMAIN}", port: 4242, issuer: "${file:issuer.txt}"}
                sources: []
                """);

        assertThat(settings.self().aeTitle()).isEqualTo("FROMENV");
        assertThat(settings.pacs().host()).isEqualTo("pacs.example.org");
        assertThat(settings.pacs().issuer()).isEqualTo("HOSP");
    }

    @Test
    void neverShowsWhatAReferenceStandsFor() throws IOException {
        String problems = problems(SMALLEST.replace("port: 4242", "port: \"${env:SECRET}\""));

        assertThat(problems).isEqualTo("2:51: port: \"${env:SECRET}\" is no port, which is a number from 1 to 65535.");
        assertThat(valid(SMALLEST + "database: {url: \"jdbc:h2:x;PASSWORD=${env:SECRET}\"}\n").toString())
                .doesNotContain("hunter2");
    }

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheLines() throws IOException {
        assertThat(problems("""
                relevance: {maxPriors: 0}
                sources:
                  - {name: a, type: dimse, aeTitle: A, host: a, port: 0, retrieve: move}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1}
                self: {aeTitle: WAYTOOLONGANAETITLE}
                """).lines().map(line -> line.substring(0, line.indexOf(": ")))).containsExactly("1:24", "3:55", "3:68",
                "4:1", "5:17");
    }

    @Test
    void saysWhereAMissingFileWasLookedForAndHowToGetOne() {
        Path missing = home.resolve("nowhere").resolve("site.yaml");

        assertThat(problems(SiteSettingsReader.read(missing), Locale.ENGLISH))
                .isEqualTo("There is no settings file at " + missing + ". Get an example with \"priorfetch config "
                        + "example\", or try the program out with \"priorfetch demo\".");
    }

    @Test
    void refusesAFileThatIsEmptyOrNotUtf8OrTooLarge() throws IOException {
        assertThat(problems("# only a comment\n")).startsWith("The settings file").contains("is empty");
        Files.write(file(), "self: {aeTitle: \u00C4}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(SiteSettingsReader.read(file()), Locale.ENGLISH)).contains("not encoded in UTF-8");
        Files.writeString(file(), "#".repeat(1024 * 1024 + 1));
        assertThat(problems(SiteSettingsReader.read(file()), Locale.ENGLISH)).contains("at most 1 MB");
        assertThat(problems(SiteSettingsReader.read(home), Locale.ENGLISH)).contains("cannot be read");
    }

    @Test
    void speaksGerman() throws IOException {
        Files.writeString(file(), SMALLEST.replace("port: 4242", "port: 70000"));
        assertThat(problems(SiteSettingsReader.read(file()), Locale.GERMANY))
                .isEqualTo("2:51: port: \"70000\" ist kein Port; das ist eine Zahl von 1 bis 65535.");
    }

    private SiteSettings valid(String yaml) throws IOException {
        ReadResult result = read(yaml);
        assertThat(result).isInstanceOf(ReadResult.Valid.class);
        return ((ReadResult.Valid) result).settings();
    }

    private String problems(String yaml) throws IOException {
        return problems(read(yaml), Locale.ENGLISH);
    }

    private static String problems(ReadResult result, Locale locale) {
        assertThat(result).isInstanceOf(ReadResult.Invalid.class);
        return String.join("\n",
                ((ReadResult.Invalid) result).problems().stream().map(problem -> problem.text(locale)).toList());
    }

    private ReadResult read(String yaml) throws IOException {
        Files.writeString(file(), yaml);
        Map<String, String> environment = Map.of("AE", "FROMENV", "DOMAIN", "example.org", "SECRET", "hunter2");
        return new SiteSettingsReader(file(), environment::get).read();
    }

    private Path file() {
        return home.resolve("site.yaml");
    }
}
