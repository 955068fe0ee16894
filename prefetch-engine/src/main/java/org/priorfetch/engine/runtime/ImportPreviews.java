package org.priorfetch.engine.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.ArchiveCommand.PreviewImport;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ImportPreview;
import org.priorfetch.engine.api.ImportPreview.Sample;
import org.priorfetch.engine.api.PatientJudgement;
import org.priorfetch.engine.api.PatientJudgement.Outcome;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.transfer.RelayPeers;

/** Shows what an import would change, on one image of each series, which is thrown away. Nothing is forwarded. */
final class ImportPreviews {

    private static final int MOST_SERIES = 20;
    private static final long PREVIEW_SECONDS = 120;

    private final EngineParts parts;
    private final AppointmentLookup lookup;
    private final PatientCheck patients;

    ImportPreviews(EngineParts parts, AppointmentLookup lookup, PatientCheck patients) {
        this.parts = parts;
        this.lookup = lookup;
        this.patients = patients;
    }

    ImportPreview preview(PreviewImport asked) throws CommandFailedException {
        RelayPeers peers = parts.connections().sources().containsKey(asked.source())
                ? parts.connections().relays().get(asked.source())
                : null;
        if (peers == null) {
            throw new CommandFailedException(Message.of("runtime.noSuchSource", asked.source()));
        }
        Cancellation cancellation = new Cancellation();
        FutureTask<ImportPreview> task = new FutureTask<>(() -> preview(asked, peers, cancellation));
        Thread.ofVirtual().name("preview").start(task);
        try {
            return task.get(PREVIEW_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Message.of("runtime.noAnswer", asked.source()));
        } catch (TimeoutException late) {
            throw new CommandFailedException(Message.of("runtime.noAnswer", asked.source()));
        } catch (ExecutionException failure) {
            throw failed(failure.getCause());
        } finally {
            cancellation.cancel();
        }
    }

    private static CommandFailedException failed(@Nullable Throwable cause) {
        return switch (cause) {
            case CommandFailedException said -> said;
            case PeerException failure -> new CommandFailedException(failure.reason().phrases().getFirst());
            case RuntimeException defect -> throw defect;
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    private ImportPreview preview(PreviewImport asked, RelayPeers peers, Cancellation cancellation)
            throws CommandFailedException, PeerException {
        PriorCandidate study = peers.source()
                .findStudies(new StudyQuery.ByUid(asked.studyUid()))
                .stream()
                .filter(found -> found.ref().studyInstanceUid().equals(asked.studyUid()))
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(Message.of("runtime.noSuchStudy", asked.source())));
        WorklistItem item = item(asked.forAccession());
        PatientJudgement judgement = item == null
                ? patients.keepingItsIdentity(study.patient(), asked.source())
                : patients.forAppointment(item, study);
        if (judgement.outcome() == Outcome.REFUSED) {
            return new ImportPreview(asked.studyUid(), asked.source(), judgement, List.of(), true);
        }
        Collection<InstanceRef> samples = onePerSeries(peers.source().findInstances(asked.studyUid()));
        Preview preview = new Preview(Orders.byHand(item, study, parts.clock().now()), judgement);
        for (InstanceRef sample : samples.stream().limit(MOST_SERIES).toList()) {
            peers.retriever()
                    .retrieve(new RetrieveRequest(asked.studyUid(), sample.seriesInstanceUid(), List.of(sample)),
                            preview::look, cancellation, new SpentTime());
        }
        return preview.answer(samples.size() > MOST_SERIES);
    }

    private @Nullable WorklistItem item(@Nullable String accession) throws CommandFailedException {
        if (accession == null) {
            return null;
        }
        Optional<WorklistItem> item = lookup.byAccession(accession);
        return item.orElseThrow(
                () -> new CommandFailedException(Message.of("runtime.noSuchAppointment", accession)));
    }

    private static Collection<InstanceRef> onePerSeries(List<InstanceRef> instances) {
        Map<String, InstanceRef> bySeries = new LinkedHashMap<>();
        instances.forEach(instance -> bySeries.putIfAbsent(instance.seriesInstanceUid(), instance));
        return bySeries.values();
    }

    /** What was seen so far; instances arrive on other threads. */
    private final class Preview {

        private final TransferJob job;
        private final AtomicReference<PatientJudgement> judgement;
        private final List<Sample> samples = new ArrayList<>();

        Preview(TransferJob job, PatientJudgement judgement) {
            this.job = job;
            this.judgement = new AtomicReference<>(judgement);
        }

        /** An image knows better than the archive's index whose it is. */
        synchronized Answer look(InstanceInFlight instance) {
            switch (parts.imports().check(job, instance.header())) {
                case IdentityDecision.Accept _ -> {
                }
                case IdentityDecision.Hold held -> judge(Outcome.HELD, held.reason());
                case IdentityDecision.Refuse(Reason reason) -> judge(Outcome.REFUSED, reason);
            }
            samples.add(new Sample(instance.header().instance().seriesInstanceUid(),
                    instance.header().instance().sopInstanceUid(),
                    instance.differences(parts.imports().changes(job, instance.header()))));
            return Answer.TAKEN;
        }

        private void judge(Outcome outcome, Reason reason) {
            judgement.set(new PatientJudgement(outcome, reason));
        }

        synchronized ImportPreview answer(boolean more) {
            return new ImportPreview(job.ref().studyInstanceUid(), job.ref().source(), judgement.get(), samples,
                    more);
        }
    }
}
