package org.priorfetch.engine.fhir;

import java.net.URI;
import java.net.http.HttpResponse;

import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.port.PatientIndex;
import org.priorfetch.engine.port.PeerException;

/** A cross-reference manager that is asked by FHIR (IHE PIXm, ITI-83). */
public final class PixmIndex implements PatientIndex {

    private final FhirServer server;
    private final String local;
    private final String target;

    /**
     * @param local identifier system of the PACS's patient IDs
     * @param target identifier system of the source's
     */
    public PixmIndex(FhirServer server, String local, String target) {
        this.server = server;
        this.local = local;
        this.target = target;
    }

    @Override
    public CrossReference find(String patientId) throws PeerException {
        HttpResponse<String> response = server.get(question(patientId), server.begin());
        return new PixmAnswer(server.source(), target, response.statusCode(), response.body()).read();
    }

    private URI question(String patientId) {
        return URI.create(server.base() + "/Patient/$ihe-pix?sourceIdentifier="
                + FhirServer.encoded(local + "|" + patientId) + "&targetSystem=" + FhirServer.encoded(target));
    }

    @Override
    public void close() {
        server.close();
    }
}
