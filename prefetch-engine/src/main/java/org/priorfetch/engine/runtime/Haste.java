package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.TransferCommand.MoveTransfer;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.transfer.HandOrder;

/** Brings transfers forward, or back, as a person wants it. */
final class Haste {

    private final EngineParts parts;
    private final HandOrder order;

    Haste(EngineParts parts) {
        this.parts = parts;
        this.order = parts.transfers().order();
    }

    boolean move(MoveTransfer wish) throws CommandFailedException {
        TransferJob job = waiting(wish.id());
        Long before = wish.before();
        switch (wish.move()) {
            case FIRST -> order.putFirst(job);
            case LAST -> order.putLast(job);
            case BEFORE -> order.putBefore(job, waiting(before == null ? TransferJob.UNSAVED : before));
        }
        return true;
    }

    int putFirst(String appointmentId) throws CommandFailedException {
        Set<String> studies = studies(entry(appointmentId));
        List<TransferJob> jobs = waiting().stream()
                .filter(job -> studies.contains(job.ref().studyInstanceUid()))
                .toList();
        if (jobs.isEmpty()) {
            throw new CommandFailedException(Message.of("runtime.nothingWaits"));
        }
        jobs.reversed().forEach(order::putFirst);
        return jobs.size();
    }

    int fetchNow(String appointmentId) throws CommandFailedException {
        BookEntry entry = entry(appointmentId);
        List<TransferJob> jobs = entry.priors()
                .stream()
                .filter(Haste::isMissing)
                .map(prior -> order(entry, prior))
                .toList();
        jobs.reversed().forEach(order::putFirst);
        if (!entry.appointment().unanswered().isEmpty()) {
            parts.searches().again(appointmentId);
        }
        return jobs.size();
    }

    private TransferJob order(BookEntry entry, AppointmentPrior prior) {
        parts.book()
                .change(entry.appointment().id(), prior.ref().studyInstanceUid(),
                        row -> row.with(PriorState.FETCH, row.expected(), row.delivered(), row.reason()));
        TransferJob job = parts.runner()
                .submit(Orders.byHand(entry.appointment().item(), prior.candidate(), parts.clock().now()));
        parts.runner().retry(job.id());
        return job;
    }

    private static boolean isMissing(AppointmentPrior prior) {
        return switch (prior.state()) {
            case FETCH, PARTIAL, FAILED -> !prior.ref().isLocal();
            case PRESENT, SKIP, HOLD -> false;
        };
    }

    private static Set<String> studies(BookEntry entry) {
        return entry.priors()
                .stream()
                .filter(prior -> prior.state() == PriorState.FETCH)
                .map(prior -> prior.ref().studyInstanceUid())
                .collect(Collectors.toSet());
    }

    private TransferJob waiting(long id) throws CommandFailedException {
        return waiting().stream()
                .filter(job -> job.id() == id)
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(Message.of("runtime.noSuchTransfer")));
    }

    private List<TransferJob> waiting() {
        return parts.runner().open().stream().filter(job -> !job.state().isUnderWay()).toList();
    }

    private BookEntry entry(String appointmentId) throws CommandFailedException {
        return parts.book()
                .find(appointmentId)
                .orElseThrow(() -> new CommandFailedException(Message.of("runtime.unknownAppointment")));
    }
}
