package org.priorfetch.engine.dicomweb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.tls.HandshakeFailure;

/** The connectivity doctor over DICOMweb. */
public final class WebProbe implements PeerProbe {

    /** A patient ID that nobody has, so that the question costs the archive nothing. */
    private static final String NOBODY = "PRIORFETCH-CHECK";

    private final WebServer server;
    private final QidoClient client;
    private final StudyRetriever retriever;

    public WebProbe(WebServer server, StudyRetriever retriever) {
        this.server = server;
        this.client = new QidoClient(server);
        this.retriever = retriever;
    }

    @Override
    public String name() {
        return server.name();
    }

    private interface Attempt {
        /** Empty where there is nothing to try it on. */
        Optional<Message> run() throws IOException, PeerException;
    }

    @Override
    public ProbeStep probe(CheckStep step) {
        return switch (step) {
            case NAME -> run(step, "dicomweb.adviseName", this::resolve);
            case TCP -> run(step, "dicomweb.adviseTcp", this::connect);
            case TLS -> isEncrypted() ? run(step, "dicomweb.adviseTls", this::find)
                    : ProbeStep.skipped(step, Message.of("dicomweb.noTls"));
            case FIND -> run(step, "dicomweb.adviseFind", this::find);
            case RETRIEVE -> run(step, "dicomweb.adviseRetrieve", this::retrieve);
            case ASSOCIATION, ECHO, WEB, INDEX, STORE -> ProbeStep.skipped(step, Message.of("dicomweb.noSuchStep"));
        };
    }

    private boolean isEncrypted() {
        return "https".equals(server.base().getScheme());
    }

    private ProbeStep run(CheckStep step, String adviceKey, Attempt attempt) {
        long begun = System.nanoTime();
        try {
            return attempt.run()
                    .map(seen -> new ProbeStep(step.word(), true, millisSince(begun), seen, null, false))
                    .orElseGet(() -> ProbeStep.skipped(step, Message.of("dicomweb.noStudy")));
        } catch (PeerException failure) {
            return failed(step, adviceKey, begun, failure);
        } catch (IOException failure) {
            return failed(step, adviceKey, begun, WebFailures.of(name(), server.base(), failure));
        }
    }

    private ProbeStep failed(CheckStep step, String adviceKey, long begun, PeerException failure) {
        boolean notLetIn = failure.kind() == PeerException.Kind.REFUSED && step == CheckStep.FIND;
        String key = HandshakeFailure.adviceOn(failure, notLetIn ? "dicomweb.adviseLogin" : adviceKey);
        Message advice = Message.of(key, name(), server.base());
        return new ProbeStep(step.word(), false, millisSince(begun), failure.reason().phrases().getFirst(), advice,
                false);
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private Optional<Message> resolve() throws IOException {
        String host = server.base().getHost();
        return Optional.of(Message.of("dicomweb.sawName", host, InetAddress.getByName(host).getHostAddress()));
    }

    private Optional<Message> connect() throws IOException {
        int port = server.port();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.base().getHost(), port),
                    (int) server.waits().connect().toMillis());
            return Optional.of(Message.of("dicomweb.sawTcp", port));
        }
    }

    private Optional<Message> find() throws PeerException {
        int matches = client.all(Query.studies().matching(Attribute.PATIENT_ID, NOBODY), Attribute.STUDY_INSTANCE_UID)
                .size();
        return Optional.of(Message.of("dicomweb.sawFind", matches));
    }

    private Optional<Message> retrieve() throws PeerException {
        for (Match study : client.first(Query.studies(), 1)) {
            String studyUid = study.text(Attribute.STUDY_INSTANCE_UID);
            for (Match instance : client.first(
                    Query.instances(studyUid).including(Attribute.SERIES_INSTANCE_UID), 1)) {
                return Optional.of(retrieve(studyUid, new InstanceRef(instance.text(Attribute.SOP_INSTANCE_UID), "",
                        instance.text(Attribute.SERIES_INSTANCE_UID))));
            }
        }
        return Optional.empty();
    }

    private Message retrieve(String studyUid, InstanceRef one) throws PeerException {
        AtomicBoolean arrived = new AtomicBoolean();
        retriever.retrieve(new RetrieveRequest(studyUid, one.seriesInstanceUid(), List.of(one)), _ -> {
            arrived.set(true);
            return InstanceReceiver.Answer.TAKEN;
        }, new Cancellation(), new SpentTime());
        if (!arrived.get()) {
            throw WebFailures.protocol(name(), "dicomweb.noImage");
        }
        return Message.of("dicomweb.sawImage");
    }
}
