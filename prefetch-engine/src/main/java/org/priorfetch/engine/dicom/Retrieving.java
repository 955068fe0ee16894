package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;

/** C-GET and C-MOVE on one association (PS3.7 9.1.3, 9.1.4), to be cancelled at any time. */
final class Retrieving {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Conversation conversation;

    Retrieving(Conversation conversation) {
        this.conversation = conversation;
    }

    Response get(DicomNode node, Attributes keys, InstanceReceiver receiver, BooleanSupplier cancelled,
            Duration forFirst) throws PeerException {
        ResponseQueue responses = conversation.begin();
        Deadlines deadlines = conversation.deadlines();
        conversation.socket().expectData(forFirst.toNanos());
        InstanceReceiver begun = instance -> {
            conversation.socket().expectData(deadlines.stall().toNanos());
            return receiver.receive(instance);
        };
        // what the peer sent within its window before it heard of the end would only have to come once more
        int onTheirWay = OperationsWindow.of(conversation.association()).performed();
        try (Handover handover = new Handover(begun, deadlines.handover())) {
            node.receiveOn(conversation.association(), handover);
            conversation.send(() -> conversation.association()
                    .cget(Contexts.STUDY_ROOT_GET, Conversation.MEDIUM_PRIORITY, keys, null, responses));
            // without a response the guard of the socket sees whether anything comes
            return awaitFinal(responses, cancelled,
                    response -> response != null && handover.isSilent(forFirst, deadlines.stall()), _ -> {},
                    handover.crossing(onTheirWay, deadlines.release()));
        } finally {
            node.receiveOn(conversation.association(), null);
            conversation.socket().expectNothing();
        }
    }

    Response move(Attributes keys, String destination, BooleanSupplier cancelled, BooleanSupplier silent,
            IntConsumer sent) throws PeerException {
        ResponseQueue responses = conversation.begin();
        conversation.send(() -> conversation.association()
                .cmove(Contexts.STUDY_ROOT_MOVE, Conversation.MEDIUM_PRIORITY, keys, null, destination, responses));
        return awaitFinal(responses, cancelled, _ -> silent.getAsBoolean(), sent, Cancelling.Crossing.NOTHING);
    }

    private Response awaitFinal(ResponseQueue responses, BooleanSupplier cancelled,
            Predicate<@Nullable Response> silent, IntConsumer sent, Cancelling.Crossing crossing) throws PeerException {
        try {
            Response response = responses.poll(LOOK_EVERY);
            while (response == null || response.isPending()) {
                if (cancelled.getAsBoolean()) {
                    new Cancelling(conversation).stop(responses, crossing);
                    throw PeerFailures.cancelled(conversation.peer());
                }
                if (response != null) {
                    sent.accept(response.completed());
                }
                if (silent.test(response)) {
                    conversation.abort();
                    throw PeerFailures.silent(conversation.peer(), null);
                }
                response = responses.poll(LOOK_EVERY);
            }
            if (response.command() == null) {
                throw conversation.broken(conversation.association().getException());
            }
            return response;
        } catch (InterruptedException interrupted) {
            conversation.abort();
            throw PeerFailures.interrupted(conversation.peer(), interrupted);
        }
    }
}
