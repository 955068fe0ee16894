package org.priorfetch.engine.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server on loopback that answers as a test says, without a line of the product. */
public final class SimulatedFhirServer implements AutoCloseable {

    private static final int PATIENCE = 20;

    /**
     * What it was asked.
     *
     * @param authorization empty without
     */
    public record Question(String method, URI uri, String authorization, String body) {}

    /**
     * What it answers.
     *
     * @param sent how much of the body is sent; all of it when it is no less than its length
     * @param silent whether it falls silent after a part of it, rather than hanging up
     */
    public record Reply(int status, String body, int sent, boolean silent) {

        public static Reply of(String body) {
            return of(200, body);
        }

        public static Reply of(int status, String body) {
            return new Reply(status, body, Integer.MAX_VALUE, false);
        }

        /** Falls silent after a part. */
        public static Reply stalling(String body, int sent) {
            return new Reply(200, body, sent, true);
        }

        /** Hangs up after a part. */
        public static Reply broken(String body, int sent) {
            return new Reply(200, body, sent, false);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Question> asked = new CopyOnWriteArrayList<>();
    private final Function<Question, Reply> answers;

    public SimulatedFhirServer(Function<Question, Reply> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public List<Question> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Question question = new Question(exchange.getRequestMethod(), exchange.getRequestURI(),
                authorization == null ? "" : authorization, body);
        asked.add(question);
        Reply reply = answers.apply(question);
        byte[] content = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content, 0, Math.min(content.length, reply.sent()));
        exchange.getResponseBody().flush();
        if (reply.silent()) {
            awaitEnd();
        }
        exchange.close();
    }

    private void awaitEnd() {
        try {
            over.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
