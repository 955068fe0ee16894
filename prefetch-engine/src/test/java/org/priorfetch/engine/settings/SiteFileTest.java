package org.priorfetch.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteProblem;
import org.priorfetch.engine.model.SiteSection;

class SiteFileTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 8, 0, 5);
    private static final String FLOW = """
            self: {aeTitle: PRIORFETCH}
            pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242}  # the archive
            worklists: [{name: ris, type: mwl, aeTitle: RIS, host: ris, port: 1070}]
            sources: [{name: regional, type: dimse, aeTitle: REGIONAL, host: regional, port: 104}]
            database: {url: "jdbc:h2:mem:secret"}
            """;

    @TempDir
    Path home;
    private Path path;
    private SiteFile file;

    @BeforeEach
    void inAHome() {
        path = home.resolve("site.yaml");
        file = new SiteFile(path, Map.of("SECRET_HOST", "10.0.0.9")::get);
    }

    private SiteForm formOf(String text) throws IOException {
        Files.writeString(path, text);
        return file.form();
    }

    private String written(SiteForm form) {
        return draft(form).text();
    }

    private SiteDraft.Usable draft(SiteForm form) {
        SiteDraft draft = new SiteDrafts(file).of(form);
        assertThat(draft).isInstanceOf(SiteDraft.Usable.class);
        return (SiteDraft.Usable) draft;
    }

    private static SiteSection source(String name) {
        return SiteSection.of(Map.of("name", name, "type", "dimse", "aeTitle", "ARCHIVE", "host", "archive.example",
                "port", "11112"));
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    @Test
    void leavesTheTextAloneWhenNothingIsChanged() throws IOException {
        assertThat(written(formOf(ExampleSettings.text()))).isEqualTo(ExampleSettings.text());
        assertThat(written(formOf(FLOW))).isEqualTo(FLOW);
    }

    @Test
    void leavesWhatTheFormDoesNotShow() throws IOException {
        String yaml = FLOW.replace("port: 104}]", "port: 104, patients: mapped, issuer: REGIO, "
                + "mapping: {pattern: \"P([0-9]+)\", replacement: \"$1\", prefix: H}}]  # as agreed")
                + "exclude:\n  patients: [4711]  # asked us not to\n  confidentiality: [R]\n";
        SiteForm form = formOf(yaml);

        String text = written(form.withSources(List.of(form.sources().getFirst().with("port", "105"))));

        assertThat(text).isEqualTo(yaml.replace("port: 104,", "port: 105,"));
    }

    @Test
    void writesALoginForDicomwebBesideDimseAndTheWaitForASlowStore() throws IOException {
        SiteForm form = formOf(ExampleSettings.text());
        SiteSection both = source("university").with("web", "https://uni.example/dicom-web")
                .with("auth", "basic")
                .with("user", "us")
                .with("password", "${env:SECRET_HOST}")
                .with("nearlineWait", "4h")
                .with("nearlineAhead", "1d");

        String text = written(form.withSources(plus(form.sources(), both)));

        assertThat(text).contains("""
                    port: 11112
                    web: "https://uni.example/dicom-web"
                    auth: basic
                    user: us
                    password: "${env:SECRET_HOST}"
                    nearlineWait: 4h
                    nearlineAhead: 1d
                """);
        assertThat(formOf(text).sources().getLast().values()).isEqualTo(both.values());
    }

    @Test
    void changesOneValueAndNothingElse() throws IOException {
        SiteForm form = formOf(ExampleSettings.text());

        String text = written(form.withPacs(form.pacs().with("port", "104")));

        assertThat(text).isEqualTo(ExampleSettings.text().replace("port: 4242", "port: 104"));
    }

    @Test
    void addsASourceBesideTheOthersAndKeepsTheComments() throws IOException {
        SiteForm form = formOf(ExampleSettings.text());

        String text = written(form.withSources(plus(form.sources(), source("university"))));

        assertThat(text).contains("""
                    accessions: empty      # what becomes of its accession numbers: empty, prefix or same
                  - name: university
                    type: dimse
                    aeTitle: ARCHIVE
                    host: archive.example
                    port: 11112

                relevance:
                """).startsWith(ExampleSettings.text().substring(0, 800));
    }

    @Test
    void setsInWhichOrderSeriesCome() throws IOException {
        SiteForm form = formOf(FLOW);

        String text = written(form.withSources(List.of(form.sources().getFirst().with("order", "newest"))));

        assertThat(text).isEqualTo(FLOW.replace("port: 104}]", "port: 104, order: newest}]"));
        assertThat(formOf(text).sources().getFirst().get("order")).isEqualTo("newest");
    }

    @Test
    void removesAKeyWithItsLineAndASourceWithItsLines() throws IOException {
        SiteForm form = formOf(ExampleSettings.text());
        SiteForm two = formOf(written(form.withSources(plus(form.sources(), source("university")))));

        String text = written(two.withSources(List.of(two.sources().get(1)))
                .withPacs(two.pacs().with("issuer", "")));

        assertThat(text).doesNotContain("regional", "issuer", "100 Mbit/s").contains("university", "# how often");
    }

    @Test
    void removesTheLastSourceAndAddsTheFirst() throws IOException {
        SiteForm form = formOf(ExampleSettings.text());
        SiteForm none = formOf(written(form.withSources(List.of())));
        assertThat(none.sources()).isEmpty();
        assertThat(Files.readString(path)).contains("sources: []");

        SiteForm again = formOf(written(none.withSources(List.of(source("first")))));
        assertThat(again.sources()).singleElement().satisfies(one -> assertThat(one.get("name")).isEqualTo("first"));
    }

    @Test
    void editsWhatStandsInOneLine() throws IOException {
        SiteForm form = formOf(FLOW);

        String text = written(form.withSources(plus(form.sources(), source("b")))
                .withPacs(form.pacs().with("issuer", "HOSP"))
                .withWorklists(List.of()));

        assertThat(text).isEqualTo(
                """
                        self: {aeTitle: PRIORFETCH}
                        pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: HOSP}  # the archive
                        worklists: []
                        sources: [{name: regional, type: dimse, aeTitle: REGIONAL, host: regional, port: 104}, {name: b, type: dimse, aeTitle: ARCHIVE, host: archive.example, port: 11112}]
                        database: {url: "jdbc:h2:mem:secret"}
                        """);
    }

    @Test
    void writesTheFirstFile() {
        assertThat(written(example())).endsWith("""

                self:
                  aeTitle: PRIORFETCH

                pacs:
                  aeTitle: PACS
                  host: pacs
                  port: 104

                sources:
                  - name: a
                    type: dimse
                    aeTitle: ARCHIVE
                    host: archive.example
                    port: 11112
                """);
    }

    @Test
    void keepsReferencesAsTheyWereTyped() throws IOException {
        SiteForm form = formOf(FLOW.replace("host: ris", "host: \"${env:SECRET_HOST}\""));

        assertThat(form.worklists().getFirst().get("host")).isEqualTo("${env:SECRET_HOST}");
        SiteDraft.Usable draft = draft(form.withPacs(form.pacs().with("host", "${env:SECRET_HOST}")));
        assertThat(draft.text()).contains("host: \"${env:SECRET_HOST}\"").doesNotContain("10.0.0.9");
        assertThat(draft.settings().pacs().host()).isEqualTo("10.0.0.9");
    }

    @Test
    void neverTellsTheDatabase() throws IOException {
        assertThat(formOf(FLOW).toString()).doesNotContain("secret");
    }

    @Test
    void tellsProblemsAtTheirFields() throws IOException {
        SiteForm form = formOf(FLOW);
        SiteSection bad = source("b").with("port", "0").with("host", "");

        SiteDraft draft = new SiteDrafts(file).of(form.withSources(plus(form.sources(), bad))
                .withPacs(form.pacs().with("aeTitle", "").with("port", "x")));

        assertThat(draft).isInstanceOfSatisfying(SiteDraft.Wrong.class,
                wrong -> assertThat(wrong.problems()).extracting(SiteProblem::field)
                        .containsExactlyInAnyOrder("pacs.aeTitle", "pacs.port", "sources.1.host", "sources.1.port"));
        assertThat(Files.readString(path)).isEqualTo(FLOW);
    }

    @Test
    void tellsAMissingSectionAndWhatIsMissingInABlock() throws IOException {
        Files.writeString(path, "self:\n  host: 127.0.0.1\npacs:\n  aeTitle: A\n");

        assertThat(file.problems()).extracting(SiteProblem::field)
                .contains("self.aeTitle", "pacs.host", "pacs.port", "sources");
    }

    @Test
    void refusesWhatWouldChangeMoreThanWasWanted() throws IOException {
        SiteForm form = formOf(FLOW.replace("host: ris", "host: &h one").replace("host: regional", "host: *h"));

        assertThat(new SiteDrafts(file).of(form.withSources(List.of(form.sources().getFirst().with("host", "two")))))
                .isInstanceOf(SiteDraft.Refused.class);
    }

    @Test
    void showsNothingOfAFileThatIsNoYamlAndWritesNothingOverIt() throws IOException {
        SiteForm form = formOf(FLOW + "self: {");

        assertThat(form).isEqualTo(SiteForm.EMPTY);
        assertThat(file.problems()).singleElement().satisfies(problem -> assertThat(problem.line()).isPositive());
        assertThat(new SiteDrafts(file).of(example())).isInstanceOfSatisfying(SiteDraft.Refused.class, refused -> {
            assertThat(refused.why().key()).isEqualTo("site.notYaml");
            assertThat(refused.why().text()).contains("line 6, column 8");
        });
    }

    @Test
    void writesNothingOverAFileInAnotherEncodingOrAFolder() throws IOException {
        Files.write(path, (FLOW + "# M\u00fcnchen").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new SiteDrafts(file).of(example())).isInstanceOfSatisfying(SiteDraft.Refused.class,
                refused -> assertThat(refused.why().key()).isEqualTo("settings.notUtf8"));

        Files.delete(path);
        Files.createDirectory(path);
        assertThat(file.exists()).isTrue();
        assertThat(new SiteDrafts(file).of(example())).isInstanceOfSatisfying(SiteDraft.Refused.class,
                refused -> assertThat(refused.why().key()).isEqualTo("settings.unreadable"));
        assertThatThrownBy(file::content).isInstanceOf(IOException.class);
    }

    private static SiteForm example() {
        return new SiteForm(SiteSection.of(Map.of("aeTitle", "PRIORFETCH")),
                SiteSection.of(Map.of("aeTitle", "PACS", "host", "pacs", "port", "104")), List.of(),
                List.of(source("a")), SiteSection.of(Map.of()));
    }

    @Test
    void changesAMappingInItsPlaceAndKeepsItsComments() throws IOException {
        SiteForm form = formOf("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: PACS, host: pacs, port: 104}
                sources:
                  - name: a
                    type: dimse
                    aeTitle: A
                    host: a
                    port: 104
                    patients: mapped
                    mapping:
                      pattern: 'P([0-9]{6})'     # what they have
                      replacement: '$1'
                      pad: 8
                """);
        SiteSection source = form.sources().getFirst();
        assertThat(source.get("mapping.pattern")).isEqualTo("P([0-9]{6})");

        String text = written(form.withSources(List.of(source.with("mapping.pad", "").with("mapping.prefix", "H-"))));

        assertThat(text).contains("pattern: 'P([0-9]{6})'     # what they have\n", "      prefix: ")
                .doesNotContain("pad: 8");
        assertThat(formOf(text).sources().getFirst().get("mapping.prefix")).isEqualTo("H-");
    }

    @Test
    void aPatientIndexIsChangedInPlaceAndGoesWhenItIsNotWanted() throws IOException {
        SiteForm form = formOf("""
                self: {aeTitle: US}
                pacs: {aeTitle: PACS, host: pacs, port: 104, issuer: HOSP}
                sources:
                  - name: a
                    type: dimse
                    aeTitle: A
                    host: a
                    port: 104
                    patients: pix
                    issuer: UNI
                    pix:
                      type: v2
                      host: index    # of the region
                      port: 3700
                """);
        SiteSection source = form.sources().getFirst();
        assertThat(source.get("pix.host")).isEqualTo("index");

        String text = written(form.withSources(List.of(source.with("pix.port", "3701").with("pix.local", "H"))));

        assertThat(text).contains("      host: index    # of the region\n", "port: 3701", "local: H");
        SiteForm now = formOf(text);
        SiteSection without = now.sources().getFirst().with("patients", "same");
        for (String key : List.of("type", "host", "port", "local")) {
            without = without.with("pix." + key, "");
        }
        assertThat(written(now.withSources(List.of(without)))).doesNotContain("pix", "index");
    }

    @Test
    void whatIsWrongWithAPatientIndexIsSaidAtItsFields() throws IOException {
        SiteForm form = formOf("""
                self: {aeTitle: US}
                pacs: {aeTitle: PACS, host: pacs, port: 104, issuer: HOSP}
                sources:
                  - {name: a, type: dimse, aeTitle: A, host: a, port: 104, patients: same}
                """);
        SiteSection source = form.sources()
                .getFirst()
                .with("patients", "pix")
                .with("pix.type", "v2")
                .with("pix.port",
                        "0");

        SiteDraft draft = new SiteDrafts(file).of(form.withSources(List.of(source)));

        assertThat(((SiteDraft.Wrong) draft).problems()).extracting(SiteProblem::field)
                .containsExactlyInAnyOrder("sources.0.patients", "sources.0.pix.host", "sources.0.pix.port");
    }

    @Test
    void aMappingGoesWithItsLastValue() throws IOException {
        SiteForm form = formOf(FLOW);
        SiteSection mapped = source("b").with("patients", "mapped").with("mapping.pad", "8");

        String with = written(form.withSources(plus(form.sources(), mapped)));
        assertThat(with).contains("mapping");
        SiteForm now = formOf(with);
        SiteSection last = now.sources().getLast();
        assertThat(last.get("mapping.pad")).isEqualTo("8");

        SiteSection unmapped = last.with("mapping.pad", "").with("patients", "");

        assertThat(written(now.withSources(List.of(unmapped)))).doesNotContain("mapping");
    }

    @Test
    void whomNotToFetchIsReadAndWrittenAsLists() throws IOException {
        SiteForm form = formOf(FLOW);
        assertThat(form.exclude().values()).isEmpty();

        String text = written(form.withExclude(
                form.exclude().with("patients", "4711\n\n 0815^^^HOSP ").with("confidentiality", "R,V")));

        assertThat(text).contains("patients: [4711, \"0815^^^HOSP\"]", "confidentiality: [R, V]");
        SiteForm now = formOf(text);
        assertThat(now.exclude().values()).isEqualTo(
                Map.of("patients", "4711\n0815^^^HOSP", "confidentiality", "R, V"));
        assertThat(written(now.withExclude(new SiteSection(0, Map.of())))).doesNotContain("exclude");
    }

    private static final String MARKED = """
            self: {aeTitle: US}
            pacs:
              aeTitle: LOCALPACS
              host: 127.0.0.1
              port: 4242
              marks:
                descriptionPrefix: "EXT "    # with its space
                attributes:
                  RequestedProcedurePriority: LOW   # not urgent
                  (0099,"ACME:1",10): PRIOR
            worklists:
              - {name: orders, type: hl7, port: 2575, senders: [ris.example, 192.0.2.7], applications: RIS}
            sources:
              - name: regional
                type: dimse
                aeTitle: REGIONAL
                host: regional
                port: 104
                procedures:
                - {pattern: R77, regions: knee, side: left}   # as they say
                - pattern: "A|B"
                  procedureCode: {value: "K,1", scheme: 99HOSP, meaning: "Knee, both"}
                  regionCode: {value: 72696002, scheme: SCT, meaning: Knee}
            procedures: [{pattern: "CT Abd*", regions: [abdomen, pelvis]}]
            """;

    @Test
    void listsAndMappingsWithinAreShownAsLines() throws IOException {
        SiteForm form = formOf(MARKED);

        assertThat(form.pacs().get("marks.descriptionPrefix")).isEqualTo("EXT ");
        assertThat(form.pacs().get("marks.attributes"))
                .isEqualTo("RequestedProcedurePriority: LOW\n(0099,\"ACME:1\",10): PRIOR");
        assertThat(form.worklists().getFirst().get("senders")).isEqualTo("ris.example, 192.0.2.7");
        assertThat(form.worklists().getFirst().get("applications")).isEqualTo("RIS");
        assertThat(form.sources().getFirst().get("procedures")).isEqualTo("R77 | knee | left\n"
                + "A\\|B |  |  | K\\\\,1, 99HOSP, Knee, both | 72696002, SCT, Knee");
        assertThat(form.procedures().get("procedures")).isEqualTo("CT Abd* | abdomen, pelvis");
        assertThat(written(form)).isEqualTo(MARKED);
        assertThat(written(form.withPacs(form.pacs().with("port", "104")))).isEqualTo(MARKED.replace("4242", "104"));
    }

    @Test
    void listsAndMappingsWithinAreWrittenAsTheyAreTyped() throws IOException {
        SiteForm form = formOf(MARKED);
        SiteSection source = form.sources().getFirst();
        SiteSettings before = draft(form).settings();

        SiteDraft.Usable draft = draft(form
                .withPacs(form.pacs()
                        .with("marks.attributes", form.pacs().get("marks.attributes") + "\n StationName :ELSEWHERE\n"))
                .withWorklists(List.of(form.worklists().getFirst().with("senders", "ris.example,192.0.2.8")))
                .withSources(List.of(source.with("procedures", source.get("procedures") + "\nCT* | head")))
                .withProcedures(form.procedures().with("procedures", "CT Abd* | abdomen")));

        assertThat(draft.text()).contains("descriptionPrefix: \"EXT \"    # with its space", "StationName: ELSEWHERE",
                "senders: [ris.example, 192.0.2.8]", "{pattern: \"CT*\", regions: [head]}",
                "procedures: [{pattern: \"CT Abd*\", regions: [abdomen]}]");
        assertThat(draft.settings().pacs().marks().attributes()).containsEntry("StationName", "ELSEWHERE")
                .containsAllEntriesOf(before.pacs().marks().attributes());
        assertThat(draft.settings().procedures().of("regional").codes().codes())
                .isEqualTo(before.procedures().of("regional").codes().codes());
        formOf(draft.text());
        assertThat(written(file.form())).isEqualTo(draft.text());
        assertThat(written(form.withSources(plus(form.sources(),
                source("b").with("procedures", "R77 | knee").with("mapping.pad", "8").with("patients", "mapped")))))
                .contains("procedures: [{pattern: R77, regions: [knee]}]", "mapping: {pad: 8}");
    }

    @Test
    void listsAndMappingsWithinGoWithTheirLastLine() throws IOException {
        SiteForm form = formOf(MARKED);

        String text = written(form
                .withPacs(form.pacs().with("marks.attributes", "").with("marks.descriptionPrefix", ""))
                .withSources(List.of(form.sources().getFirst().with("procedures", "")))
                .withProcedures(new SiteSection(0, Map.of())));

        assertThat(text).doesNotContain("marks", "procedures", "R77");
        SiteForm none = formOf(text);
        assertThat(written(none.withPacs(none.pacs().with("marks.attributes", "StationName: A"))
                .withProcedures(new SiteSection(0, Map.of("procedures", "R77 | knee"))))).contains(
                        "marks: {attributes: {StationName: A}}", "procedures: [{pattern: R77, regions: [knee]}]");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            CT | tail                        => procedures.0.regions    => is no region
            R77 | knee;CT                  => procedures.1.pattern    => Nothing is said
            R77 | knee | top                 => procedures.0.side       => possible are
            R77 | | | K1                     => procedures.0.procedureCode => scheme is missing
            R77 | knee;r77 | head          => procedures.1.pattern    => a second time
            """)
    void whatIsWrongWithALineIsSaidAtItsPlace(String typed, String field, String words) throws IOException {
        SiteForm form = formOf(FLOW);
        SiteDraft draft = new SiteDrafts(file)
                .of(form.withProcedures(new SiteSection(0, Map.of("procedures", typed.replace(';', '\n')))));

        assertThat(draft).isInstanceOf(SiteDraft.Wrong.class);
        assertThat(((SiteDraft.Wrong) draft).problems()).anySatisfy(problem -> {
            assertThat(problem.field()).startsWith(field);
            assertThat(problem.message().text()).contains(words);
        });
    }

    @Test
    void keepsTheLastTwentyCopies() throws IOException {
        Files.writeString(path, "first");
        for (int minute = 0; minute < 25; minute++) {
            file.write("text " + minute, NOW.plusMinutes(minute));
        }
        file.write("same second", NOW.plusMinutes(24));

        assertThat(Files.readString(path)).isEqualTo("same second");
        try (Stream<Path> copies = Files.list(home).filter(copy -> copy.toString().endsWith(".bak"))) {
            assertThat(copies.map(copy -> copy.getFileName().toString()).sorted().toList()).hasSize(20)
                    .contains("site.yaml.2026-03-02T08-24-05.bak", "site.yaml.2026-03-02T08-24-05_2.bak")
                    .doesNotContain("site.yaml.2026-03-02T08-05-05.bak");
        }
    }

    @Test
    void knowsAFileThatNobodyMayWrite() throws IOException {
        Files.writeString(path, FLOW);
        assertThat(file.isWritable()).isTrue();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(file.isWritable()).isFalse();
    }

    @Test
    void keepsWindowsLineEnds() throws IOException {
        SiteForm form = formOf(ExampleSettings.text().replace("\n", "\r\n"));

        String text = written(form.withSources(plus(form.sources(), source("b")))
                .withPacs(form.pacs().with("issuer", "").with("port", "1")));

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsBackWhateverItWrote(int seed) throws IOException, YamlDocument.SyntaxException {
        Random random = new Random(seed);
        SiteForm form = formOf(random.nextBoolean() ? FLOW : ExampleSettings.text());
        for (int round = 0; round < 60; round++) {
            SiteForm wanted = changed(form, random);
            YamlText text = FormWriting.write(new YamlText(Files.readString(path)), wanted);
            form = formOf(text.text());
            assertThat(form).as("%s", text.text()).isEqualTo(TidyForm.of(wanted));
        }
        if (Files.readString(path).contains("database")) {
            assertThat(Files.readString(path)).contains("jdbc:h2:mem:secret");
        }
    }

    private static SiteForm changed(SiteForm form, Random random) {
        List<SiteSection> sources = new ArrayList<>();
        for (SiteSection source : form.sources()) {
            if (random.nextInt(5) > 0) {
                sources.add(changed(source, random));
            }
        }
        if (random.nextInt(2) == 0) {
            sources.add(source(text(random)).with("limit", text(random)).with("mapping.pad", "8"));
        }
        return new SiteForm(changed(form.self(), random), changed(form.pacs(), random),
                form.worklists().stream().map(one -> changed(one, random)).toList(), sources,
                changed(form.relevance(), random), excluded(random), procedures(random));
    }

    private static SiteSection procedures(Random random) {
        SiteSection none = new SiteSection(0, Map.of());
        return random.nextInt(3) == 0 ? none : none.with("procedures", lines(random, " | "));
    }

    private static String lines(Random random, String between) {
        return Stream.generate(() -> text(random) + between + text(random))
                .limit(1 + random.nextInt(3))
                .collect(Collectors.joining("\n"));
    }

    private static SiteSection excluded(Random random) {
        SiteSection nobody = new SiteSection(0, Map.of());
        return switch (random.nextInt(4)) {
            case 0 -> nobody;
            case 1 -> nobody.with("confidentiality", "R, V");
            case 2 -> nobody.with("patients", "4711\n \n0815^^^HOSP\n" + random.nextInt(9));
            default -> nobody.with("patients", "${file:not-to-fetch.txt}").with("confidentiality", "T");
        };
    }

    private static SiteSection changed(SiteSection section, Random random) {
        List<String> keys = List.of("name", "aeTitle", "host", "port", "issuer", "limit", "mapping.pattern",
                "mapping.replacement", "mapping.pad");
        Map<String, String> values = new TreeMap<>(section.values());
        for (String key : keys) {
            switch (random.nextInt(6)) {
                case 0 -> values.put(key, text(random));
                case 1 -> values.remove(key);
                default -> {
                }
            }
        }
        structured(section, values, random);
        return new SiteSection(section.place(), values);
    }

    private static void structured(SiteSection section, Map<String, String> values, Random random) {
        if (section.values().containsKey("type") && random.nextInt(3) == 0) {
            values.put("procedures", lines(random, "|") + "|||" + text(random));
            values.put("senders", lines(random, ", "));
        }
        if (section.values().containsKey("aeTitle") && random.nextInt(3) == 0) {
            values.put("marks.attributes", lines(random, ": "));
        }
    }

    private static String text(Random random) {
        List<String> texts = List.of("plain", "null", "~", "yes", "007", "1.5", "a: b", "a #b", "# c", "- d", "{e}",
                "[f]", "\"g\"", "it's", "back\\slash", "tab\tnew\nline", "Universitätsklinikum", "😀", "18:00-07:00",
                "Mon-Fri 18:00-07:00, Sat-Sun 00:00-24:00",
                "${env:NAME}", "${file:/etc/x}", " leading", "trailing ", "100 Mbit/s", "*h", "&h", "!t", "%d", "@e",
                "`f", "|", ">", "?", ",", "\u2028x", "0x1F", "2026-03-02");
        return texts.get(random.nextInt(texts.size()));
    }
}
