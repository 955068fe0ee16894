package org.priorfetch.engine.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.CancelRQHandler;
import org.aoju.bus.image.metric.Commands;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.demo.SubOperations.Originator;

/** One C-GET or C-MOVE: sends the instances and reports after each, PS3.4 C.4.2 and C.4.3. */
final class Retrieval implements CancelRQHandler {

    private static final int WARNING_CLASS = 0xB000;
    private static final int CLASS_BITS = 0xF000;
    private static final Duration SAYS_SO_EVERY = Duration.ofMillis(50);

    private final Request request;
    private final List<StoredInstance> instances;
    private final LoopbackServer server;
    private final Waiting answers = new Waiting();
    private final Set<StoredInstance> settled = new HashSet<>();
    private final List<String> failed = new ArrayList<>();
    private int completed;
    private int warnings;
    private volatile boolean cancelled;

    /** A request with the association and presentation context on which it is answered. */
    record Request(Association association, Presentation context, Dimse dimse, Attributes command) {

        int messageId() {
            return command.getInt(Tag.MessageID, 0);
        }

        Originator originator() {
            return dimse == Dimse.C_MOVE_RQ
                    ? new Originator(association.getRemoteAET(), messageId())
                    : Originator.NONE;
        }
    }

    Retrieval(LoopbackServer server, Request request, List<StoredInstance> instances) {
        this.server = server;
        this.request = request;
        this.instances = instances;
        request.association().addCancelRQHandler(request.messageId(), this);
    }

    @Override
    public void onCancelRQ(Association association) {
        cancelled = true;
    }

    /**
     * Sends all and gives the final answer.
     *
     * @throws IOException when the association of the request broke
     */
    void run(SubOperations operations) throws IOException {
        int sent = 0;
        for (StoredInstance instance : instances) {
            recall(instance.studyInstanceUid());
            if (cancelled) {
                break;
            }
            operations.send(instance, request.originator(), answers);
            sent++;
            report(0);
            server.traffic().countUnanswered(sent - done());
            report(operations.pipelines() ? 0 : sent);
        }
        report(sent);
        if (cancelled && sent < instances.size()) {
            respond(Status.Cancel);
        } else {
            finish();
        }
    }

    /** From a slow store; like many archives this one keeps saying meanwhile that it is at work. */
    private void recall(String studyInstanceUid) throws IOException {
        Duration left = server.faults().recall(studyInstanceUid);
        while (left.isPositive() && !cancelled) {
            Duration next = left.compareTo(SAYS_SO_EVERY) < 0 ? left : SAYS_SO_EVERY;
            server.pause(next);
            respond(Status.Pending);
            left = left.minus(next);
        }
        if (!cancelled) {
            server.faults().recalled(studyInstanceUid);
        }
    }

    /** Reports what was answered, and waits until at least so many are. */
    private void report(int least) throws IOException {
        for (Answered next = answers.next(done() < least); next != null; next = answers.next(done() < least)) {
            count(Objects.requireNonNull(next.instance()), next.status());
            respond(Status.Pending);
        }
    }

    private int done() {
        return completed + warnings + failed.size();
    }

    private record Answered(@Nullable StoredInstance instance, int status) {}

    private static final class Waiting implements SubOperations.Answers {

        private final BlockingQueue<Answered> queue = new LinkedBlockingQueue<>();

        @Override
        public void answered(StoredInstance instance, int status) {
            queue.add(new Answered(instance, status));
        }

        @Override
        public void brokeOff() {
            queue.add(new Answered(null, 0));
        }

        /** Null when there is none now, and none is waited for. */
        @Nullable
        Answered next(boolean wait) throws IOException {
            try {
                Answered next = wait ? queue.take() : queue.poll();
                if (next != null && next.instance() == null) {
                    throw new IOException("the association has ended");
                }
                return next;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for an answer", e);
            }
        }
    }

    /** Gives the final answer; what was not sent counts as failed. */
    void giveUp() throws IOException {
        instances.stream()
                .filter(instance -> !settled.contains(instance))
                .map(StoredInstance::sopInstanceUid)
                .forEach(failed::add);
        finish();
    }

    private void finish() throws IOException {
        boolean none = completed + warnings == 0;
        if (failed.isEmpty()) {
            respond(warnings == 0 ? Status.Success : Status.OneOrMoreFailures);
        } else {
            respond(none ? Status.UnableToPerformSubOperations : Status.OneOrMoreFailures);
        }
    }

    private void count(StoredInstance instance, int status) {
        settled.add(instance);
        if (status == Status.Success) {
            completed++;
        } else if ((status & CLASS_BITS) == WARNING_CLASS) {
            warnings++;
        } else {
            failed.add(instance.sopInstanceUid());
        }
    }

    private void respond(int status) throws IOException {
        Attributes response = Commands.mkRSP(request.command(), status, request.dimse());
        boolean pending = status == Status.Pending;
        if (pending || status == Status.Cancel) {
            int remaining = instances.size() - done();
            response.setInt(Tag.NumberOfRemainingSuboperations, VR.US, remaining);
        }
        response.setInt(Tag.NumberOfCompletedSuboperations, VR.US, completed);
        response.setInt(Tag.NumberOfFailedSuboperations, VR.US, failed.size());
        response.setInt(Tag.NumberOfWarningSuboperations, VR.US, warnings);
        if (!pending) {
            request.association().removeCancelRQHandler(request.messageId());
        }
        if (pending || failed.isEmpty()) {
            request.association().writeDimseRSP(request.context(), response);
        } else {
            request.association().writeDimseRSP(request.context(), response, listOfFailed());
        }
    }

    private Attributes listOfFailed() {
        Attributes list = new Attributes(1);
        list.setString(Tag.FailedSOPInstanceUIDList, VR.UI, failed.toArray(String[]::new));
        return list;
    }
}
