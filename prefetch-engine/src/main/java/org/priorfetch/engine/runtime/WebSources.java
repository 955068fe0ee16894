package org.priorfetch.engine.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.Part10Head;
import org.priorfetch.engine.dicom.Part10Reader;
import org.priorfetch.engine.dicom.RateLimit;
import org.priorfetch.engine.dicomweb.BesideProbe;
import org.priorfetch.engine.dicomweb.QidoFinder;
import org.priorfetch.engine.dicomweb.QidoSearch;
import org.priorfetch.engine.dicomweb.StowProbe;
import org.priorfetch.engine.dicomweb.StowStore;
import org.priorfetch.engine.dicomweb.WadoRetriever;
import org.priorfetch.engine.dicomweb.WebMeter;
import org.priorfetch.engine.dicomweb.WebProbe;
import org.priorfetch.engine.dicomweb.WebServer;
import org.priorfetch.engine.dicomweb.WebWaits;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceReader;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.settings.PacsSettings;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.settings.WebSettings;
import org.priorfetch.engine.tls.TlsCredentials;
import org.priorfetch.engine.web.HttpExchanges;
import org.priorfetch.engine.web.HttpWaits;
import org.priorfetch.engine.web.WebLogin;

/** The sources of a site that speak DICOMweb. */
final class WebSources implements AutoCloseable {

    /** A server with the bandwidth that all requests to it share. */
    private record Line(WebServer server, RateLimit limit) {

        void change(SourceBudget budget) {
            limit.change(budget.bitsPerSecond());
            server.change(budget.associations());
        }
    }

    private final InstanceReader reader;
    private final Clock clock;
    private final Map<String, Line> lines = new HashMap<>();
    private final List<HttpExchanges> logins = new ArrayList<>();

    /**
     * @param bulkFolder for what is too large for memory in the head of an instance
     */
    WebSources(Path bulkFolder, Clock clock) {
        this.reader = new Part10Reader(bulkFolder);
        this.clock = clock;
    }

    /**
     * Makes one ready.
     *
     * @param confidential whether each study is asked for its confidentiality, too
     */
    SourceAccess open(SourceSettings source, WebSettings web, boolean confidential) {
        RateLimit limit = RateLimit.of(source.budget().bitsPerSecond());
        WebServer server = server(source, web, limit);
        WadoRetriever retriever = new WadoRetriever(server, reader);
        return new SourceAccess(new QidoFinder(server, confidential, source.order()), new QidoSearch(server), retriever,
                new WebProbe(server, retriever), new WebMeter(server));
    }

    /** From now on this is told the name of a server that is searched while images take all that it bears. */
    void whenCrowded(Consumer<String> listener) {
        lines.forEach((name, line) -> line.server().whenCrowded(() -> listener.accept(name)));
    }

    /** From now on no more is asked of the servers. */
    void change(Map<String, SourceBudget> budgets) {
        lines.forEach((name, line) -> line.change(budgets.getOrDefault(name, SourceBudget.DEFAULT)));
    }

    /** How the PACS takes instances; the bandwidth is the one that its associations have. */
    Pacs open(PacsSettings pacs, WebSettings stow, AssociationPool pool) {
        WebServer server = new WebServer(StudyRef.PACS, stow.base(), pacs.tls(),
                new WebLogin(stow.login(), () -> loginService(StudyRef.PACS, pacs.tls()), clock),
                pacs.budget().associations(), pool.limit(), WebWaits.DEFAULT);
        lines.put(StudyRef.PACS, new Line(server, pool.limit()));
        return new Pacs(server, new StowStore(server, new Part10Head()));
    }

    /** All that is done with a PACS by STOW-RS. */
    record Pacs(WebServer server, StowStore store) {

        PeerProbe probe(PeerProbe asked) {
            return new StowProbe(asked, server, store);
        }
    }

    /** DICOMweb at an archive that is asked by DIMSE; the bandwidth is the one that its associations have. */
    Beside beside(SourceSettings source, WebSettings beside, AssociationPool pool) {
        WebServer server = server(source, beside, pool.limit());
        return new Beside(server, new WadoRetriever(server, reader));
    }

    /** What comes by DICOMweb out of an archive that is asked by DIMSE. */
    record Beside(WebServer server, StudyRetriever retriever) {

        PeerProbe probe(PeerProbe dimse) {
            return new BesideProbe(dimse, new WebProbe(server, retriever));
        }
    }

    private WebServer server(SourceSettings source, WebSettings web, RateLimit limit) {
        WebServer server = new WebServer(source.name(), web.base(), source.tls(),
                new WebLogin(web.login(), () -> loginService(source.name(), source.tls()), clock),
                source.budget().associations(), limit, WebWaits.DEFAULT);
        lines.put(source.name(), new Line(server, limit));
        return server;
    }

    private HttpExchanges loginService(String name, @Nullable TlsCredentials tls) {
        HttpExchanges service = new HttpExchanges(name, tls, HttpWaits.DEFAULT, "dicomweb.login");
        logins.add(service);
        return service;
    }

    @Override
    public void close() {
        lines.values().forEach(line -> line.server().close());
        logins.forEach(HttpExchanges::close);
    }
}
