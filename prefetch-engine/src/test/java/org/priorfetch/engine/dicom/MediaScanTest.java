package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.demo.SampleInstance;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.UnreadableFile;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.Tools;

class MediaScanTest {

    @TempDir
    private Path disc;
    @TempDir
    private Path bulk;
    private Path images;

    @BeforeEach
    void makeAFolderInTheDisc() throws IOException {
        images = Files.createDirectories(disc.resolve("DICOM/ST1"));
    }

    @Test
    void findsTheStudiesOfSeveralPatientsWithoutADirectory() throws IOException {
        image("2.25.11").write(images);
        image("2.25.12").with(Tag.Modality, VR.CS, "SR").write(images);
        image("2.25.21").with(Tag.StudyInstanceUID, VR.UI, "2.25.2")
                .with(Tag.PatientID, VR.LO, "0815")
                .with(Tag.PatientName, VR.PN, "Berg^Bert")
                .write(disc);

        MediaFolder folder = scan();

        assertThat(folder.studies()).extracting(MediaStudy::candidate)
                .extracting(study -> study.ref().studyInstanceUid(), study -> study.patient().key().patientId(),
                        PriorCandidate::instances, study -> String.join(",", study.modalities()))
                .containsExactlyInAnyOrder(
                        tuple("2.25.1", "4711", 2, "OT,SR"),
                        tuple("2.25.2", "0815", 1, "OT"));
        assertThat(folder.unreadable()).isEmpty();
    }

    @Test
    void aViewerOnTheDiscIsLeftAlone() throws IOException {
        image("2.25.11").write(images);
        Files.writeString(disc.resolve("autorun.inf"), "[autorun]");
        Files.write(disc.resolve("viewer.exe"), new byte[100_000]);

        MediaFolder folder = scan();

        assertThat(folder.otherFiles()).isEqualTo(2);
        assertThat(folder.unreadable()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsThere() throws IOException {
        image("2.25.11").write(images);
        Path damaged = image("2.25.12").write(images);
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(damaged), 200));
        image("2.25.13").with(Tag.StudyInstanceUID, VR.UI, "").write(images);

        MediaFolder folder = scan();

        assertThat(folder.studies()).singleElement().extracting(study -> study.candidate().instances()).isEqualTo(1);
        assertThat(folder.unreadable()).extracting(UnreadableFile::path)
                .containsExactlyInAnyOrder("DICOM/ST1/2.25.12.dcm", "DICOM/ST1/2.25.13.dcm");
    }

    @Test
    void anImageThatIsThereTwiceCountsOnce() throws IOException {
        image("2.25.11").write(images);
        image("2.25.11").write(disc);

        assertThat(scan().studies()).singleElement().extracting(study -> study.candidate().instances()).isEqualTo(1);
    }

    @Test
    void aStudyThatNamesTwoPatientsIsMarked() throws IOException {
        image("2.25.11").write(images);
        image("2.25.12").with(Tag.PatientName, VR.PN, "Berg^Bert").write(images);

        assertThat(scan().studies()).singleElement().extracting(MediaStudy::mixesPatients).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian,
            UID.DeflatedExplicitVRLittleEndian, UID.ExplicitVRBigEndianRetired})
    void anImageIsHandedOverAsItIs(String transferSyntax) throws Exception {
        image("2.25.11").transferSyntax(transferSyntax).write(images);
        MediaFolder folder = scan();
        List<InstanceRef> instances = folder.findInstances("2.25.1");
        List<String> arrived = new ArrayList<>();

        folder.retrieve(new RetrieveRequest("2.25.1", "2.25.1.1", instances), instance -> {
            arrived.add(instance.header().instance().sopInstanceUid() + " " + instance.transferSyntaxUid() + " "
                    + written(instance));
            return InstanceReceiver.Answer.TAKEN;
        }, new Cancellation(), new SpentTime());

        assertThat(arrived).singleElement().asString().startsWith("2.25.11 " + transferSyntax + " ");
        assertThat(arrived.getFirst()).doesNotEndWith(" 0");
    }

    @Test
    void aCancelledScanEndsWithWhatItHas() throws IOException {
        image("2.25.11").write(images);
        image("2.25.12").write(images);
        Cancellation cancellation = new Cancellation();

        MediaFolder folder = MediaScan.of(disc, bulk, (looked, ofAll) -> {
            if (looked == 1) {
                cancellation.cancel();
            }
        }, cancellation);

        assertThat(folder.studies()).singleElement().extracting(study -> study.candidate().instances()).isEqualTo(1);
    }

    @Test
    @NeedsTools("dcmmkdir")
    void whatTheDirectoryNamesAndTheDiscLacksIsSaid() throws Exception {
        Path first = image("2.25.11").write(images);
        Path second = image("2.25.12").write(images);
        Files.move(first, images.resolve("IM1"));
        Files.move(second, images.resolve("IM2"));
        Tools.Result made = Tools.run("dcmmkdir", "--general-purpose", "--invent", "--recurse", "--input-directory",
                disc.toString(), "--output-file", disc.resolve("DICOMDIR").toString(), "DICOM");
        assertThat(made.exitCode()).as(made.output()).isZero();
        Files.delete(images.resolve("IM2"));

        MediaFolder folder = scan();

        assertThat(folder.studies()).singleElement().extracting(study -> study.candidate().instances()).isEqualTo(1);
        assertThat(folder.unreadable()).extracting(UnreadableFile::path).containsExactly("DICOM/ST1/IM2");
        assertThat(folder.otherFiles()).isZero();
    }

    @Test
    void aDirectoryThatCannotBeReadKeepsNobodyFromTheImages() throws IOException {
        image("2.25.11").write(images);
        Files.writeString(disc.resolve("DICOMDIR"), "scratched", StandardCharsets.US_ASCII);

        MediaFolder folder = scan();

        assertThat(folder.findStudies(new StudyQuery.ByUid("2.25.1"))).hasSize(1);
        assertThat(folder.unreadable()).extracting(UnreadableFile::path).containsExactly("DICOMDIR");
    }

    private static SampleInstance image(String sopInstanceUid) {
        return new SampleInstance(sopInstanceUid);
    }

    private MediaFolder scan() throws IOException {
        return MediaScan.of(disc, bulk, (looked, ofAll) -> {}, new Cancellation());
    }

    private static long written(InstanceInFlight instance) {
        try {
            return instance.writeTo(new ByteArrayOutputStream(), AttributeChanges.NONE);
        } catch (IOException failure) {
            return 0;
        }
    }
}
