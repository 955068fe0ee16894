package org.priorfetch.app.preferences;

import java.util.Optional;

import javafx.beans.property.ObjectProperty;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Teller;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.viewer.LaunchOutcome;
import org.priorfetch.viewer.LaunchProfile;
import org.priorfetch.viewer.Placeholder;
import org.priorfetch.viewer.ViewerBridge;
import org.priorfetch.viewer.ViewerSubject;

/** Opens studies in the chosen viewer, off the FX thread, and tells what came of it. */
public final class ViewerLauncher implements ViewerActions {

    private final ObjectProperty<ViewerSettings> settings;
    private final ViewerBridge bridge;
    private final Commands commands;
    private final Texts texts;
    private final Teller teller;

    /** Notes what was opened by a command. */
    public ViewerLauncher(ObjectProperty<ViewerSettings> settings, ViewerBridge bridge, Commands commands, Texts texts,
            Teller teller) {
        this.settings = settings;
        this.bridge = bridge;
        this.commands = commands;
        this.texts = texts;
        this.teller = teller;
    }

    @Override
    public boolean canOpen(AppointmentView appointment, @Nullable PriorView prior) {
        return settings.get()
                .profile()
                .filter(profile -> prior == null || !profile.uses(Placeholder.ACCESSION_NUMBER))
                .flatMap(profile -> Subjects.of(appointment, prior, profile))
                .isPresent();
    }

    @Override
    public void open(AppointmentView appointment, @Nullable PriorView prior) {
        Optional<LaunchProfile> chosen = settings.get().profile();
        if (chosen.isEmpty()) {
            tell(Mark.WAITING, texts.get("preferences.viewer.none.title"), texts.get("preferences.viewer.none.hint"));
            return;
        }
        LaunchProfile profile = chosen.get();
        Optional<ViewerSubject> subject = Subjects.of(appointment, prior, profile);
        if (subject.isEmpty()) {
            tell(Mark.WAITING, texts.get("preferences.viewer.notHere.title"),
                    texts.get(prior == null
                            ? "preferences.viewer.notHere.appointment"
                            : "preferences.viewer.notHere.prior"));
            return;
        }
        Thread.ofVirtual().name("viewer").start(() -> {
            LaunchOutcome outcome = bridge.open(bridge.prepare(profile, subject.get()));
            FxToolkit.run(() -> {
                tell(profile, outcome);
                note(appointment, prior, outcome);
            });
        });
    }

    /** So that rules can be measured by what people look at. Whether it could be noted concerns nobody here. */
    private void note(AppointmentView appointment, @Nullable PriorView prior, LaunchOutcome outcome) {
        if (prior != null && outcome instanceof LaunchOutcome.Opened) {
            commands.submit(new AppointmentCommand.NoteOpened(appointment.id(), prior.studyUid()), _ -> {}, _ -> {});
        }
    }

    private void tell(LaunchProfile profile, LaunchOutcome outcome) {
        switch (outcome) {
            case LaunchOutcome.Opened _ ->
                tell(Mark.READY, texts.get("preferences.viewer.opened", profile.name()), "");
            case LaunchOutcome.Refused refused ->
                tell(Mark.FAILED, texts.get("preferences.viewer.refused", profile.name()), texts.of(refused.why()));
        }
    }

    private void tell(Mark mark, String title, String hint) {
        teller.tell(new Notice(mark, title, hint));
    }
}
