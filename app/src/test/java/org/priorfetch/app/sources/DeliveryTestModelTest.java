package org.priorfetch.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.bridge.TestCommands;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.DeliveryTest.Landed;
import org.priorfetch.engine.model.Message;

class DeliveryTestModelTest {

    private final ScriptedEngine engine = SampleSites.configured();
    private final DeliveryTestModel model = new DeliveryTestModel(TestCommands.on(engine), new Texts(Locale.ENGLISH),
            at -> "at " + at.getEpochSecond());

    private void awaitRest() {
        await().until(() -> !model.busyProperty().get());
    }

    @Test
    void saysThatNobodyHasTriedYet() {
        assertThat(model.saidProperty().get()).startsWith("Nobody has tried it yet");
        model.answer(true);
        assertThat(engine.submitted()).isEmpty();
    }

    @Test
    void sendsAndThenKeepsWhatThePersonSays() {
        model.send();
        awaitRest();
        assertThat(model.lastProperty().get()).isEqualTo(SampleSites.testStudy());
        assertThat(model.saidProperty().get()).contains("by mk", "Nobody has said yet");

        model.answer(true);
        awaitRest();
        assertThat(engine.submitted()).contains(new SiteCommand.AnswerDeliveryTest("2.25.77", true));
        assertThat(model.lastProperty().get().landed()).isEqualTo(Landed.YES);
        assertThat(model.saidProperty().get()).contains("It landed in the unread list (bs, at ");
    }

    @Test
    void saysWhyThePacsDidNotTakeIt() {
        engine.on(SiteCommand.TestDelivery.class, _ -> {
            throw new CommandFailedException(Message.of("dicom.silent", "pacs"));
        });
        model.send();
        awaitRest();
        assertThat(model.saidProperty().get()).contains("pacs");
        assertThat(model.lastProperty().get()).isNull();
    }
}
