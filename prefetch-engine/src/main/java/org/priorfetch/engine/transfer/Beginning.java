package org.priorfetch.engine.transfer;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.PeerException;

/**
 * What both ends tell of a study before anything of it is asked for. They are asked side by side.
 *
 * @param listed the instances at the source
 * @param atPacs what the PACS has to say
 */
record Beginning(List<InstanceRef> listed, AtPacs atPacs) {

    /**
     * Asks both.
     *
     * @param beside what else is done meanwhile, given what the PACS will have said; must return at once
     * @throws PeerException that of the source first
     */
    static Beginning of(TransferJob job, RelayPeers peers, ImportPolicy policy, Proof proof,
            Consumer<Future<AtPacs>> beside) throws PeerException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AtPacs> pacs = threads.submit(() -> AtPacs.ask(job, peers.pacs(), policy, proof));
            beside.accept(pacs);
            List<InstanceRef> listed = peers.source().findInstances(job.candidate());
            return new Beginning(listed, answer(pacs, job));
        }
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
