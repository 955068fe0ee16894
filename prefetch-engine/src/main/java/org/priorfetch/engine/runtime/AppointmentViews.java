package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.Answers;
import org.priorfetch.engine.plan.ReadinessRule;
import org.priorfetch.engine.transfer.TransferRunner;

/** Appointments as screens show them, with what became of each candidate. Used by one thread at a time. */
final class AppointmentViews {

    private record Settled(BookEntry entry, AppointmentView view) {}

    private final RegionNames regions;
    private final Map<String, Settled> settled = new HashMap<>();

    /** @param procedures what the site's procedures show */
    AppointmentViews(ProcedureMap procedures) {
        regions = new RegionNames(procedures);
    }

    List<AppointmentView> of(List<BookEntry> entries, StudyTransfers transfers, Instant now) {
        List<AppointmentView> views = entries.stream().map(entry -> cached(entry, transfers, now)).toList();
        Set<String> followed = entries.stream().map(entry -> entry.appointment().id()).collect(Collectors.toSet());
        settled.keySet().retainAll(followed);
        regions.keepOnly(followed);
        return views;
    }

    /** An appointment with nothing under way looks the same until its entry is replaced. */
    private AppointmentView cached(BookEntry entry, StudyTransfers transfers, Instant now) {
        Settled known = settled.get(entry.appointment().id());
        if (known != null && known.entry().equals(entry)) {
            return known.view();
        }
        AppointmentView view = appointment(entry, transfers, now);
        if (entry.priors().stream().noneMatch(prior -> prior.state() == PriorState.FETCH)) {
            settled.put(view.id(), new Settled(entry, view));
        }
        return view;
    }

    private AppointmentView appointment(BookEntry entry, StudyTransfers transfers, Instant now) {
        Appointment appointment = entry.appointment();
        WorklistItem item = appointment.item();
        List<AppointmentPrior> current = entry.priors().stream().map(prior -> withProgress(prior, transfers)).toList();
        Long eta = transfers.eta(current);
        return new AppointmentView(appointment.id(), item.patient(), item.modalities(),
                item.requestedProcedureDescription(), item.scheduledStart(), item.urgency(),
                verdict(appointment, current, transfers), eta,
                current.stream()
                        .map(prior -> prior(prior, transfers.bytes().get(prior.ref().studyInstanceUid())))
                        .toList(),
                regions.of(item), item.location().isEmpty() ? item.stationName() : item.location(),
                item.performingPhysician(), appointment.pinned(), notes(entry),
                Outlook.isLate(eta, now, item.scheduledStart()));
    }

    private static List<Message> notes(BookEntry entry) {
        return entry.unanswered()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(why -> why.getValue().phrases().stream())
                .distinct()
                .toList();
    }

    private static AppointmentPrior withProgress(AppointmentPrior prior, StudyTransfers transfers) {
        TransferJob job = transfers.bringing(prior);
        return job == null ? prior : JobRows.after(job, prior);
    }

    /** A transfer that waits because a peer failed is no progress: then the peer counts as not answering. */
    private static ReadinessVerdict verdict(Appointment appointment, List<AppointmentPrior> priors,
            StudyTransfers transfers) {
        List<AppointmentPrior> moving = new ArrayList<>();
        boolean stuck = false;
        for (AppointmentPrior prior : priors) {
            TransferJob job = transfers.bringing(prior);
            boolean waits = job != null && TransferRunner.isStuck(job);
            stuck |= waits;
            if (!waits) {
                moving.add(prior);
            }
        }
        boolean complete = appointment.unanswered().isEmpty() && !stuck;
        Answers answers = complete ? Answers.COMPLETE : Answers.INCOMPLETE;
        return ReadinessRule.verdict(moving, appointment.isAsked() ? answers : Answers.NOT_ASKED);
    }

    static PriorView prior(AppointmentPrior prior, @Nullable Long bytes) {
        return new PriorView(prior.ref().studyInstanceUid(), prior.ref().source(), prior.state(), prior.expected(),
                prior.delivered(), prior.score(), prior.reason(), prior.candidate().studyDescription(),
                prior.candidate().modalities(), prior.candidate().studyDate(), bytes,
                prior.candidate().availability());
    }
}
