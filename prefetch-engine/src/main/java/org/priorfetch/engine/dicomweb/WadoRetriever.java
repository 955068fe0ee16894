package org.priorfetch.engine.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.CountedInput;
import org.priorfetch.engine.port.InstanceReader;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SeriesStream;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retrieves by WADO-RS (PS3.18 10.4), in whatever transfer syntax the archive keeps, so that nothing is transcoded. A whole
 * series is one stream, without a round trip for each of its instances.
 */
public final class WadoRetriever implements StudyRetriever {

    private static final String ACCEPT = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    private static final List<String> INSTANCE_TYPES = List.of("application/dicom", "application/octet-stream");
    private static final Logger LOG = LoggerFactory.getLogger(WadoRetriever.class);

    private final WebServer server;
    private final InstanceReader reader;
    private final Duration forFirst;

    public WadoRetriever(WebServer server, InstanceReader reader) {
        this(server, reader, server.waits().answer());
    }

    private WadoRetriever(WebServer server, InstanceReader reader, Duration forFirst) {
        this.server = server;
        this.reader = reader;
        this.forFirst = forFirst;
    }

    @Override
    public StudyRetriever waiting(Duration longer) {
        return longer.compareTo(forFirst) > 0 ? new WadoRetriever(server, reader, longer) : this;
    }

    @Override
    public Cut cut() {
        return Cut.SERIES;
    }

    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) throws PeerException {
        String series = path(request.studyInstanceUid(), request.seriesInstanceUid());
        if (request.instances().size() > 1) {
            get(series, receiver, cancellation, spent);
        } else {
            InstanceRef only = request.instances().getFirst();
            get(series + "/instances/" + Query.encoded(only.sopInstanceUid()), receiver, cancellation, spent);
        }
    }

    @Override
    public Optional<SeriesStream> unlisted() {
        return Optional.of((study, series, receiver, cancellation, spent) -> get(path(study, series), receiver,
                cancellation, spent));
    }

    private static String path(String study, String series) {
        return "/studies/" + Query.encoded(study) + "/series/" + Query.encoded(series);
    }

    private void get(String path, InstanceReceiver receiver, Cancellation cancellation, SpentTime spent)
            throws PeerException {
        long begun = System.nanoTime();
        Duration left = forFirst;
        Optional<Duration> later = ask(path, left, receiver, cancellation, spent);
        while (later.isPresent()) {
            left = forFirst.minusNanos(System.nanoTime() - begun);
            if (left.compareTo(later.get()) <= 0) {
                throw WebFailures.preparing(server.name());
            }
            pause(later.get(), cancellation, spent);
            later = ask(path, forAnswer(left.minus(later.get())), receiver, cancellation, spent);
        }
    }

    /** The last question, too, is given the time that an answer takes. */
    private Duration forAnswer(Duration left) {
        Duration usual = server.waits().answer();
        return left.compareTo(usual) < 0 ? usual : left;
    }

    private void pause(Duration pause, Cancellation cancellation, SpentTime spent) throws PeerException {
        try (SpentTime.Wait _ = spent.waiting(TimePart.SOURCE)) {
            if (cancellation.await(pause)) {
                throw WebFailures.cancelled(server.name());
            }
        }
    }

    /** Answers when to ask again, where what is asked for is not at hand; else nothing. */
    private Optional<Duration> ask(String path, Duration patience, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) throws PeerException {
        InstanceGrace grace = new InstanceGrace(cancellation);
        return server.get(path, ACCEPT, patience, spent, grace::isOver, answer -> {
            Optional<Duration> later = ComeLater.of(answer, isPatient());
            if (later.isPresent()) {
                return later;
            }
            if (!answer.isSuccess()) {
                throw WebFailures.status(server.name(), answer.status());
            }
            Optional<Multipart> parts = Multipart.of(answer.contentType(), answer.body());
            if (parts.isPresent()) {
                handOverAll(parts.get(), receiver, grace, spent);
            } else if (mayBeInstance(answer.mediaType())) {
                InstanceReceiver.Answer _ = handOver(answer.body(), receiver, grace, spent);
            } else {
                throw WebFailures.noImages(server.name(), answer.mediaType());
            }
            return Optional.empty();
        });
    }

    /** A page that says that the archive is being worked on, or asks for a login, comes with success often enough. */
    private static boolean mayBeInstance(String mediaType) {
        return mediaType.isEmpty() || INSTANCE_TYPES.contains(mediaType);
    }

    private boolean isPatient() {
        return forFirst.compareTo(server.waits().answer()) > 0;
    }

    private void handOverAll(Multipart parts, InstanceReceiver receiver, InstanceGrace grace, SpentTime spent)
            throws IOException {
        InstanceReceiver.Answer last = InstanceReceiver.Answer.TAKEN;
        try {
            for (Optional<InputStream> part = parts.next(); part.isPresent()
                    && grace.goesOn(); part = parts.next()) {
                last = handOver(part.get(), receiver, grace, spent);
            }
        } finally {
            if (!grace.goesOn() && last != InstanceReceiver.Answer.REJECTED) {
                spent.inVain(parts.unread());
            }
        }
        if (!grace.goesOn()) {
            throw new ArrivingBody.CancelledException();
        }
    }

    /** What is no DICOM file keeps nothing else from arriving. */
    private InstanceReceiver.Answer handOver(InputStream part, InstanceReceiver receiver, InstanceGrace grace,
            SpentTime spent) throws IOException {
        CountedInput counted = new CountedInput(part);
        InstanceReceiver.Answer answer = InstanceReceiver.Answer.BROKEN;
        try {
            answer = reader.read(counted, grace.around(receiver));
        } catch (InstanceReader.UnreadableException unreadable) {
            LOG.warn("An instance from {} could not be read: {}", server.name(), unreadable.getMessage());
        } finally {
            if (answer.comesAgain()) {
                spent.inVain(counted.count());
            }
        }
        return answer;
    }
}
