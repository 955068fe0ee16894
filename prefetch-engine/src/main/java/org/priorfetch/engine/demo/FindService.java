package org.priorfetch.engine.demo;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.ImageException;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.service.AbstractService;
import org.aoju.bus.image.metric.service.BasicQuery;
import org.jspecify.annotations.Nullable;

/** C-FIND of an archive or a worklist, PS3.4 C.4.1. */
final class FindService extends AbstractService {

    private final LoopbackServer server;
    private final Matches matches;

    /** Finds what matches the keys of a request. */
    @FunctionalInterface
    interface Matches {

        List<Attributes> of(Attributes keys) throws ImageException;
    }

    FindService(String sopClass, LoopbackServer server, Matches matches) {
        super(sopClass);
        this.server = server;
        this.matches = matches;
    }

    @Override
    protected void onDimse(Association association, Presentation context, Dimse dimse, Attributes command,
            Attributes keys) throws IOException {
        if (dimse != Dimse.C_FIND_RQ) {
            throw new ImageException(Status.UnrecognizedOperation);
        }
        server.traffic().countFind();
        server.execute(new Answer(association, context, command, keys));
    }

    private final class Answer extends BasicQuery {

        private @Nullable Iterator<Attributes> found;

        Answer(Association association, Presentation context, Attributes command, Attributes keys) {
            super(association, context, command, keys);
        }

        @Override
        protected boolean hasMoreMatches() throws ImageException {
            boolean more = found().hasNext();
            int status = server.faults().findStatus();
            if (!more && status != Status.Success) {
                throw new ImageException(status, "To order");
            }
            return more;
        }

        @Override
        protected Attributes nextMatch() throws ImageException {
            return found().next();
        }

        /** Every key that was asked for comes back, without a value where there is none. */
        @Override
        protected Attributes adjust(Attributes match) {
            Attributes answer = super.adjust(match);
            String availability = server.faults().availability(match.getString(Tag.StudyInstanceUID, ""));
            if (keys.contains(Tag.InstanceAvailability) && !availability.isEmpty()) {
                answer.setString(Tag.InstanceAvailability, VR.CS, availability);
            }
            server.faults().shown().forEach((keyword, value) -> show(answer, keyword, value));
            for (int tag : keys.tags()) {
                if (!answer.contains(tag) && tag != Tag.SpecificCharacterSet) {
                    answer.setNull(tag, keys.getVR(tag));
                }
            }
            if (keys.contains(Tag.QueryRetrieveLevel)) {
                answer.setString(Tag.QueryRetrieveLevel, VR.CS, keys.getString(Tag.QueryRetrieveLevel));
                answer.setString(Tag.RetrieveAETitle, VR.AE, as.getCalledAET());
            }
            return answer;
        }

        private void show(Attributes answer, String keyword, String value) {
            int tag = ElementDictionary.tagForKeyword(keyword, null);
            if (keys.contains(tag)) {
                answer.setString(tag, keys.getVR(tag), value);
            }
        }

        private Iterator<Attributes> found() throws ImageException {
            Iterator<Attributes> known = found;
            if (known == null) {
                delay();
                known = matches().stream().limit(server.faults().findCap()).iterator();
                found = known;
            }
            return known;
        }

        /** Keys that cannot be read, such as half a date, are answered, too. */
        private List<Attributes> matches() throws ImageException {
            try {
                return matches.of(keys);
            } catch (RuntimeException e) {
                throw new ImageException(Status.UnableToProcess, e);
            }
        }

        private void delay() throws ImageException {
            try {
                server.pause(server.faults().findDelay());
            } catch (IOException e) {
                throw new ImageException(Status.ProcessingFailure, e);
            }
        }
    }
}
