package org.priorfetch.engine.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.web.Json;

/** Reads the answer to {@code $ihe-pix} (ITI-83 2:3.83.4.2): IDs, or what is wrong. */
record PixmAnswer(String source, String target, int status, String body) {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** @throws PeerException when it says nothing about the patient */
    CrossReference read() throws PeerException {
        return switch (status) {
            case OK -> answered();
            case NOT_FOUND -> {
                // an address that is wrong is not found either, but by a server that says nothing of issues
                if (!hasIssue("not-found")) {
                    throw failed();
                }
                yield new CrossReference.NotInIndex();
            }
            case BAD_REQUEST -> throw hasIssue("code-invalid") ? failure("hl7.pix.localDomain") : failed();
            case FORBIDDEN -> throw hasIssue("code-invalid") ? failure("hl7.pix.targetDomain") : failed();
            default -> throw failed();
        };
    }

    private CrossReference answered() throws PeerException {
        JsonNode answer = Json.read(body).orElseThrow(() -> notUnderstood("JSON"));
        if (!answer.path("resourceType").asText().equals("Parameters")) {
            throw notUnderstood("Parameters");
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode parameter : answer.path("parameter")) {
            if (parameter.path("name").asText().equals("targetIdentifier")) {
                JsonNode identifier = parameter.path("valueIdentifier");
                String id = identifier.path("value").asText().strip();
                if (id.isEmpty()) {
                    throw notUnderstood("targetIdentifier");
                }
                // an ID of another domain would be somebody else's
                if (identifier.path("system").asText().equals(target) && !ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids.isEmpty() ? new CrossReference.NoneThere() : new CrossReference.Ids(ids);
    }

    private boolean hasIssue(String code) {
        JsonNode outcome = Json.read(body).orElse(MissingNode.getInstance());
        boolean found = false;
        for (JsonNode issue : outcome.path("issue")) {
            found |= issue.path("code").asText().equals(code);
        }
        return found && outcome.path("resourceType").asText().equals("OperationOutcome");
    }

    private PeerException failed() {
        return new PeerException(source, Kind.FAILED, Message.of("hl7.pix.failed", source, "HTTP " + status));
    }

    private PeerException failure(String key) {
        return new PeerException(source, Kind.FAILED, Message.of(key, source));
    }

    private PeerException notUnderstood(String place) {
        return new PeerException(source, Kind.PROTOCOL, Message.of("hl7.pix.notUnderstood", source, place));
    }
}
