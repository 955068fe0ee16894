package org.priorfetch.app.preferences;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javafx.beans.property.ObjectProperty;

import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.viewer.Launch;
import org.priorfetch.viewer.LaunchOutcome;
import org.priorfetch.viewer.LaunchProfile;
import org.priorfetch.viewer.LaunchProfile.Opens;
import org.priorfetch.viewer.ProfileProblem;
import org.priorfetch.viewer.ViewerBridge;
import org.priorfetch.viewer.ViewerSubject;

/** The viewers of this person: which one is used, what each is told, and whether that works. */
final class ViewerModel {

    /**
     * What a profile is good for.
     *
     * @param problem what is wrong with it; empty when nothing is
     * @param launch what it would do; nothing where the PACS does not hold what it would be asked for
     */
    record Verdict(String problem, Optional<Launch> launch) {}

    private final ObjectProperty<ViewerSettings> settings;
    private final ViewerBridge bridge;
    private final Texts texts;
    private final AdminSession admin;

    ViewerModel(ObjectProperty<ViewerSettings> settings, ViewerBridge bridge, AdminSession admin, Texts texts) {
        this.settings = settings;
        this.admin = admin;
        this.bridge = bridge;
        this.texts = texts;
    }

    ObjectProperty<ViewerSettings> settingsProperty() {
        return settings;
    }

    Optional<LaunchProfile> profile() {
        return settings.get().profile();
    }

    /** Whether it is not kept for the admin, who is asked for the key with each change. */
    private boolean mayChange() {
        return admin.key().isPresent() || !admin.keeps(AdminArea.VIEWERS);
    }

    /** Which one is used is everybody's own choice, also while the viewers themselves are kept for the admin. */
    void choose(int index) {
        settings.set(settings.get().choosing(index));
    }

    void addEmpty() {
        add(LaunchProfile.url(texts.get("preferences.viewer.new"), Opens.STUDY, "https://"));
    }

    /** Under a name of its own. */
    void add(LaunchProfile profile) {
        if (mayChange()) {
            settings.set(settings.get().adding(profile.named(freeName(profile.name()))));
        }
    }

    void copy() {
        profile().ifPresent(this::add);
    }

    void edit(LaunchProfile profile) {
        if (!profile().equals(Optional.of(profile)) && mayChange()) {
            settings.set(settings.get().replacing(profile));
        }
    }

    /** Takes the chosen one away; gives the way back, which answers whether it could be gone. */
    Optional<BooleanSupplier> delete() {
        ViewerSettings before = settings.get();
        return before.profile().filter(_ -> mayChange()).map(profile -> {
            settings.set(before.removing());
            return () -> bringBack(before.chosen(), profile);
        });
    }

    private boolean bringBack(int place, LaunchProfile profile) {
        boolean allowed = mayChange();
        if (allowed) {
            settings.set(settings.get().bringingBack(place, profile));
        }
        return allowed;
    }

    /** Looks into it off the FX thread, because a program may stand on a slow disk; answers there. */
    void check(LaunchProfile profile, Optional<ViewerSubject> subject, Consumer<Verdict> answer) {
        Thread.ofVirtual().name("viewer-check").start(() -> {
            Verdict verdict = verdict(profile, subject);
            FxToolkit.run(() -> answer.accept(verdict));
        });
    }

    void open(Launch launch, Consumer<String> answer) {
        Thread.ofVirtual().name("viewer").start(() -> {
            LaunchOutcome outcome = bridge.open(launch);
            FxToolkit.run(() -> answer.accept(words(outcome)));
        });
    }

    private Verdict verdict(LaunchProfile profile, Optional<ViewerSubject> subject) {
        String problem = bridge.problems(profile).stream().findFirst().map(this::words).orElse("");
        return new Verdict(problem, subject.map(wanted -> bridge.prepare(profile, wanted)));
    }

    private String words(ProfileProblem problem) {
        String why = texts.of(problem.explanation());
        if (problem.argument() >= 0) {
            return texts.get("preferences.viewer.problem.argument", problem.argument() + 1, problem.position() + 1,
                    why);
        }
        return problem.position() > 0
                ? texts.get("preferences.viewer.problem.character", problem.position() + 1, why)
                : why;
    }

    private String words(LaunchOutcome outcome) {
        return switch (outcome) {
            case LaunchOutcome.Opened _ -> texts.get("preferences.viewer.try.opened");
            case LaunchOutcome.Refused refused -> texts.of(refused.why());
        };
    }

    private String freeName(String wanted) {
        List<String> taken = settings.get().profiles().stream().map(LaunchProfile::name).toList();
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? wanted : wanted + " " + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElse(wanted);
    }
}
