package org.priorfetch.app.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Folding;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferCommand.Pause;

/** What is asked of the search on top, and what it offers. */
public final class SearchModel {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Workplace workplace;
    private final Texts texts;
    private final Map<ScreenId, String> screens;
    private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<Hit, AppointmentView> appointments = new HashMap<>();
    private String asked = "";
    private @Nullable EngineSnapshot latest;

    /** @param screens those that there are, with their titles */
    public SearchModel(Workplace workplace, Map<ScreenId, String> screens) {
        this.workplace = workplace;
        this.texts = workplace.texts();
        this.screens = Map.copyOf(screens);
    }

    /** Takes in what the engine knows now. */
    public void take(EngineSnapshot snapshot) {
        boolean first = latest == null;
        latest = snapshot;
        if (first && !asked.isEmpty()) {
            presentAgain();
        }
    }

    /** Offers what answers the question. */
    void ask(String question) {
        asked = question;
        List<Hit> found = new ArrayList<>(index().find(question));
        boolean canFetch = screens.containsKey(ScreenId.FETCH);
        if (canFetch && !question.isBlank()) {
            onlyAppointment(found).map(this::byHandFor).ifPresent(found::add);
            found.add(byHand(question.strip()));
        }
        hits.set(List.copyOf(found));
    }

    /** Names are shown or hidden: what is offered is said anew. */
    public void presentAgain() {
        ask(asked);
    }

    ReadOnlyObjectProperty<List<Hit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /** The one that is meant; nothing where it could be several. */
    private Optional<AppointmentView> onlyAppointment(List<Hit> found) {
        List<AppointmentView> meant = found.stream().map(appointments::get).filter(Objects::nonNull).toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private SearchIndex index() {
        List<Hit> all = new ArrayList<>();
        appointments.clear();
        EngineSnapshot now = latest;
        if (now != null) {
            now.appointments().forEach(view -> add(view, all));
            addPause(now.paused(), all);
        }
        screens.forEach((id, title) -> all.add(new Hit(Hit.Group.SCREENS, Icons.WINDOW, title, "",
                Folding.words(title + " " + texts.get("search.open")), () -> workplace.navigator().open(id))));
        return new SearchIndex(all);
    }

    private void add(AppointmentView view, List<Hit> all) {
        String name = workplace.privacy().name(view.patient());
        String id = view.patient().key().patientId();
        String when = workplace.formats().timeOfDay(view.scheduledStart());
        Runnable go = () -> workplace.navigator().open(new Visit.ToAppointment(view.id()));
        Hit hit = new Hit(Hit.Group.APPOINTMENTS, Icons.PATIENT, name,
                texts.get("search.appointment", when, view.procedure(), view.id(), id),
                Folding.words(String.join(" ", name, id, view.id())), go);
        all.add(hit);
        appointments.put(hit, view);
        for (PriorView prior : view.priors()) {
            all.add(new Hit(Hit.Group.STUDIES, Icons.OPEN_IN_VIEWER,
                    prior.studyDescription().isBlank() ? prior.studyUid() : prior.studyDescription(),
                    texts.get("search.study", name, prior.source(),
                            prior.studyDate() == null ? "" : workplace.formats().date(prior.studyDate())),
                    Folding.words(String.join(" ", prior.studyDescription(), name) + " " + prior.studyUid()), go));
        }
    }

    private void addPause(boolean paused, List<Hit> all) {
        if (paused) {
            all.add(action("search.goOn", Icons.GO_ON, () -> pause(false, null)));
        } else {
            all.add(action("search.pause.hour", Icons.PAUSE,
                    () -> pause(true, workplace.formats().now().plus(AN_HOUR))));
            all.add(action("search.pause.asked", Icons.PAUSE, () -> pause(true, null)));
        }
        all.add(action("search.names", Icons.NAMES_HIDDEN, workplace.privacy()::toggle));
    }

    private Hit action(String key, Icons icon, Runnable action) {
        String title = texts.get(key);
        return new Hit(Hit.Group.ACTIONS, icon, title, "", Folding.words(title), action);
    }

    private Hit byHandFor(AppointmentView view) {
        String title = texts.get("search.byHand.appointment", workplace.privacy().name(view.patient()),
                workplace.formats().timeOfDay(view.scheduledStart()));
        return new Hit(Hit.Group.ACTIONS, Icons.FETCH, title, view.procedure(), List.of(),
                () -> workplace.navigator()
                        .open(new Visit.ToFetch(view.patient().key().patientId(), view.patient().patientName(),
                                view.id())));
    }

    private Hit byHand(String question) {
        boolean number = question.chars().anyMatch(Character::isDigit);
        return new Hit(Hit.Group.ACTIONS, Icons.FETCH, texts.get("search.byHand", question), "", List.of(),
                () -> workplace.navigator()
                        .open(new Visit.ToFetch(number ? question : null, number ? null : question, null)));
    }

    private void pause(boolean wanted, @Nullable Instant until) {
        workplace.commands()
                .submit(new Pause(wanted, until),
                        now -> tell(Mark.NONE, texts.get(now ? "search.told.paused" : "search.told.goesOn"), ""),
                        why -> tell(Mark.FAILED, texts.get("search.refused"), texts.of(why)));
    }

    private void tell(Mark mark, String title, String hint) {
        workplace.teller().tell(new Notice(mark, title, hint));
    }
}
