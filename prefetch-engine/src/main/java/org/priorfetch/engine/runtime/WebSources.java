package org.priorfetch.engine.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.priorfetch.engine.dicom.Part10Reader;
import org.priorfetch.engine.dicom.RateLimit;
import org.priorfetch.engine.dicomweb.QidoFinder;
import org.priorfetch.engine.dicomweb.QidoSearch;
import org.priorfetch.engine.dicomweb.WadoRetriever;
import org.priorfetch.engine.dicomweb.WebProbe;
import org.priorfetch.engine.dicomweb.WebServer;
import org.priorfetch.engine.dicomweb.WebWaits;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceReader;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.settings.WebSettings;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.web.HttpExchanges;
import org.priorfetch.engine.web.HttpWaits;
import org.priorfetch.engine.web.WebLogin;

/** The sources of a site that speak DICOMweb. */
final class WebSources implements AutoCloseable {

    private final InstanceReader reader;
    private final Clock clock;
    private final List<WebServer> servers = new ArrayList<>();
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
        WebServer server = new WebServer(source.name(), web.base(), source.tls(),
                new WebLogin(web.login(), () -> loginService(source), clock), source.budget().associations(),
                RateLimit.of(source.budget().bitsPerSecond()), WebWaits.DEFAULT);
        servers.add(server);
        WadoRetriever retriever = new WadoRetriever(server, reader);
        return new SourceAccess(new QidoFinder(server, confidential), new QidoSearch(server), retriever,
                new WebProbe(server, retriever));
    }

    /** What comes by WADO-RS out of an archive that is asked by DIMSE; nobody logs in there. */
    StudyRetriever retriever(SourceSettings source, URI base, Bandwidth bandwidth) {
        WebServer server = new WebServer(source.name(), base, source.tls(),
                new WebLogin(HttpLogin.NONE, () -> loginService(source), clock),
                source.budget().associations(), bandwidth, WebWaits.DEFAULT);
        servers.add(server);
        return new WadoRetriever(server, reader);
    }

    private HttpExchanges loginService(SourceSettings source) {
        HttpExchanges service = new HttpExchanges(source.name(), source.tls(), HttpWaits.DEFAULT, "dicomweb.login");
        logins.add(service);
        return service;
    }

    @Override
    public void close() {
        servers.forEach(WebServer::close);
        logins.forEach(HttpExchanges::close);
    }
}
