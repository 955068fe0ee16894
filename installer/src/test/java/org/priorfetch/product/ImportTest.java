package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.product.TestPatient.ANNA;
import static org.priorfetch.product.TestPatient.BERT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discs and folders, brought into the PACS. */
class ImportTest {

    private static final Study CHEST = Study.chest(1, ANNA, 4);
    private static final Study KNEE = Study.knee(2, BERT, 3);

    @TempDir
    private Path folder;
    private Path disc;
    private SimulatedSite site;
    private Product product;

    @BeforeEach
    void startThePeers() {
        site = new SimulatedSite(folder);
        product = new Product(folder, site.settings());
        disc = folder.resolve("disc");
    }

    @AfterEach
    void stopThePeers() {
        site.close();
    }

    @Test
    void everyStudyOfADiscArrivesWhoeverItBelongsTo() {
        CHEST.write(disc.resolve("A"));
        KNEE.write(disc.resolve("B"));

        Answer run = bringIn().exits(0);

        assertThat(site.pacs.sopInstanceUids()).containsAll(CHEST.sopInstanceUids())
                .containsAll(KNEE.sopInstanceUids())
                .hasSize(7);
        assertThat(run.out()).contains("Studies: 2, patients: 2").contains("Complete: 2 of 2 studies, 7 images");
        assertThat(product.run("report", "--format", "csv").exits(0).out()).contains("disc");
    }

    @Test
    void aSecondImportSendsNothing() {
        CHEST.write(disc);
        bringIn().exits(0);
        bringIn().exits(0);

        assertThat(site.stored()).hasSize(CHEST.images()).allSatisfy((uid, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void aStudyForAnAppointmentIsCoercedToItsPatient() throws IOException {
        TestPatient inShort = new TestPatient(ANNA.id(), "QUITTENBAUM^ANNEGRET", ANNA.birthDate(), ANNA.sex());
        Study shouted = Study.chest(3, inShort, 2);
        shouted.write(disc);
        site.worklist.put(ANNA.appointment("A1"));

        bringIn("--for", "A1").exits(0);

        Attributes arrived = site.arrived(shouted);
        assertThat(arrived.getString(Tag.PatientName)).isEqualTo(ANNA.name());
        assertThat(arrived.getString(Tag.AccessionNumber, "")).isEmpty();
    }

    @Test
    void aDiscWithAForeignPatientIdIsHeldForAPerson() {
        TestPatient elsewhere = new TestPatient("E-99", ANNA.name(), ANNA.birthDate(), ANNA.sex());
        Study.chest(4, elsewhere, 2).write(disc);
        site.worklist.put(ANNA.appointment("A1"));

        Answer run = bringIn("--for", "A1").exits(3);

        assertThat(site.pacs.sopInstanceUids()).isEmpty();
        assertThat(run.err()).contains("another patient ID; name, birth date and sex agree");
    }

    @Test
    void whoIsSomebodyElseIsRefused() {
        KNEE.write(disc);
        site.worklist.put(ANNA.appointment("A1"));

        Answer run = bringIn("--for", "A1").exits(3);

        assertThat(site.pacs.sopInstanceUids()).isEmpty();
        assertThat(run.err()).contains("another patient").doesNotContain(BERT.name());
    }

    @Test
    void anImageThatCannotBeReadIsSaidAndTheRestArrives() throws IOException {
        Path damaged = CHEST.write(disc).getFirst();
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(damaged), 300));

        Answer run = bringIn().exits(3);

        assertThat(site.pacs.sopInstanceUids()).hasSize(CHEST.images() - 1);
        assertThat(run.err()).contains(damaged.getFileName().toString());
    }

    @Test
    void aFolderWithoutImagesIsSaid() throws IOException {
        Files.createDirectories(disc);
        Files.writeString(disc.resolve("readme.txt"), "nothing");

        assertThat(bringIn().exits(3).err()).contains("no images");
    }

    @Test
    void aPathThatDoesNotExistIsABadArgument() {
        assertThat(bringIn().exits(2).err()).contains(disc.toString());
    }

    private Answer bringIn(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "import";
        arguments[1] = disc.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return product.run(arguments);
    }
}
