package org.priorfetch.app.sources;

import java.time.Instant;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.DeliveryTest.Landed;
import org.priorfetch.engine.model.Message;

/** Sends a test study into the PACS when a person wants it, and asks what the person sees there. Nothing waits for it. */
public final class DeliveryTestModel {

    private final Commands commands;
    private final Texts texts;
    private final Function<Instant, String> moment;
    private final ReadOnlyObjectWrapper<@Nullable DeliveryTest> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** @param moment how a time is written */
    public DeliveryTestModel(Commands commands, Texts texts, Function<Instant, String> moment) {
        this.commands = commands;
        this.texts = texts;
        this.moment = moment;
        show(null);
    }

    /** What the engine knows of the last one. */
    public void show(@Nullable DeliveryTest known) {
        last.set(known);
        said.set(words(known));
    }

    private String words(@Nullable DeliveryTest test) {
        if (test == null) {
            return texts.get("sources.delivery.none");
        }
        String sent = texts.get(test.proven() ? "sources.delivery.sent" : "sources.delivery.unlisted",
                moment.apply(test.sentAt()), test.sentBy());
        Instant answeredAt = test.answeredAt();
        String seen = test.landed() == Landed.NOT_ASKED || answeredAt == null
                ? texts.get("sources.delivery.NOT_ASKED")
                : texts.get("sources.delivery." + test.landed(), String.valueOf(test.answeredBy()),
                        moment.apply(answeredAt));
        return sent + "\n" + seen;
    }

    /** The last one; null when none was ever sent. */
    public ReadOnlyObjectProperty<@Nullable DeliveryTest> lastProperty() {
        return last.getReadOnlyProperty();
    }

    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void send() {
        busy.set(true);
        commands.submit(new SiteCommand.TestDelivery(), this::answered, this::refused);
    }

    /** @param landed whether the person sees it among what is still to be read */
    void answer(boolean landed) {
        DeliveryTest asked = last.get();
        if (asked != null) {
            busy.set(true);
            commands.submit(new SiteCommand.AnswerDeliveryTest(asked.studyInstanceUid(), landed), this::answered,
                    this::refused);
        }
    }

    private void answered(DeliveryTest test) {
        show(test);
        busy.set(false);
    }

    private void refused(Message why) {
        said.set(texts.of(why));
        busy.set(false);
    }
}
