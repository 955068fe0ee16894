package org.priorfetch.engine.dicom;

import java.util.ArrayList;
import java.util.List;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.PeerException;

/** C-FIND on one association (PS3.7 9.1.2). */
final class Finding {

    private static final int MOST_MATCHES = 100_000;
    private static final long MOST_QUERY_BYTES = 256L << 20;
    private static final int SUCCESS = 0;

    private final Conversation conversation;

    Finding(Conversation conversation) {
        this.conversation = conversation;
    }

    List<Attributes> all(String service, Attributes keys) throws PeerException {
        ResponseQueue responses = ask(service, keys);
        List<Attributes> matches = new ArrayList<>();
        Response response = conversation.await(responses);
        while (response.isPending()) {
            addMatch(response, matches);
            if (matches.size() > MOST_MATCHES) {
                conversation.abort();
                throw PeerFailures.protocol(conversation.peer(), "dicom.tooManyMatches");
            }
            response = conversation.await(responses);
        }
        conversation.socket().allow(Long.MAX_VALUE);
        requireSuccess(response);
        return matches;
    }

    List<Attributes> first(String service, Attributes keys, int most) throws PeerException {
        ResponseQueue responses = ask(service, keys);
        List<Attributes> matches = new ArrayList<>();
        Response response = conversation.await(responses);
        while (response.isPending() && matches.size() <= most) {
            addMatch(response, matches);
            response = matches.size() > most ? response : conversation.await(responses);
        }
        if (response.isPending()) {
            new Cancelling(conversation).stop(responses, Cancelling.Crossing.NOTHING);
        } else {
            requireSuccess(response);
        }
        conversation.socket().allow(Long.MAX_VALUE);
        return matches;
    }

    private ResponseQueue ask(String service, Attributes keys) throws PeerException {
        ResponseQueue responses = conversation.begin();
        conversation.socket().allow(MOST_QUERY_BYTES);
        conversation.send(() -> conversation.association()
                .cfind(service, Conversation.MEDIUM_PRIORITY, keys, null, responses));
        return responses;
    }

    private static void addMatch(Response response, List<Attributes> matches) {
        Attributes match = response.dataset();
        if (match != null) {
            matches.add(match);
        }
    }

    private void requireSuccess(Response response) throws PeerException {
        if (response.status() != SUCCESS) {
            throw PeerFailures.status(conversation.peer(), "C-FIND", response.status());
        }
    }
}
