package org.priorfetch.engine.transfer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;

/**
 * What both ends tell of a study before anything of it is asked for. They are asked side by side.
 *
 * @param listed the instances at the source
 * @param atPacs what the PACS has to say
 */
record Beginning(List<InstanceRef> listed, AtPacs atPacs) {

    /**
     * What the PACS has to say.
     *
     * @param conflict why the study must not come in; empty where nothing speaks against it
     * @param held SOP Instance UIDs of the study that it holds; empty where there is a conflict
     */
    record AtPacs(Optional<TransferOutcome> conflict, Set<String> held) {}

    /** @throws PeerException that of the source first */
    static Beginning of(TransferJob job, RelayPeers peers, ImportPolicy policy, Proof proof) throws PeerException {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AtPacs> pacs = beside.submit(() -> atPacs(job, peers, policy, proof));
            List<InstanceRef> listed = peers.source().findInstances(job.candidate());
            return new Beginning(listed, answer(pacs, job));
        }
    }

    /** A PACS that does not know the study is not asked for its instances, too. */
    private static AtPacs atPacs(TransferJob job, RelayPeers peers, ImportPolicy policy, Proof proof)
            throws PeerException {
        String uid = job.ref().studyInstanceUid();
        List<PriorCandidate> known = peers.pacs().findStudies(new StudyQuery.ByUid(uid));
        Optional<TransferOutcome> conflict = new PacsConflict(peers.pacs(), policy).of(job, known);
        return new AtPacs(conflict, conflict.isPresent() || known.isEmpty() ? Set.of() : proof.held(uid));
    }

    private static AtPacs answer(Future<AtPacs> pacs, TransferJob job) throws PeerException {
        try {
            return pacs.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case PeerException failure -> throw failure;
                case RuntimeException defect -> throw defect;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            String source = job.ref().source();
            throw new PeerException(source, PeerException.Kind.CANCELLED, Message.of("dicom.cancelled", source),
                    interrupted);
        }
    }
}
