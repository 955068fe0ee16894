package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.tls.HandshakeFailure;

/** The connectivity doctor over DIMSE. */
public final class DimseProbe implements PeerProbe {

    /** A patient ID that nobody has, so that the question costs the archive nothing. */
    private static final String NOBODY = "PRIORFETCH-CHECK";

    private final String name;
    private final AssociationPool pool;
    private final String findService;
    private final Supplier<Attributes> question;
    private final @Nullable OneImage image;
    private final @Nullable DirectTrial direct;

    private DimseProbe(String name, AssociationPool pool, String findService, Supplier<Attributes> question,
            @Nullable OneImage image, @Nullable DirectTrial direct) {
        this.name = name;
        this.pool = pool;
        this.findService = findService;
        this.question = question;
        this.image = image;
        this.direct = direct;
    }

    private DimseProbe(String name, AssociationPool pool, String findService, Supplier<Attributes> question) {
        this(name, pool, findService, question, null, null);
    }

    /** A source, out of which images are to come. */
    public static DimseProbe ofSource(AssociationPool pool, OneImage image) {
        return new DimseProbe(pool.peer().name(), pool, Contexts.STUDY_ROOT_FIND, DimseProbe::studiesOfNobody, image,
                null);
    }

    /** A source that sends straight to the PACS. */
    public static DimseProbe ofDirect(AssociationPool pool, DirectTrial direct) {
        return new DimseProbe(pool.peer().name(), pool, Contexts.STUDY_ROOT_FIND, DimseProbe::studiesOfNobody, null,
                direct);
    }

    public static DimseProbe ofPacs(AssociationPool pool) {
        return new DimseProbe(pool.peer().name(), pool, Contexts.STUDY_ROOT_FIND, DimseProbe::studiesOfNobody);
    }

    /** The PACS, as a worklist of what arrives there. */
    public static DimseProbe ofArrivals(String name, AssociationPool pacs) {
        return new DimseProbe(name, pacs, Contexts.STUDY_ROOT_FIND, DimseProbe::studiesOfNobody);
    }

    public static DimseProbe ofWorklist(AssociationPool pool, Clock clock) {
        return new DimseProbe(pool.peer().name(), pool, Contexts.WORKLIST_FIND, () -> appointmentsOfToday(clock));
    }

    @Override
    public String name() {
        return name;
    }

    private interface Attempt {
        Message run() throws IOException, PeerException;
    }

    @Override
    public ProbeStep probe(CheckStep step) {
        Peer peer = pool.peer();
        return switch (step) {
            case NAME -> run(step, "dicom.adviseName", () -> resolve(peer));
            case TCP -> run(step, "dicom.adviseTcp", () -> connect(peer));
            case TLS -> peer.tls() == null ? ProbeStep.skipped(step, Message.of("dicom.noTls"))
                    : run(step, "dicom.adviseTls", this::agreeOnTls);
            case ASSOCIATION -> run(step, "dicom.adviseAssociation", this::associate);
            case ECHO -> run(step, "dicom.adviseEcho", this::echo);
            case FIND -> run(step, "dicom.adviseFind", this::find);
            case RETRIEVE -> direct == null ? retrieve(step) : run(step, "dicom.adviseDirect", direct::run);
            case INDEX -> ProbeStep.skipped(step, Message.of("hl7.pix.none"));
            case WEB -> ProbeStep.skipped(step, Message.of("dicom.noWeb"));
            case STORE -> ProbeStep.skipped(step, Message.of("dicom.noStow"));
        };
    }

    private ProbeStep run(CheckStep step, String adviceKey, Attempt attempt) {
        long begun = System.nanoTime();
        try {
            Message seen = attempt.run();
            return new ProbeStep(step.word(), true, millisSince(begun), seen, null, false);
        } catch (PeerException failure) {
            return failed(step, adviceKey, begun, failure);
        } catch (IOException failure) {
            return failed(step, adviceKey, begun, PeerFailures.whileConnecting(pool.peer(), failure));
        }
    }

    private ProbeStep failed(CheckStep step, String adviceKey, long begun, PeerException failure) {
        return failed(step,
                HandshakeFailure.adviceOn(failure, isNoDicom(step, failure) ? "dicom.adviseNoDicom" : adviceKey),
                begun, failure.reason().phrases().getFirst());
    }

    /** Whatever answers there has not said a word of DICOM: a refusal would have been one. */
    private static boolean isNoDicom(CheckStep step, PeerException failure) {
        return step == CheckStep.ASSOCIATION
                && (failure.kind() == PeerException.Kind.BROKEN || failure.kind() == PeerException.Kind.SILENT);
    }

    private ProbeStep failed(CheckStep step, String adviceKey, long begun, Message detail) {
        Peer peer = pool.peer();
        Message advice = Message.of(adviceKey, peer.name(), peer.host(), String.valueOf(peer.port()), peer.aeTitle(),
                pool.node().aeTitle());
        return new ProbeStep(step.word(), false, millisSince(begun), detail, advice, false);
    }

    private ProbeStep retrieve(CheckStep step) {
        if (image == null) {
            return ProbeStep.skipped(step, Message.of("dicom.nothingToRetrieve"));
        }
        long begun = System.nanoTime();
        try {
            OneImage.Result result = image.retrieve();
            return switch (result) {
                case ARRIVED -> new ProbeStep(step.word(), true, millisSince(begun), Message.of("dicom.sawImage"),
                        null, false);
                case NOTHING_ARRIVED -> failed(step, "dicom.adviseRetrieve", begun,
                        Message.of("dicom.noImage", pool.peer().name()));
                case NOTHING_THERE -> ProbeStep.skipped(step, Message.of("dicom.noStudy"));
            };
        } catch (PeerException failure) {
            return failed(step, "dicom.adviseRetrieve", begun, failure);
        }
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static Message resolve(Peer peer) throws IOException {
        return Message.of("dicom.sawName", peer.host(), InetAddress.getByName(peer.host()).getHostAddress());
    }

    private Message connect(Peer peer) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(peer.host(), peer.port()),
                    (int) pool.deadlines().connect().toMillis());
            return Message.of("dicom.sawTcp", String.valueOf(peer.port()));
        }
    }

    private Message agreeOnTls() throws IOException {
        String protocol = pool.agreeOnTls();
        Instant end = pool.peerCertificateEnd();
        return end == null ? Message.of("dicom.sawTls", protocol)
                : Message.of("dicom.sawTlsUntil", protocol, LocalDate.ofInstant(end, ZoneOffset.UTC));
    }

    private Contexts contexts() {
        return new Contexts(Set.of(Contexts.VERIFICATION, findService), Set.of(), Set.of());
    }

    private Message associate() throws PeerException {
        Contexts asking = new Contexts(contexts().services(), Set.of(), Set.of(), true);
        return pool.ask(asking, association -> seen(association.window()));
    }

    private Message seen(OperationsWindow window) {
        return window.isOpen()
                ? Message.of("dicom.sawWindow", pool.peer().aeTitle(), String.valueOf(window.invoked()),
                        String.valueOf(window.performed()))
                : Message.of("dicom.sawAssociation", pool.peer().aeTitle());
    }

    private Message echo() throws PeerException {
        return pool.ask(contexts(), association -> {
            association.echo();
            return Message.of("dicom.sawEcho");
        });
    }

    private Message find() throws PeerException {
        return pool.ask(contexts(), association -> {
            int matches = association.find(findService, question.get()).size();
            return Message.of("dicom.sawFind", String.valueOf(matches));
        });
    }

    private static Attributes appointmentsOfToday(Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.now(), clock.zone());
        return WorklistKeys.scheduledBetween(today, today, false);
    }

    private static Attributes studiesOfNobody() {
        Attributes keys = StudyKeys.studies();
        keys.setString(Tag.PatientID, VR.LO, NOBODY);
        return keys;
    }
}
