package org.priorfetch.app.fetch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.ArchiveCommand.JudgePatient;
import org.priorfetch.engine.api.PatientJudgement;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;

/** For whom the chosen studies are to be fetched, and what the rules on identity will say to it. */
final class OrderModel {

    /**
     * What is known of the order before it is given.
     *
     * @param outcome null until it is known, or when it could not be asked
     */
    record Forecast(PatientJudgement.@Nullable Outcome outcome, String words) {

        static final Forecast NONE = new Forecast(null, "");
    }

    private record Asked(String archive, Patient patient) {}

    private final Commands commands;
    private final Texts texts;
    private final Choice choice;
    private final Reach reach;
    private final ObservableList<Target> targets = FXCollections.observableArrayList(new Target.OwnIdentity());
    private final ObjectProperty<@Nullable Target> target = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Forecast> forecast = new ReadOnlyObjectWrapper<>(Forecast.NONE);
    private @Nullable String wantedAppointment;
    private boolean chosenByAPerson;
    private boolean suggesting;
    private int question;

    OrderModel(Commands commands, Texts texts, Choice choice, Reach reach) {
        this.commands = commands;
        this.texts = texts;
        this.choice = choice;
        this.reach = reach;
        target.subscribe((before, now) -> chosenByAPerson |= !suggesting);
        target.subscribe(this::judge);
        choice.changes().subscribe(() -> {
            suggest();
            judge();
        });
        reach.lostProperty().subscribe(_ -> judge());
    }

    /** The appointments that there are now. */
    void appointments(List<AppointmentView> appointments) {
        List<Target> now = new ArrayList<>();
        appointments.stream().map(Target.ForAppointment::of).forEach(now::add);
        now.add(new Target.OwnIdentity());
        if (!now.equals(targets)) {
            suggesting = true;
            Target kept = target.get();
            targets.setAll(now);
            target.set(now.contains(kept) ? kept : null);
            suggesting = false;
            suggest();
        }
    }

    /** Begins anew, for the appointment if there is one. */
    void prepareFor(@Nullable String appointmentId) {
        wantedAppointment = appointmentId;
        chosenByAPerson = false;
        suggest();
    }

    /** Goes on with the target of another one. */
    void carryOn(OrderModel before) {
        wantedAppointment = before.wantedAppointment;
        targets.setAll(before.targets);
        target.set(before.target.get());
        chosenByAPerson = before.chosenByAPerson;
    }

    /** Another search: what somebody chose for the last one is not taken over. */
    void beginAnew() {
        chosenByAPerson = false;
        choice.clear();
    }

    private void suggest() {
        if (chosenByAPerson && target.get() != null) {
            return;
        }
        suggesting = true;
        target.set(suggestion().orElse(null));
        suggesting = false;
    }

    private Optional<Target.ForAppointment> suggestion() {
        List<Target.ForAppointment> all = targets.stream()
                .filter(Target.ForAppointment.class::isInstance)
                .map(Target.ForAppointment.class::cast)
                .toList();
        Optional<Target.ForAppointment> wanted = all.stream()
                .filter(one -> one.appointmentId().equals(wantedAppointment))
                .findFirst();
        return wanted.isPresent() ? wanted
                : firstPatient().flatMap(found -> all.stream().filter(one -> one.resembles(found)).findFirst());
    }

    Optional<Patient> firstPatient() {
        return choice.items().stream().findFirst().map(item -> item.study().study().patient());
    }

    ObservableList<Target> targets() {
        return targets;
    }

    ObjectProperty<@Nullable Target> target() {
        return target;
    }

    /** Whether it is said for whom, and somebody is there to take the order. */
    boolean canBeGiven() {
        return target.get() != null && !reach.isLost();
    }

    ReadOnlyObjectProperty<Forecast> forecast() {
        return forecast.getReadOnlyProperty();
    }

    /** Accession number of the appointment; null when the studies keep their identity. */
    @Nullable
    String appointmentId() {
        return target.get() instanceof Target.ForAppointment appointment ? appointment.appointmentId() : null;
    }

    private void judge() {
        question++;
        forecast.set(Forecast.NONE);
        if (canBeGiven()) {
            Set<Asked> all = new LinkedHashSet<>();
            choice.items()
                    .forEach(item -> all
                            .add(new Asked(item.study().archives().getFirst(), item.study().study().patient())));
            all.forEach(this::ask);
        }
    }

    private void ask(Asked about) {
        int mine = question;
        commands.submit(new JudgePatient(about.archive(), about.patient(), appointmentId()),
                judgement -> {
                    if (mine == question) {
                        forecast.set(worse(forecast.get(), judgement));
                    }
                }, why -> {
                    if (mine == question) {
                        forecast.set(notAsked(why));
                    }
                });
    }

    private Forecast worse(Forecast before, PatientJudgement judgement) {
        PatientJudgement.Outcome known = before.outcome();
        boolean isWorse = known == null ? before.words().isEmpty() : judgement.outcome().compareTo(known) > 0;
        return isWorse ? new Forecast(judgement.outcome(), texts.get("fetch.forecast." + judgement.outcome(),
                texts.of(judgement.reason()))) : before;
    }

    private Forecast notAsked(Message why) {
        return new Forecast(null, texts.get("fetch.forecast.unknown", texts.of(why)));
    }
}
