package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerProbe;

/** The connectivity doctor over DIMSE: name, TCP, association, C-ECHO, C-FIND. Stops at the first step that fails. */
public final class DimseProbe implements PeerProbe {

    /** A patient ID that nobody has, so that the question costs the archive nothing. */
    private static final String NOBODY = "PRIORFETCH-CHECK";

    private final AssociationPool pool;
    private final String findService;
    private final Supplier<Attributes> question;

    private DimseProbe(AssociationPool pool, String findService, Supplier<Attributes> question) {
        this.pool = pool;
        this.findService = findService;
        this.question = question;
    }

    public static DimseProbe ofArchive(AssociationPool pool) {
        return new DimseProbe(pool, Contexts.STUDY_ROOT_FIND, DimseProbe::studiesOfNobody);
    }

    public static DimseProbe ofWorklist(AssociationPool pool, Clock clock) {
        return new DimseProbe(pool, Contexts.WORKLIST_FIND, () -> appointmentsOfToday(clock));
    }

    @Override
    public String name() {
        return pool.peer().name();
    }

    private interface Attempt {
        Message run() throws IOException, PeerException;
    }

    private record Trial(String step, String adviceKey, Attempt attempt) {}

    @Override
    public PeerCheck probe() {
        List<ProbeStep> steps = new ArrayList<>();
        for (Trial trial : trials()) {
            ProbeStep step = run(trial);
            steps.add(step);
            if (!step.ok()) {
                break;
            }
        }
        return new PeerCheck(name(), steps);
    }

    private List<Trial> trials() {
        Peer peer = pool.peer();
        return List.of(new Trial("name", "dicom.adviseName", () -> resolve(peer)),
                new Trial("tcp", "dicom.adviseTcp", () -> connect(peer)),
                new Trial("association", "dicom.adviseAssociation", this::associate),
                new Trial("echo", "dicom.adviseEcho", this::echo),
                new Trial("find", "dicom.adviseFind", this::find));
    }

    private ProbeStep run(Trial trial) {
        long begun = System.nanoTime();
        try {
            Message seen = trial.attempt().run();
            return new ProbeStep(trial.step(), true, millisSince(begun), seen, null);
        } catch (PeerException failure) {
            return failed(trial, begun, failure.reason().phrases().getFirst());
        } catch (IOException failure) {
            PeerException explained = PeerFailures.whileConnecting(pool.peer(), failure);
            return failed(trial, begun, explained.reason().phrases().getFirst());
        }
    }

    private ProbeStep failed(Trial trial, long begun, Message detail) {
        Peer peer = pool.peer();
        Message advice = Message.of(trial.adviceKey(), peer.name(), peer.host(), String.valueOf(peer.port()),
                peer.aeTitle(), pool.node().aeTitle());
        return new ProbeStep(trial.step(), false, millisSince(begun), detail, advice);
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

    private Contexts contexts() {
        return new Contexts(Set.of(Contexts.VERIFICATION, findService), Set.of(), Set.of());
    }

    private Message associate() throws PeerException {
        return pool.ask(contexts(), association -> Message.of("dicom.sawAssociation", pool.peer().aeTitle()));
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
        return WorklistKeys.scheduledBetween(today, today);
    }

    private static Attributes studiesOfNobody() {
        Attributes keys = StudyKeys.studies();
        keys.setString(Tag.PatientID, VR.LO, NOBODY);
        return keys;
    }
}
