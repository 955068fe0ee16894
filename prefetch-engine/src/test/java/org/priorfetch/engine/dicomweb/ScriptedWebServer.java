package org.priorfetch.engine.dicomweb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.testing.StoppedClock;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.web.HttpExchanges;
import org.priorfetch.engine.web.HttpWaits;
import org.priorfetch.engine.web.WebLogin;

/** A server that answers as a test wants it to. */
final class ScriptedWebServer implements AutoCloseable {

    /** What it does with a request. */
    interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ScriptedWebServer(Script script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                script.answer(exchange);
            }
        });
        server.start();
    }

    /** The server as the product sees it. */
    WebServer open(HttpLogin login) {
        return open(base(), login, WebWaits.DEFAULT);
    }

    static WebServer open(URI base, HttpLogin login, WebWaits waits) {
        return open(base, login, waits, _ -> 0);
    }

    static WebServer open(URI base, HttpLogin login, WebWaits waits, Bandwidth bandwidth) {
        WebLogin known = new WebLogin(login,
                () -> new HttpExchanges("web", null, HttpWaits.DEFAULT, "dicomweb.login"), new StoppedClock());
        return new WebServer("web", base, null, known, 2, bandwidth, waits);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/web");
    }

    List<String> asked() {
        return asked;
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
