package org.priorfetch.engine.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.web.Json;

/**
 * One page of what a directory found (ITI-78 2:3.78.4.2).
 *
 * @param matches how many patients the page holds, whether or not they have an ID in the domain
 * @param total how many there are in all; null when it is not said
 * @param next where the next page is; null on the last
 */
record PdqmAnswer(List<Patient> patients, int matches, @Nullable Integer total, @Nullable URI next) {

    /** What is wrong with an answer. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final String place;

        Malformed(String place) {
            super(place);
            this.place = place;
        }

        String place() {
            return place;
        }
    }

    /** @param target system of the IDs that are looked for */
    static PdqmAnswer read(String body, String target, URI asked) throws Malformed {
        JsonNode bundle = Json.read(body).orElseThrow(() -> new Malformed("JSON"));
        if (!bundle.path("resourceType").asText().equals("Bundle")
                || !bundle.path("type").asText().equals("searchset")) {
            throw new Malformed("Bundle");
        }
        List<Patient> patients = new ArrayList<>();
        int matches = 0;
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            switch (resource.path("resourceType").asText()) {
                case "Patient" -> {
                    patients.addAll(FhirPatient.read(resource, target));
                    matches++;
                }
                case "OperationOutcome" -> refuseErrors(resource);
                default -> throw new Malformed("entry");
            }
        }
        JsonNode total = bundle.path("total");
        return new PdqmAnswer(patients, matches, total.canConvertToInt() ? total.asInt() : null,
                next(bundle, asked).orElse(null));
    }

    private static void refuseErrors(JsonNode outcome) throws Malformed {
        for (JsonNode issue : outcome.path("issue")) {
            String severity = issue.path("severity").asText();
            if (severity.equals("error") || severity.equals("fatal")) {
                throw new Malformed("OperationOutcome");
            }
        }
    }

    /** Our login is for the server that was asked, and for no other. */
    private static Optional<URI> next(JsonNode bundle, URI asked) throws Malformed {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return Optional.of(ofSameServer(link.path("url").asText(), asked));
            }
        }
        return Optional.empty();
    }

    private static URI ofSameServer(String url, URI asked) throws Malformed {
        try {
            URI next = asked.resolve(url);
            boolean same = asked.getScheme().equals(next.getScheme())
                    && asked.getRawAuthority().equals(next.getRawAuthority()) && next.getRawFragment() == null;
            if (same) {
                return next;
            }
        } catch (IllegalArgumentException _) { // no URI at all
            throw new Malformed("link");
        }
        throw new Malformed("link");
    }
}
