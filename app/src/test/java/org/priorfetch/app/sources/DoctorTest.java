package org.priorfetch.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.bridge.TestCommands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.SiteSection;

class DoctorTest {

    private final ScriptedEngine engine = SampleSites.configured();
    private final Doctor doctor = new Doctor(TestCommands.on(engine), new Texts(Locale.ENGLISH));
    private final SiteSection archive = SampleSites.source(0, "regional", "REGIONAL");

    private void check(SiteSection peer) {
        doctor.check(PeerKind.SOURCE, SampleSites.typical().self(), peer);
        await().until(() -> !doctor.runningProperty().get());
    }

    @Test
    void goesThroughAllStepsInTheirOrder() {
        check(archive);

        assertThat(doctor.lines()).extracting(CheckLine::step)
                .containsExactly("Name", "Network", "Encryption", "Association", "Echo", "Query", "One image");
        assertThat(doctor.lines()).extracting(CheckLine::mark)
                .containsOnly(Mark.READY, Mark.NONE);
    }

    @Test
    void stopsAtTheFirstThatFailsAndAdvises() {
        check(archive.with("port", "9"));

        assertThat(doctor.lines()).hasSize(2).last().satisfies(line -> {
            assertThat(line.mark()).isEqualTo(Mark.FAILED);
            assertThat(line.detail()).contains("regional.example");
            assertThat(line.advice()).contains("firewall");
        });
    }

    @Test
    void triesDicomwebBesideDimseWhereImagesMayComeByIt() {
        check(archive.with("web", "https://archive.example/dicom-web"));
        assertThat(doctor.lines()).hasSize(8).last().extracting(CheckLine::step).isEqualTo("Images by DICOMweb");

        check(archive.with("web", "https://archive.example/dicom-web").with("retrieve", "move"));
        assertThat(doctor.lines()).last().extracting(CheckLine::step).isEqualTo("One image");
    }

    @Test
    void triesThePatientIndexToo() {
        check(archive.with("patients", "pix").with("pix.type", "v2").with("pix.host", "index"));

        assertThat(doctor.lines()).hasSize(8).last().extracting(CheckLine::step).isEqualTo("Patient index");
    }

    @Test
    void theIndexIsTriedAlthoughTheArchiveFails() {
        check(archive.with("port", "9").with("patients", "demographics").with("pdq.url", "https://index"));

        assertThat(doctor.lines()).extracting(CheckLine::step).containsExactly("Name", "Network", "Patient index");
        assertThat(doctor.lines().getLast().mark()).isEqualTo(Mark.READY);
    }

    @Test
    void saysWhatCannotBeTriedAtAll() {
        engine.on(SiteCommand.CheckPeer.class, _ -> {
            throw new CommandFailedException(Message.of("settings.missingKey", "host"));
        });
        check(archive);

        assertThat(doctor.lines()).singleElement()
                .satisfies(line -> assertThat(line.detail()).isEqualTo("host is missing here."));
    }

    @Test
    void forgetsARoundThatNobodyWaitsForAnyMore() {
        check(archive.with("port", "9"));
        doctor.forget();

        assertThat(doctor.lines()).isEmpty();
        assertThat(doctor.runningProperty().get()).isFalse();
    }
}
