package org.priorfetch.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change to good settings each, and the one problem that it makes, with its place. */
class SiteSettingsProblemsTest {

    private static final String GOOD = """
            self:
              aeTitle: PRIORFETCH
              host: 127.0.0.1
              port: 11112
            pacs:
              aeTitle: LOCALPACS
              host: 127.0.0.1
              port: 4242
              associations: 4
            worklists:
              - name: ris
                type: mwl
                aeTitle: RIS
                host: 127.0.0.1
                port: 1070
                every: 30s
            sources:
              - name: regional
                type: dimse
                aeTitle: REGIONAL
                host: 127.0.0.1
                port: 10104
                retrieve: get
                limit: 100 Mbit/s
                hours: "18:00-07:00"
                dailyGB: 50
                patients: same
                accessions: empty
              - {name: second, type: dimse, aeTitle: SECOND, host: second, port: 104}
            relevance: {maxPriors: 5, maxAge: 10y}
            database: {url: "jdbc:h2:./file"}
            """;

    private static final Map<String, String> ENVIRONMENT = Map.of("SECRET", "s3cret", "EMPTY", "", "SPACED", "a b");

    @TempDir
    Path home;

    @Test
    void startsFromGoodSettings() throws IOException {
        assertThat(problems(GOOD)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            aeTitle: PRIORFETCH>> aeTitle: SEVENTEENLETTERSX | 2:12 | no AE title
            aeTitle: PRIORFETCH>> aeTitle: ""                | 2:12 | no AE title
            aeTitle: PRIORFETCH>> aeTitle: 'A\\B'            | 2:12 | no AE title
            aeTitle: PRIORFETCH>> aeTitle: "A\\tB"           | 2:12 | no AE title
            aeTitle: PRIORFETCH>> aeTitle: KÖLN              | 2:12 | no AE title
            aeTitle: PRIORFETCH>> aeTitle: [PRIORFETCH]      | 2:12 | single word
            aeTitle: PRIORFETCH>> aeTitle:                   | 2:3  | has no value
            aeTitle: PRIORFETCH>> aetitle: PRIORFETCH        | 1:1  | aeTitle is missing
            aeTitle: PRIORFETCH>> aeTitle: !name PRIORFETCH  | 2:12 | has a YAML tag
            aeTitle: PRIORFETCH>> aeTitle: !!java.net.URL x  | 2:12 | tag is not allowed
            port: 11112>>         prot: 11112                | 4:3  | did you mean port?
            port: 11112>>         bananas: 11112             | 4:3  | possible here are aeTitle, host, port
            port: 4242>>          port: 0                    | 8:9  | no port
            port: 4242>>          port: 65536                | 8:9  | no port
            port: 4242>>          port: many                 | 8:9  | no port
            port: 4242>>          port: 4242\\n  port: 4243  | 9:3  | port stands here a second time
            port: 4242>>          <<: *other                 | 8:7  | undefined alias
            port: 4242>>          port: @4242                | 8:9  | not valid YAML
            associations: 4>>     associations: 0            | 9:17 | from 1 to 64
            associations: 4>>     associations: 65           | 9:17 | from 1 to 64
            associations: 4>>     hours: "18:00-07:00"       | 9:3  | The key "hours" is unknown
            name: ris>>           name: pacs                 | 11:11 | taken by the PACS
            name: ris>>           name: "#ris"               | 11:11 | no usable name
            type: mwl>>           type: csv                  | 12:11 | possible are mwl
            type: mwl>>           every: 1m                  | 11:5  | type is missing
            every: 30s>>          every: 30                  | 16:12 | no duration
            every: 30s>>          every: 0s                  | 16:12 | no duration
            every: 30s>>          ahead: 1 week              | 16:12 | no duration
            name: regional>>      name: second               | 29:12 | a second time
            name: regional>>      issuer: X                  | 18:5  | name is missing
            type: dimse\\n>>      type: xds\\n               | 19:11 | xds is not supported yet; supported are dimse, dicomweb
            retrieve: get>>       retrieve: push             | 23:15 | possible are auto, get, move, direct
            retrieve: get>>       web: ftp://x               | 23:10 | web
            retrieve: get>>       web: "https://x"\\n    retrieve: move | 23:10 | only with retrieve: auto
            retrieve: get>>       auth: basic                | 23:11 | auth belongs to web, which is missing
            retrieve: get>>       scope: all                 | 23:12 | scope belongs to web, which is missing
            retrieve: get>>       web: "https://x"\\n    auth: basic\\n    user: u | 18:5 | password is missing
            retrieve: get>>       web: "https://x"\\n    token: t        | 24:12 | token
            retrieve: get>>       web: "http://x"\\n    auth: bearer\\n    token: secret | 24:11 | https
            retrieve: get>>       web: "https://x"\\n    auth: bearer\\n    token: secret    | 25:12 | must not stand in this file
            retrieve: get>>       url: "http://x"            | 23:5  | url means nothing with type: dimse
            retrieve: get>>       mapping: ids.csv           | 23:14 | A mapping has no effect here
            retrieve: get>>       pix: {}                    | 23:10 | pix means something with patients: pix only
            retrieve: get>>       procedures: {}             | 23:17 | must be a list
            retrieve: get>>       procedures: [{pattern: CT}]| 23:28 | Nothing is said about this procedure
            limit: 100 Mbit/s>>   limit: 100                 | 24:12 | no bandwidth
            limit: 100 Mbit/s>>   limit: 100 Mb/s            | 24:12 | no bandwidth
            limit: 100 Mbit/s>>   limit: 0 Mbit/s            | 24:12 | no bandwidth
            limit: 100 Mbit/s>>   limit: 7.999 kbit/s        | 24:12 | at least 8 kbit/s
            hours: "18:00-07:00">> hours: nights             | 25:12 | no span of hours
            hours: "18:00-07:00">> hours: "18:00-25:00"      | 25:12 | no span of hours
            hours: "18:00-07:00">> hours: "Mo-Fr 18:00-07:00"| 25:12 | or "Mon-Fri 18:00-07:00, Sat-Sun 00:00-24:00"
            dailyGB: 50>>         dailyGB: 0                 | 26:14 | greater than 0
            dailyGB: 50>>         nearlineWait: 0m           | 26:19 | from 1s to 7d
            dailyGB: 50>>         nearlineWait: 8d           | 26:19 | from 1s to 7d
            dailyGB: 50>>         nearlineWait: long         | 26:19 | from 1s to 7d
            dailyGB: 50>>         nearlineAhead: 169h        | 26:20 | from 1s to 7d
            associations: 4>>     nearlineWait: 1h           | 9:3   | The key "nearlineWait" is unknown
            dailyGB: 50>>         dailyGB: -1                | 26:14 | greater than 0
            patients: same>>      patients: mapped           | 27:15 | needs a "mapping"
            patients: same>>      patients: guessed          | 27:15 | possible are same, mapped, demographics, pix
            patients: same>>      patients: guess            | 27:15 | possible are same, mapped, demographics
            patients: same>>      patients: mapped\\n    mapping: ids.csv          | 28:14 | must stand keys with values
            patients: same>>      patients: mapped\\n    mapping: {}               | 28:5  | The mapping says nothing
            patients: same>>      patients: mapped\\n    mapping: {prefx: A}       | 28:15 | did you mean prefix?
            patients: same>>      patients: mapped\\n    mapping: {pattern: "P.*"} | 28:5  | replacement is missing
            patients: same>>      patients: mapped\\n    mapping: {pattern: "P.*", replacement: "x"} | 28:24 | can be undone
            patients: same>>      patients: mapped\\n    mapping: {pattern: "((a+)+)", replacement: "$1"} | 28:24 | undone
            patients: same>>      patients: mapped\\n    mapping: {pattern: "(a)(b)", replacement: "$1"} | 28:24 | undone
            patients: same>>      patients: mapped\\n    mapping: {pattern: "(\\\\d{3})", replacement: "$1$1"} | 28:24 | undone
            patients: same>>      patients: mapped\\n    mapping: {pad: 1}         | 28:20 | from 2 to 64
            patients: same>>      patients: mapped\\n    mapping: {pad: 9, unpad: 9} | 28:30 | Only one of pad and unpad
            patients: same>>      patients: mapped\\n    mapping: {prefix: "A*"}   | 28:23 | no part of a patient ID
            database: {>>         exclude: {patients: ["47*"]}\\ndatabase: {     | 31:22 | "47*" is no patient ID
            database: {>>         exclude: {patients: "1^HOSP"}\\ndatabase: {    | 31:21 | is no patient ID
            database: {>>         exclude: {confidentiality: [""]}\\ndatabase: { | 31:29 | no confidentiality code
            database: {>>         exclude: {patient: [1]}\\ndatabase: {          | 31:11 | did you mean patients?
            dailyGB: 50>>         order: oldest              | 26:12 | possible are reading, newest, archive
            dailyGB: 50>>         ordr: newest               | 26:5  | did you mean order?
            accessions: empty>>   accessions: none           | 28:17 | possible are empty, prefix, same
            associations: 4>>     marks: {descriptonPrefix: X}           | 9:11 | did you mean descriptionPrefix?
            associations: 4>>     marks: {descriptionPrefix: "A\\\\B"}    | 9:30 | cannot stand before a description
            associations: 4>>     marks: {descriptionPrefix: " "}        | 9:30 | cannot stand before a description
            associations: 4>>     marks: {studyStatus: read}             | 9:24 | capital letters
            associations: 4>>     marks: {institution: ""}               | 9:24 | 1 to 64 characters
            associations: 4>>     marks: {attributes: [StationName]}     | 9:23 | must be keys with values
            associations: 4>>     marks: {attributes: {StationName: [A]}} | 9:24 | single word
            associations: 4>>     marks: {attributes: {StationName: A-B-C-D-E-F-G-H-I}} | 9:37 | 1 to 16 characters
            associations: 4>>     marks: {attributes: {StatonName: A}}   | 9:24 | did you mean StationName?
            associations: 4>>     marks: {attributes: {"(0009,1001)": A}} | 9:24 | no attribute that can mark a prior
            associations: 4>>     marks: {attributes: {"(0008,\\"A\\",10)": A}} | 9:24 | names no private attribute
            associations: 4>>     marks: {attributes: {"(0009,\\"A\\",10)": ""}} | 9:43 | 1 to 64 characters
            associations: 4>>     marks: {attributes: {"(0009,\\"A\\",1a)": A, "(0009,\\"A\\",1A)": B}} | 9:46 | is marked a second time
            associations: 4>>     marks: {attributes: {StudyInstanceUID: A}} | 9:24 | "StudyInstanceUID" is never changed
            associations: 4>>     marks: {attributes: {"(0010,0020)": A}} | 9:24 | "(0010,0020)" is never changed
            associations: 4>>     marks: {attributes: {PatientName: A}}  | 9:24 | "PatientName" is never changed
            associations: 4>>     marks: {attributes: {StudyDate: A}}    | 9:24 | "StudyDate" is never changed
            associations: 4>>     marks: {attributes: {PixelData: A}}    | 9:24 | "PixelData" is never changed
            associations: 4>>     marks: {institution: A, attributes: {"(0008,0080)": A}} | 9:24 | InstitutionName is marked a second time
            associations: 4>>     commitment: "on"                       | 9:15 | possible are auto, off
            associations: 4>>     test: maybe                            | 9:9  | possible are false, true
            associations: 4>>     stow: pacs.example.org                 | 9:9  | no address
            associations: 4>>     auth: basic                            | 9:9  | auth belongs to stow, which is missing
            associations: 4>>     stow: "http://pacs.example.org"\\n  auth: bearer\\n  token: abc | 10:9 | https
            database: {>>         procedures: [{pattern: CT}]\\ndatabase: { | 31:24 | Nothing is said about this procedure
            database: {>>         procedures: [{regions: head}]\\ndatabase: { | 31:14 | pattern is missing
            database: {>>         procedures: [{pattern: CT, regions: tail}]\\ndatabase: { | 31:37 | is no region
            database: {>>         procedures: [{pattern: CT, regions: head, side: top}]\\ndatabase: { | 31:49 | possible are unknown, left
            database: {>>         procedures: [{pattern: CT, side: left, regionCode: {value: 1, scheme: A, meaning: B}}]\\ndatabase: { | 31:34 | A side needs regions
            database: {>>         procedures: [{pattern: CT, procedureCode: {value: 1, meaning: B}}]\\ndatabase: { | 31:28 | scheme is missing
            database: {>>         procedures: [{pattern: CT, procedureCode: {value: 1, scheme: 12345678901234567, meaning: B}}]\\ndatabase: { | 31:62 | 1 to 16 characters
            database: {>>         procedures: [{pattern: CT, regions: head}, {pattern: ct, regions: head}]\\ndatabase: { | 31:54 | a second time
            host: second>>        host: not a host           | 29:56 | neither a host name
            host: second>>        host: 300.1.1.1            | 29:56 | neither a host name
            host: second>>        host: "::zz"               | 29:56 | neither a host name
            host: second>>        host: "${env:NOWHERE}"     | 29:56 | environment variable "NOWHERE" is not set
            host: second>>        host: "${file:no/where}"   | 29:56 | file "no/where" that this value
            host: second>>        host: "${key:x}"           | 29:56 | possible are ${env:NAME} and ${file:PATH}
            maxPriors: 5>>        maxPriors: 0               | 30:24 | no number from 1
            maxAge: 10y>>         maxAge: 10                 | 30:35 | no age
            maxAge: 10y>>         maxAge: 0d                 | 30:35 | no age
            relevance: {maxPriors: 5, maxAge: 10y}>> relevance: 5      | 30:12 | possible keys are maxPriors, maxAge
            maxAge: 10y>>         newest: many               | 30:35 | newest: "many" is no number from 0
            maxAge: 10y>>         oldest: -1                 | 30:35 | no number from 0
            maxAge: 10y>>         unknown: 1001              | 30:36 | no number from 0
            maxAge: 10y>>         recent: 1.5                | 30:35 | no number from 0
            maxAge: 10y>>         newst: 2                   | 30:27 | did you mean newest?
            maxAge: 10y>>         companions: [reports, pdf] | 30:49 | possible are reports, key-objects, presentation-states, dose-reports
            maxAge: 10y>>         companions: {reports: yes} | 30:39 | single word
            maxAge: 10y>>         pairs: knee                | 30:34 | must be a list
            maxAge: 10y>>         pairs: [{name: A, region: knee}] | 30:35 | with is missing
            maxAge: 10y>>         pairs: [{region: knee, with: hip}] | 30:35 | name is missing
            maxAge: 10y>>         pairs: [{name: A, with: hip}] | 30:35 | region is missing
            maxAge: 10y>>         pairs: [{name: A, region: knee, with: []}] | 30:65 | with has no value
            maxAge: 10y>>         pairs: [{name: A, region: knee, with: tail}] | 30:65 | is no region
            maxAge: 10y>>         pairs: [{name: A, modality: ct, region: knee, with: hip}] | 30:55 | is no modality
            maxAge: 10y>>         pairs: [{name: A, regions: knee, with: hip}] | 30:45 | did you mean region?
            maxAge: 10y>>         rules: [{name: A, companions: all}] | 30:57 | possible are reports
            maxAge: 10y>>         rules: [{name: A, newest: x}] | 30:53 | no number from 0
            jdbc:h2:./file>>      jdbc:postgresql://db/x     | 31:17 | must begin with jdbc:h2:
            database: {>>         databse: {                 | 31:1  | did you mean database?
            database: {>>         plugins: {                 | 31:1  | possible here are self, pacs
            """)
    void tells(String change, String place, String words) throws IOException {
        String[] parts = change.replace("\\n", "\n").split(">> *", 2);
        assertThat(GOOD).contains(parts[0]);

        List<String> problems = problems(GOOD.replaceFirst(Pattern.quote(parts[0]),
                Matcher.quoteReplacement(parts[1])));

        assertThat(problems).anySatisfy(problem -> assertThat(problem).startsWith(place + ": ").contains(words));
        assertThat(problems).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whatGoesStraightToThePacsCanNeitherBeChangedNorHeldBack() throws IOException {
        String direct = GOOD.replace("retrieve: get", "retrieve: direct");
        assertThat(problems(direct)).satisfiesExactly(one -> assertThat(one).startsWith("24:12: limit: cannot be kept"),
                one -> assertThat(one).startsWith("26:14: dailyGB: cannot be kept"),
                one -> assertThat(one).startsWith("28:17: retrieve: direct needs accessions: same"));
        String free = direct.replaceAll("( +limit: 100 M.*| +dailyGB: 50)\n", "");
        assertThat(problems(free.replace("accessions: empty", "accessions: same"))).isEmpty();
        assertThat(problems(free.replace("    accessions: empty\n", ""))).singleElement()
                .asString()
                .startsWith("23:15: retrieve: direct needs accessions: same");
        String same = free.replace("accessions: empty", "accessions: same");
        assertThat(problems(same.replace("patients: same", "patients: demographics"))).singleElement()
                .asString()
                .startsWith("25:15: retrieve: direct needs patients: same");
        assertThat(problems(same.replace("patients: same", "patients: same\n    issuer: OTHER"))).singleElement()
                .asString()
                .startsWith("26:13: retrieve: direct needs the issuer of the PACS");
    }

    @Test
    void asksForAPortWhereASourceMovesToUs() throws IOException {
        assertThat(problems(GOOD.replaceFirst(" {2}port: 11112\n", "").replace("retrieve: get", "retrieve: move")))
                .containsExactly(
                        "22:15: retrieve: move needs a port to receive on. Add \"port\" under \"self\", or use "
                                + "retrieve: get.");
    }

    @Test
    void asksForTheInterfaceWhereAPortIsGiven() throws IOException {
        assertThat(problems(GOOD.replaceFirst(" {2}host: 127.0.0.1\n", "")))
                .containsExactly("1:1: host is missing here.");
    }

    @Test
    void namesMissingSections() throws IOException {
        assertThat(problems("relevance: {}\n")).containsExactly("1:1: self is missing here.",
                "1:1: pacs is missing here.", "1:1: sources is missing here.");
    }

    @Test
    void tellsAboutAnUnsupportedPeerOnlyWhatIsUnsupported() throws IOException {
        assertThat(problems("""
                self: {aeTitle: A}
                pacs: {aeTitle: B, host: b, port: 1}
                sources: [{name: university, type: xds, patients: demographics}]
                """)).containsExactly("3:36: type: xds is not supported yet; supported are dimse, dicomweb.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            url: "https://u/dicom-web/"                                              |
            url: "http://127.0.0.1:8042/dicom-web", auth: basic, user: us, password: "${file:p}" |
            type: dicomweb                                                           | url is missing
            url: "ftp://u"                                                           | url
            url: "https://u", port: 104                                              | port means nothing with type: dicomweb
            url: "http://u", tls: on                                                 | tls
            url: "http://u", auth: bearer, token: "${file:p}"                        | auth
            url: "https://u", auth: basic, user: us                                  | password is missing
            """)
    void readsWhatDicomwebNeeds(String keys, @Nullable String problem) throws IOException {
        Files.writeString(home.resolve("p"), "secret");
        String type = keys.startsWith("type") ? "" : "type: dicomweb, ";
        List<String> problems = problems("""
                self: {aeTitle: A}
                pacs: {aeTitle: B, host: b, port: 1}
                sources: [{name: university, %s%s}]
                """.formatted(type, keys));
        if (problem == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().asString().contains(problem);
        }
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            port: 2575              | port: 0                  | 4:23 | no port
            port: 2575              | every: 1h                | 4:5  | port is missing
            port: 2575              | port: 11112              | 4:23 | port 11112 already
            port: 2575              | port: 2576               | 5:37 | port 2576 already
            port: 2575              | aeTitle: RIS, port: 2575 | 4:17 | aeTitle means nothing with type: hl7
            port: 2575              | port: 2575, every: often | 4:36 | no duration
            port: 2575              | port: 2575, ahead: 0h    | 4:36 | no duration
            port: 2575              | port: 2575, senders: [a b]      | 4:39 | neither a host name
            port: 2575              | port: 2575, senders: [{a: b}]   | 4:39 | single word
            port: 2575              | port: 2575, applications: "A^B" | 4:43 | no name of a sending application
            port: 2575              | port: 2575, charset: UTF-16     | 4:38 | no character set
            port: 2575              | port: 2575, charset: klingon    | 4:38 | no character set
            port: 2575              | port: 2575, accession: [OBR]    | 4:41 | no field
            port: 2575              | port: 2575, tls: on             | 4:34 | needs a certificate of its own
            port: 2575              | port: 2575, tlsTrust: x         | 4:39 | without tls: on
            port: 2575              | port: 2575, tls: on, tlsCertificate: none.p12 | 4:54 | cannot be used
            port: 2575              | port: 2575, tls: on, tlsPassword: secret      | 4:51 | must not stand in this file
            port: 2575              | port: 2575, tls: on, tlsPassword: "${file:none}" | 4:51 | cannot be read
            aeTitle: R, host: r     | aeTitle: R, host: r, senders: r | 6:49 | senders means nothing with type: mwl
            """)
    void tellsWhatIsWrongWithAFeedOfMessages(String old, String fresh, String place, String words) throws IOException {
        String good = """
                self: {aeTitle: A, host: 127.0.0.1, port: 11112}
                pacs: {aeTitle: B, host: b, port: 1}
                worklists:
                  - {type: hl7, port: 2575, name: orders}
                  - {name: others, type: hl7, port: 2576}
                  - {name: ris, type: mwl, aeTitle: R, host: r, port: 1}
                sources: []
                """;
        assertThat(problems(good)).isEmpty();
        assertThat(problems(good.replace(old, fresh)))
                .anySatisfy(problem -> assertThat(problem).startsWith(place + ": ").contains(words));
    }

    @Test
    void placesWhatYamlItselfForbids() throws IOException {
        assertThat(problems("self: {aeTitle: A\npacs: x\n")).singleElement().asString().startsWith("2:5: This is not");
        assertThat(problems("a: 1\n---\nb: 2\n")).singleElement().asString().startsWith("2:1: ");
        assertThat(problems("self:\n  aeTitle: A\u0007\n")).singleElement()
                .asString()
                .isEqualTo("2:13: The character U+0007 may not stand here. Remove it.");
        assertThat(problems("- self\n"))
                .contains("1:1: Here must stand keys with values; possible keys are self, pacs, "
                        + "worklists, sources, relevance, procedures, exclude, database.");
    }

    @Test
    void boundsNestingAndAliases() throws IOException {
        assertThat(problems("self: " + "[".repeat(5_000))).singleElement().asString().contains("Nesting Depth");
        assertThat(problems("a: &a [x]\nb: [" + "*a,".repeat(100) + "]\n")).singleElement()
                .asString()
                .contains("aliases");
    }

    private List<String> problems(String yaml) throws IOException {
        Path file = Files.writeString(home.resolve("site.yaml"), yaml);
        return switch (new SiteSettingsReader(file, ENVIRONMENT::get).read()) {
            case ReadResult.Valid _ -> List.of();
            case ReadResult.Invalid(List<SettingsProblem> problems) ->
                problems.stream().map(problem -> problem.text(Locale.ENGLISH)).toList();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"issuer: UNI| |6:15|needs pix, which says what index to ask",
            "issuer: UNI|pix: {}|7:5|type is missing", "issuer: UNI|pix: {type: v3}|7:17|possible are v2, fhir",
            "accessions: empty|pix: {type: v2, host: x, port: 1}|6:15|needs issuer",
            "issuer: UNI|pix: {type: v2, port: 1}|7:5|host is missing",
            "issuer: UNI|pix: {type: v2, host: x, port: 0}|7:36|port",
            "issuer: UNI|pix: {type: v2, host: x, port: 1, url: 'http://x'}|7:39|url",
            "issuer: UNI|pix: {type: v2, host: x, port: 1, target: 'A^B'}|7:47|no name of a domain",
            "issuer: UNI|pix: {type: v2, host: x, port: 1, tlsTrust: x}|7:49|tlsTrust",
            "issuer: UNI|pix: {type: fhir, local: 'a:b', target: 'a:c'}|7:5|url is missing",
            "issuer: UNI|pix: {type: fhir, url: 'ftp://x', local: 'a:b', target: 'a:c'}|7:28|no address",
            "issuer: UNI|pix: {type: fhir, url: 'http://u:p@x', local: 'a:b', target: 'a:c'}|7:28|no address",
            "issuer: UNI|pix: {type: fhir, url: 'http://x', target: 'a:c'}|7:5|local is missing",
            "issuer: UNI|pix: {type: fhir, url: 'http://x', local: HOSP, target: 'a:c'}|7:47|no identifier system",
            "issuer: UNI|pix: {type: fhir, url: 'http://x', local: 'a:b', target: 'a:c', tls: on}|7:74|https"})
    void aPatientIndexIsReadWithCare(String issuer, @Nullable String pix, String place, String said)
            throws IOException {
        List<String> problems = problems("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: HOSP}
                sources:
                  - {name: plain, type: dimse, aeTitle: PLAIN, host: plain, port: 104}
                  - {name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104,
                    patients: pix,
                    %s, %s}
                """.formatted(pix == null ? issuer : pix, pix == null ? "accessions: same" : issuer));
        assertThat(problems).anySatisfy(problem -> assertThat(problem).startsWith(place + ": ").contains(said));
    }

    @Test
    void aPatientIndexNeedsTheDomainOfThePacs() throws IOException {
        assertThat(problems("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}
                sources:
                  - {name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104, issuer: UNI, patients: pix,
                     pix: {type: v2, host: x, port: 1}}
                """)).singleElement()
                .satisfies(problem -> assertThat(problem).contains("issuer of the pacs"));
    }

    private static String fhir(String rest) {
        return "pix: {type: fhir, local: 'a:b', target: 'a:c', url: 'https://x', " + rest + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"auth: digest|possible are none, basic, bearer, oauth2",
            "auth: basic|user is missing", "auth: basic, user: a|password is missing",
            "auth: basic, user: 'a:b', password: '${env:SECRET}'|no name to log in with",
            "auth: basic, user: a, password: hunter2|password must not stand in this file",
            "auth: basic, user: a, password: '${env:EMPTY}'|password is empty",
            "auth: basic, user: a, password: '${env:SECRET}', token: '${env:SECRET}'|token means nothing with auth: basic",
            "user: a|user means nothing with auth: none", "auth: bearer|token is missing",
            "auth: bearer, token: hunter2|token must not stand in this file",
            "auth: bearer, token: '${env:SPACED}'|token is empty, or not in the form",
            "auth: oauth2, user: a, password: '${env:SECRET}'|tokenUrl is missing",
            "auth: oauth2, user: a, password: '${env:SECRET}', tokenUrl: 'http://login/token'|begins with https",
            "auth: oauth2, user: a, password: '${env:SECRET}', tokenUrl: 'https://l/t', scope: 'a\"b'|no scope"})
    void aLoginIsReadWithCare(String login, String said) throws IOException {
        List<String> problems = problems(site("pix", fhir(login)));

        assertThat(problems).anySatisfy(problem -> assertThat(problem).contains(said));
        assertThat(problems).noneMatch(problem -> problem.contains("hunter2") || problem.contains("s3cret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"http://x|1", "http://localhost:8080/fhir|0", "http://127.0.0.1/fhir|0",
            "https://x|0", "http://10.0.0.1|1"})
    void aSecretIsNotSentToAnotherComputerWithoutEncryption(String url, int wrong) throws IOException {
        assertThat(problems(site("pix", fhir("auth: bearer, token: '${env:SECRET}'").replace("https://x", url))))
                .hasSize(wrong)
                .allMatch(problem -> problem.contains("whoever listens has the secret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"same|pdq: {url: 'https://x', target: 'a:c'}|means something with patients: "
            + "demographics only", "demographics|pdq: {target: 'a:c'}|url is missing",
            "demographics|pdq: {url: 'https://x'}|target is missing",
            "demographics|pdq: {url: 'x', target: 'a:c'}|no address",
            "demographics|pdq: {url: 'https://x', target: UNI}|no identifier system",
            "demographics|pdq: {url: 'https://x', target: 'a:c', type: v2}|key \"type\" is unknown",
            "demographics|pdq: {url: 'http://x', target: 'a:c', tls: on}|https",
            "demographics|pdq: {url: 'https://x', target: 'a:c', auth: basic, user: a}|password is missing"})
    void aPatientDirectoryIsReadWithCare(String patients, String pdq, String said) throws IOException {
        assertThat(problems(site(patients, pdq))).anySatisfy(problem -> assertThat(problem).contains(said));
    }

    private static String site(String patients, String section) {
        return """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: HOSP}
                sources:
                  - {name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104, issuer: UNI, patients: %s,
                    %s}
                """.formatted(patients, section);
    }
}
