package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.testing.DcmtkWorklist;
import org.priorfetch.engine.testing.NeedsTools;

@NeedsTools({"wlmscpfs", "dump2dcm"})
class WorklistInteropTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00+01:00");
    private static final Instant TO = Instant.parse("2026-03-03T12:00:00+01:00");

    @TempDir
    Path folder;
    private DcmtkWorklist worklist;
    private DicomNode node;
    private AssociationPool pool;
    private MwlFeed feed;

    @BeforeEach
    void start() {
        worklist = DcmtkWorklist.start("RIS", "--keep-char-set");
        node = new DicomNode("PRIORFETCH", folder);
        pool = new AssociationPool(node, new Peer("ris", "RIS", "127.0.0.1", worklist.port()), SourceBudget.DEFAULT,
                Deadlines.DEFAULT);
        feed = new MwlFeed(pool, ZONE);
    }

    @AfterEach
    void stop() throws IOException {
        pool.close();
        node.close();
        worklist.close();
    }

    private void put(String name, String characterSet, String patientName, String accession, String modality,
            String date, String time, Charset encoding) {
        worklist.put(name,
                """
                        (0008,0005) CS [%s]
                        (0008,0050) SH [%s]
                        (0010,0010) PN [%s]
                        (0010,0020) LO [4711]
                        (0010,0030) DA [19700102]
                        (0010,0040) CS [F]
                        (0020,000d) UI [2.25.%d]
                        (0032,1060) LO [Chest]
                        (0032,1064) SQ
                        (fffe,e000) na
                        (0008,0100) SH [%s-7]
                        (0008,0102) SH [99RIS]
                        (0008,0104) LO [Chest]
                        (fffe,e00d) na
                        (fffe,e0dd) na
                        (0040,0100) SQ
                        (fffe,e000) na
                        (0008,0060) CS [%s]
                        (0040,0001) AE [CT1]
                        (0040,0002) DA [%s]
                        (0040,0003) TM [%s]
                        (0040,0006) PN [Lang^Eva]
                        (0040,0007) LO [Step %s]
                        (0040,0009) SH [%s]
                        (0040,0010) SH [STATION]
                        (0040,0011) SH [House 3]
                        (fffe,e00d) na
                        (fffe,e0dd) na
                        (0040,1001) SH [P-1]
                        (0040,1003) SH [HIGH]
                        """.formatted(characterSet, accession, patientName,
                        Math.floorMod(accession.hashCode(), 100_000), modality, modality, date,
                        time, modality, name),
                encoding);
    }

    private void put(String name, String accession, String modality, String date, String time) {
        put(name, "ISO_IR 100", "Doe^Jane", accession, modality, date, time, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({"ISO_IR 100, Müller^Jörg, ISO-8859-1", "'\\ISO 2022 IR 87', Yamada^Tarou=山田^太郎=やまだ^たろう, ISO-2022-JP",
            "GB18030, Wang^XiaoDong=王^小东, GB18030", "ISO_IR 192, Wang^XiaoDong=王^小東=, UTF-8",
            "ISO_IR 144, Люкceмбypг, ISO-8859-5"})
    void namesAreReadInTheirCharacterSet(String characterSet, String name, String encoding) throws PeerException {
        put("one", characterSet, name, "A-1", "CT", "20260302", "0900", Charset.forName(encoding));
        assertThat(feed.poll(FROM, TO)).singleElement()
                .satisfies(item -> assertThat(item.patient().patientName()).isEqualTo(name));
    }

    @Test
    void onlyWhatStartsInTheIntervalIsListed() throws PeerException {
        put("before", "A-1", "CT", "20260301", "2359");
        put("first", "A-2", "CT", "20260302", "0000");
        put("last", "A-3", "CT", "20260303", "1159");
        put("sameDayButAfter", "A-4", "CT", "20260303", "1200");
        put("after", "A-5", "CT", "20260304", "0800");
        assertThat(feed.poll(FROM, TO)).extracting(WorklistItem::accessionNumber)
                .containsExactlyInAnyOrder("A-2", "A-3");
    }

    @Test
    void theStepsOfOneAccessionNumberAreOneAppointment() throws PeerException {
        put("one", "A-1", "PT", "20260302", "1030");
        put("two", "A-1", "CT", "20260302", "1000");
        List<WorklistItem> items = feed.poll(FROM, TO);
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.modalities()).containsExactly("CT", "PT");
            assertThat(item.scheduledStart()).isEqualTo(Instant.parse("2026-03-02T10:00:00+01:00"));
            assertThat(item.requestedProcedureDescription()).contains("Chest", "Step CT", "Step PT");
            assertThat(item.urgency()).hasToString("HIGH");
            assertThat(item.patient().patientBirthDate()).hasToString("1970-01-02");
            assertThat(item.worklist()).isEqualTo("ris");
            assertThat(item.stationName()).isEqualTo("STATION");
            assertThat(item.location()).isEqualTo("House 3");
            assertThat(item.performingPhysician()).isEqualTo("Lang^Eva");
            assertThat(item.requestedProcedureCodes()).containsExactlyInAnyOrder(
                    new CodedTerm("PT-7", "99RIS", "Chest"), new CodedTerm("CT-7", "99RIS", "Chest"));
        });
    }

    @Test
    void anEmptyWorklistIsAnAnswer() throws PeerException {
        assertThat(feed.poll(FROM, TO)).isEmpty();
    }

    @Test
    void tellsWhatHelpsToRecogniseAPersonAndWhoIsConfidential() throws PeerException {
        worklist.put("traits", """
                (0008,0050) SH [A9]
                (0010,0010) PN [Muster^Erika]
                (0010,0020) LO [4711]
                (0010,1040) LO [Lange Str. 12]
                (0010,1060) PN [Schulze^Eva]
                (0010,2154) SH [030 1234567]
                (0020,000d) UI [2.25.99]
                (0040,3001) LO [R]
                (0040,0100) SQ
                (fffe,e000) na
                (0008,0060) CS [CT]
                (0040,0001) AE [CT1]
                (0040,0002) DA [20260302]
                (0040,0003) TM [100000]
                (0040,0009) SH [S1]
                (fffe,e00d) na
                (fffe,e0dd) na
                """);

        PatientTraits bare = feed.poll(FROM, TO).getFirst().traits();
        PatientTraits all = new MwlFeed(pool, ZONE, true).poll(FROM, TO).getFirst().traits();

        assertThat(bare.address()).as("not asked for").isEmpty();
        // wlmscpfs of DCMTK returns only what it knows; what it does not know does no harm
        assertThat(all.address()).isIn("", "Lange Str. 12");
        assertThat(bare.confidentiality()).isIn("", "R");
    }
}
