package org.priorfetch.engine.dicom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.AnswerCaps;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.WorklistFeed;

/**
 * The studies of the day in the PACS, as appointments that have begun (Study Root C-FIND). A day whose answer may have been
 * capped is asked for again hour by hour.
 */
public final class ArrivalsFeed implements WorklistFeed {

    private static final int HOURS = 24;

    private final String name;
    private final AssociationPool pool;
    private final ZoneId zone;

    /**
     * @param pool of the PACS
     * @param zone in which the PACS states its times
     */
    public ArrivalsFeed(String name, AssociationPool pool, ZoneId zone) {
        this.name = name;
        this.pool = pool;
        this.zone = zone;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<WorklistItem> poll(Instant from, Instant to) throws PeerException {
        List<LocalDate> days = LocalDate.ofInstant(from, zone)
                .datesUntil(LocalDate.ofInstant(to, zone).plusDays(1))
                .toList();
        Map<String, Attributes> studies = pool.ask(Contexts.FINDING, association -> studies(association, days));
        return studies.values()
                .stream()
                .flatMap(study -> item(study).stream())
                .filter(item -> !item.scheduledStart().isBefore(from) && item.scheduledStart().isBefore(to))
                .toList();
    }

    private Map<String, Attributes> studies(PeerAssociation association, List<LocalDate> days) throws PeerException {
        Map<String, Attributes> studies = new LinkedHashMap<>();
        for (LocalDate day : days) {
            Attributes keys = StudyKeys.studies();
            keys.setString(Tag.StudyDate, VR.DA, DicomText.da(day));
            if (AnswerCaps.mayBeCapped(ask(association, keys, studies))) {
                askByHour(association, keys, studies);
            }
        }
        return studies;
    }

    private void askByHour(PeerAssociation association, Attributes keys, Map<String, Attributes> studies)
            throws PeerException {
        for (int hour = 0; hour < HOURS; hour++) {
            keys.setString(Tag.StudyTime, VR.TM, "%02d0000-%02d5959.999999".formatted(hour, hour));
            if (AnswerCaps.mayBeCapped(ask(association, keys, studies))) {
                throw PeerFailures.protocol(pool.peer(), "dicom.capped");
            }
        }
    }

    private static int ask(PeerAssociation association, Attributes keys, Map<String, Attributes> studies)
            throws PeerException {
        List<Attributes> matches = association.find(Contexts.STUDY_ROOT_FIND, keys);
        matches.forEach(match -> studies.putIfAbsent(DatasetValues.text(match, Tag.StudyInstanceUID), match));
        return matches.size();
    }

    /** Empty without a date or a UID. A study without a time counts as noon. */
    private Optional<WorklistItem> item(Attributes study) {
        LocalDate date = DatasetValues.date(study, Tag.StudyDate);
        LocalTime time = DatasetValues.time(study, Tag.StudyTime);
        String uid = DatasetValues.text(study, Tag.StudyInstanceUID);
        if (date == null || uid.isEmpty()) {
            return Optional.empty();
        }
        Instant begun = date.atTime(time == null ? LocalTime.NOON : time).atZone(zone).toInstant();
        return Optional.of(new WorklistItem(DatasetValues.text(study, Tag.AccessionNumber), uid,
                DatasetValues.patient(study), DatasetValues.texts(study, Tag.ModalitiesInStudy),
                DatasetValues.text(study, Tag.StudyDescription), "", begun, Urgency.ROUTINE, name, "", "", "",
                PatientTraits.NONE, DatasetValues.codes(study, Tag.ProcedureCodeSequence)));
    }
}
