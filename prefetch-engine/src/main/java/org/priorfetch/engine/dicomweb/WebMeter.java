package org.priorfetch.engine.dicomweb;

import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerMeter;
import org.priorfetch.engine.port.Pings;

/** Measures a server by searches for nobody. */
public final class WebMeter implements PeerMeter {

    private static final String NOBODY = "PRIORFETCH-CHECK";

    private final QidoClient client;
    private final PeerMeasures nothing;

    public WebMeter(WebServer server) {
        this.client = new QidoClient(server);
        this.nothing = PeerMeasures.none(server.name(), PeerKind.SOURCE, true);
    }

    @Override
    public PeerMeasures nothingYet() {
        return nothing;
    }

    @Override
    public PeerMeasures measure(MeasureStep step) throws PeerException {
        return switch (step) {
            case ROUND_TRIP -> nothing.with(Pings.of(this::ask));
            case HTTP -> nothing.with(client.offer());
            case PLAIN_CLIENT, WINDOW, ASSOCIATIONS, DOWN, UP -> nothing;
        };
    }

    private void ask() throws PeerException {
        client.first(Query.studies().matching(Attribute.PATIENT_ID, NOBODY), 1);
    }
}
