package org.priorfetch.engine.dicom;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.port.AnswerCaps;
import org.priorfetch.engine.port.PeerException;

/**
 * Finds all studies even where an archive ends its answer at a cap without saying so: an answer of just such a length is asked
 * for again in two halves by Study Date, until every part is shorter.
 */
final class CompleteFind {

    private static final LocalDate FIRST_DAY = LocalDate.of(1895, 11, 8);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final PeerAssociation association;
    private final Peer peer;
    private final Attributes keys;
    private final Map<String, Attributes> found = new LinkedHashMap<>();

    CompleteFind(PeerAssociation association, Peer peer, Attributes keys) {
        this.association = association;
        this.peer = peer;
        this.keys = keys;
    }

    /** @throws PeerException also when the answer cannot be told from a capped one */
    Collection<Attributes> all() throws PeerException {
        List<Attributes> matches = ask(keys);
        if (AnswerCaps.mayBeCapped(matches.size())) {
            split(matches, FIRST_DAY, LAST_DAY);
        }
        return found.values();
    }

    private List<Attributes> ask(Attributes question) throws PeerException {
        List<Attributes> matches = association.find(Contexts.STUDY_ROOT_FIND, question);
        matches.forEach(match -> found.putIfAbsent(DatasetValues.text(match, Tag.StudyInstanceUID), match));
        return matches;
    }

    private void split(List<Attributes> matches, LocalDate first, LocalDate last) throws PeerException {
        List<LocalDate> dates = matches.stream()
                .map(match -> DatasetValues.date(match, Tag.StudyDate))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        LocalDate middle = dates.isEmpty() ? first : dates.get((dates.size() - 1) / 2);
        if (dates.isEmpty() || !middle.isBefore(last)) {
            throw PeerFailures.protocol(peer, "dicom.capped");
        }
        askBetween(first, middle);
        askBetween(middle.plusDays(1), last);
    }

    private void askBetween(LocalDate first, LocalDate last) throws PeerException {
        Attributes question = new Attributes(keys);
        question.setString(Tag.StudyDate, VR.DA, DicomText.range(first, last));
        List<Attributes> matches = ask(question);
        if (AnswerCaps.mayBeCapped(matches.size())) {
            split(matches, first, last);
        }
    }
}
