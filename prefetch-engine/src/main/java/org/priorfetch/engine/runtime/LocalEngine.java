package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.transfer.RunningTransfer;
import org.priorfetch.engine.transfer.TransferRunner;

/** The engine in this process: joins the parts, starts and stops them in order. */
final class LocalEngine implements PrefetchEngine, Adjustable {

    private final EngineParts parts;
    private final SnapshotAssembler assembler;
    private final SnapshotPublisher publisher;
    private final CommandDesk desk;
    private final OutcomeKeeper outcomes;
    private final OrderInbox orders;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param sequence the number of the last snapshot; grows with each new one */
    LocalEngine(EngineParts parts, AtomicLong sequence) {
        this.parts = parts;
        this.assembler = new SnapshotAssembler(sequence, parts.site().procedures().shows(),
                parts.runner()::bytesTwice);
        this.publisher = new SnapshotPublisher(this::assemble, parts.clock());
        this.desk = new CommandDesk(parts);
        this.outcomes = new OutcomeKeeper(parts.repositories().outcomes(), publisher::latest, parts.clock());
        this.orders = new OrderInbox(parts, parts.orderFeeds(), new PatientChanges(parts, new PatientQuestions(parts)),
                publisher::touch);
        parts.onChange(publisher::touch);
    }

    @Override
    public void start() {
        if (started.compareAndSet(false, true)) {
            beforeTransfers();
            publisher.start();
            parts.pauses().resume();
            parts.runner().start();
            parts.searches().start();
            parts.worklists().start();
            orders.start();
            outcomes.start();
            parts.transfers().rateKeeper().start();
            publisher.touch(); // what was stored is shown at once
        }
    }

    /** Only what a person wants now: nothing else may begin that would be broken off as soon as it is done. */
    private void startFor(Collection<String> studyUids) {
        if (started.compareAndSet(false, true)) {
            beforeTransfers();
            parts.runner().startFor(studyUids);
        }
    }

    private void beforeTransfers() {
        Clock clock = parts.clock();
        ExcludedJobs.callOff(parts.repositories().jobs(), parts.policy(), clock);
        Instant midnight = LocalDate.ofInstant(clock.now(), clock.zone()).atStartOfDay(clock.zone()).toInstant();
        for (LedgerEntry entry : parts.repositories().ledger().between(midnight, clock.now())) {
            parts.runner().carriedToday(entry.source(), entry.bytes());
        }
    }

    @Override
    public EngineSnapshot snapshot() {
        return publisher.current();
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        return publisher.subscribe(listener);
    }

    @Override
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        switch (command) {
            case TransferCommand.FetchStudy fetch -> startFor(List.of(fetch.studyUid()));
            case MediaCommand.ImportStudies studies -> startFor(studies.studyUids());
            default -> {
            }
        }
        R answer = desk.carryOut(command);
        publisher.touch();
        return answer;
    }

    @Override
    public void adjust(SiteSettings limited) {
        parts.change(limited);
        publisher.touch();
    }

    @Override
    public void finishInstances(Duration atMost) {
        parts.runner().close(atMost);
    }

    private EngineSnapshot assemble() {
        TransferRunner runner = parts.runner();
        Map<Long, SnapshotAssembler.UnderWay> underWay = runner.running()
                .stream()
                .collect(Collectors.toMap(transfer -> transfer.job().id(),
                        transfer -> new SnapshotAssembler.UnderWay(transfer.begun(), runner.slowBecause(transfer),
                                transfer.progress().way())));
        List<TransferJob> open = runner.open();
        Outlook outlook = parts.transfers().forecaster().outlook(open, begun(runner), runner.pause(), runner::room);
        boolean settled = started.get() && parts.worklists().isSettled() && orders.isSettled()
                && parts.searches().isSettled()
                && runner.isSettled();
        EngineSnapshot snapshot = assembler
                .assemble(new SnapshotAssembler.Parts(parts.clock().now(), runner.pause(), settled,
                        parts.horizon().within(parts.book().entries()), jobs(open), underWay, peers(),
                        parts.alerts().alerts(parts.clock().now()), parts.reviews().count(),
                        parts.deliveryTests().latest(), outlook, parts.transfers().rateKeeper().saidLast()));
        parts.lateness().look(snapshot);
        return snapshot;
    }

    private static Map<Long, Instant> begun(TransferRunner runner) {
        return runner.running()
                .stream()
                .collect(Collectors.toMap(transfer -> transfer.job().id(), RunningTransfer::begun));
    }

    private List<PeerStatus> peers() {
        return parts.board()
                .all()
                .stream()
                .map(peer -> peer.kind() == PeerKind.SOURCE ? peer.by(parts.connections().ways().now(peer.name()))
                        : peer)
                .toList();
    }

    /** A job that has ended just now may still be open as well; then its end counts. */
    private List<TransferJob> jobs(List<TransferJob> open) {
        Map<Long, TransferJob> jobs = new LinkedHashMap<>();
        open.forEach(job -> jobs.put(job.id(), job));
        parts.transfers().ended().latest().forEach(job -> jobs.put(job.id(), job));
        return List.copyOf(jobs.values());
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            outcomes.close();
            orders.close();
            parts.worklists().close();
            parts.searches().close();
            parts.runner().close();
            parts.transfers().rateKeeper().close();
            publisher.close();
        } finally {
            closeConnections();
        }
    }

    private void closeConnections() {
        try {
            parts.connections().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            parts.repositories().close();
        }
    }
}
