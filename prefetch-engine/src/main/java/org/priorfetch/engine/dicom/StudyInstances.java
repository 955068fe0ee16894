package org.priorfetch.engine.dicom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.ReadingOrder;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.port.AnswerCaps;
import org.priorfetch.engine.port.PeerException;

/** The instances of a study, asked for series by series, as C-FIND wants it. */
record StudyInstances(PeerAssociation association, Peer peer) {

    /** Localizers are few; of longer series some archives would have to open every file to tell what they are. */
    private static final int MOST_LOCALIZERS = 20;
    private static final int UNKNOWN_COUNT = -1;

    /** Brings more associations on which the questions may be asked, too, without waiting for them. */
    interface Helpers {

        /**
         * Brings so many at most.
         *
         * @param questions those that come before they are known wait for them
         * @param modalities of the series, whose images are what is asked for next
         */
        void help(CompletableFuture<SideBySide<?>> questions, int count, Set<String> modalities);
    }

    /**
     * What the peer has told of the study before.
     *
     * @param instances how many there are; not positive where it is not known
     */
    record Told(Set<String> modalities, int instances) {

        static final Told NOTHING = new Told(Set.of(), 0);

        boolean isEnough() {
            return instances > 0 && !modalities.isEmpty();
        }
    }

    private record Series(ReadingOrder.Series facts, List<InstanceRef> instances) {}

    /** Helpers come before the series are known where it is known that there will be something to do for them. */
    List<InstanceRef> inOrder(String studyUid, SeriesOrder order, Helpers helpers, Told told) throws PeerException {
        CompletableFuture<SideBySide<?>> questions = new CompletableFuture<>();
        if (told.isEnough()) {
            helpers.help(questions, told.instances() - 1, told.modalities());
        }
        try {
            return inOrder(studyUid, order, helpers, told, questions);
        } finally {
            questions.complete(new SideBySide<>(List.of())); // where the series could not be found out
        }
    }

    private List<InstanceRef> inOrder(String studyUid, SeriesOrder order, Helpers helpers, Told told,
            CompletableFuture<SideBySide<?>> asked) throws PeerException {
        boolean localizers = order.asksForLocalizers();
        Collection<Attributes> matches = association.find(Contexts.STUDY_ROOT_FIND,
                localizers ? StudyKeys.countedSeries(studyUid) : StudyKeys.series(studyUid));
        List<SideBySide.Question<Series>> questions = new ArrayList<>();
        Set<String> modalities = new TreeSet<>();
        for (Attributes match : matches) {
            questions.add(series(studyUid, match, localizers && matches.size() > 1));
            modalities.add(DatasetValues.text(match, Tag.Modality));
        }
        SideBySide<Series> lists = new SideBySide<>(questions);
        asked.complete(lists);
        if (!told.isEnough()) {
            helpers.help(asked, questions.size() - 1, modalities);
        }
        List<Series> all = lists.answers(association);
        requireWhole(studyUid, all, told);
        return order.sorted(all, Series::facts)
                .stream()
                .flatMap(series -> series.instances().stream())
                .toList();
    }

    /** Lists of a length at which archives stop are believed where they have as many instances as the archive says there are. */
    private void requireWhole(String studyUid, List<Series> lists, Told told) throws PeerException {
        boolean doubtful = AnswerCaps.mayBeCapped(lists.size())
                || lists.stream().anyMatch(series -> AnswerCaps.mayBeCapped(series.instances().size()));
        if (!doubtful) {
            return;
        }
        int listed = lists.stream().mapToInt(series -> series.instances().size()).sum();
        if (listed < (told.instances() > 0 ? told.instances() : count(studyUid))) {
            throw PeerFailures.protocol(peer, "dicom.capped");
        }
    }

    private int count(String studyUid) throws PeerException {
        return association.find(Contexts.STUDY_ROOT_FIND, StudyKeys.count(studyUid))
                .stream()
                .mapToInt(study -> study.getInt(Tag.NumberOfStudyRelatedInstances, UNKNOWN_COUNT))
                .max()
                .orElse(UNKNOWN_COUNT);
    }

    private SideBySide.Question<Series> series(String studyUid, Attributes match, boolean localizers)
            throws PeerException {
        String seriesUid = uid(match, Tag.SeriesInstanceUID);
        ReadingOrder.Series told = facts(match);
        boolean typed = localizers && !told.isLocalizer()
                && match.getInt(Tag.NumberOfSeriesRelatedInstances, UNKNOWN_COUNT) <= MOST_LOCALIZERS;
        return asked -> {
            Collection<Attributes> found = asked.find(Contexts.STUDY_ROOT_FIND,
                    typed ? StudyKeys.typedInstances(studyUid, seriesUid) : StudyKeys.instances(studyUid, seriesUid));
            List<InstanceRef> instances = new ArrayList<>();
            for (Attributes instance : found) {
                instances.add(new InstanceRef(uid(instance, Tag.SOPInstanceUID),
                        DatasetValues.text(instance, Tag.SOPClassUID), seriesUid));
            }
            boolean areLocalizers = typed && ReadingOrder.areLocalizers(
                    found.stream().map(instance -> DatasetValues.texts(instance, Tag.ImageType)).toList());
            return new Series(told.ofLocalizers(areLocalizers), instances);
        };
    }

    private static ReadingOrder.Series facts(Attributes series) {
        return ReadingOrder.Series.of(DatasetValues.text(series, Tag.SeriesDescription),
                DatasetValues.date(series, Tag.SeriesDate), DatasetValues.time(series, Tag.SeriesTime),
                DatasetValues.text(series, Tag.SeriesNumber));
    }

    /** What tells them apart, and nothing else. */
    Set<String> uids(String studyUid, Helpers helpers) throws PeerException {
        List<SideBySide.Question<Set<String>>> questions = new ArrayList<>();
        for (Attributes series : association.find(Contexts.STUDY_ROOT_FIND, StudyKeys.series(studyUid))) {
            questions.add(uids(StudyKeys.instanceUids(studyUid, uid(series, Tag.SeriesInstanceUID))));
        }
        SideBySide<Set<String>> lists = new SideBySide<>(questions);
        helpers.help(CompletableFuture.completedFuture(lists), questions.size() - 1, Set.of());
        Set<String> uids = new HashSet<>();
        lists.answers(association).forEach(uids::addAll);
        return uids;
    }

    private SideBySide.Question<Set<String>> uids(Attributes keys) {
        return asked -> {
            Set<String> uids = new HashSet<>();
            for (Attributes instance : asked.find(Contexts.STUDY_ROOT_FIND, keys)) {
                uids.add(uid(instance, Tag.SOPInstanceUID));
            }
            return uids;
        };
    }

    /** A unique key (PS3.4 C.2.2.1.1); an answer without it cannot be counted. */
    private String uid(Attributes match, int tag) throws PeerException {
        String uid = DatasetValues.text(match, tag);
        if (uid.isEmpty()) {
            throw PeerFailures.protocol(peer, "dicom.answerWithoutUid");
        }
        return uid;
    }
}
