package org.priorfetch.engine.fhir;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.port.PatientDirectory;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.web.TimeLeft;

/** A patient directory that is asked by FHIR (IHE PDQm, ITI-78). All pages have one time limit. */
public final class PdqmDirectory implements PatientDirectory {

    private static final int OK = 200;
    private static final int COUNT = 50;
    private static final int MOST_PAGES = 5;
    /** Who has the same birth date and a like name: more are no help. */
    private static final int MOST_PATIENTS = 100;

    private final FhirServer server;
    private final String target;

    /** @param target identifier system of the source's patient IDs */
    public PdqmDirectory(FhirServer server, String target) {
        this.server = server;
        this.target = target;
    }

    @Override
    public Listing find(PersonSearch person) throws PeerException {
        TimeLeft left = server.begin();
        List<Patient> found = new ArrayList<>();
        int matches = 0;
        URI next = new PdqmQuestion(server.base(), target, person, COUNT).written();
        for (int page = 0; page < MOST_PAGES; page++) {
            PdqmAnswer answer = page(next, left);
            found.addAll(answer.patients());
            matches += answer.matches();
            if (matches > MOST_PATIENTS) {
                return new Listing(found, false);
            }
            if (answer.next() == null) {
                return new Listing(found, isWhole(answer.total(), matches));
            }
            next = answer.next();
        }
        return new Listing(found, false);
    }

    private static boolean isWhole(@Nullable Integer total, int matches) {
        return total == null || total <= matches;
    }

    private PdqmAnswer page(URI question, TimeLeft left) throws PeerException {
        HttpResponse<String> response = server.get(question, left);
        if (response.statusCode() != OK) {
            throw server.problem(Kind.FAILED, "failed", "HTTP " + response.statusCode());
        }
        try {
            return PdqmAnswer.read(response.body(), target, question);
        } catch (PdqmAnswer.Malformed malformed) {
            throw server.problem(Kind.PROTOCOL, "notUnderstood", malformed.place());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
