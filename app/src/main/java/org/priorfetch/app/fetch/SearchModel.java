package org.priorfetch.app.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.StudyRef;

/** Asks all archives at once and puts together what they answer. What was asked is kept for this sitting only. */
final class SearchModel implements Results {

    private final Commands commands;
    private final Texts texts;
    private final SearchNotices notices;
    private final SearchForm form;
    private final Reach reach;
    private final Map<String, ArchiveAnswer> answers = new LinkedHashMap<>();
    private final ArchiveStates archives = new ArchiveStates();
    private final SearchHistory history = new SearchHistory();
    private final ReadOnlyObjectWrapper<List<Findings.Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Notice> notice;
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private List<String> known = List.of();
    private String searchId = "";
    private ArchiveQuery asked;

    SearchModel(Commands commands, Texts texts, SearchForm form, Reach reach) {
        this.commands = commands;
        this.texts = texts;
        notices = new SearchNotices(texts);
        this.form = form;
        this.reach = reach;
        asked = form.query();
        notice = new ReadOnlyObjectWrapper<>(notices.beforeTheFirst());
    }

    /** Learns which archives there are; the PACS comes last. */
    void archives(List<PeerStatus> sources) {
        List<String> names = new ArrayList<>(sources.stream().map(PeerStatus::name).toList());
        names.add(StudyRef.PACS);
        known = names;
    }

    /** Whether there is an engine to ask them. */
    Reach reach() {
        return reach;
    }

    /** The engine has ended: who was still asked will not answer. */
    void engineGone(Message why) {
        archives.asking().forEach(archive -> failed(archive, why));
    }

    ObservableList<ArchiveState> archives() {
        return archives.all();
    }

    @Override
    public ReadOnlyObjectProperty<List<Findings.Group>> groups() {
        return groups.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /** The last searches, the newest first. */
    ObservableList<ArchiveQuery> history() {
        return history.queries();
    }

    /** Asks every archive for what the form says, unless it has a problem, or nobody is there to ask. */
    void search() {
        if (!form.problem().getValue().isEmpty() || reach.isLost()) {
            return;
        }
        stop();
        searchId = UUID.randomUUID().toString();
        asked = form.query();
        history.remember(asked);
        answers.clear();
        archives.begin(known);
        known.forEach(this::ask);
        changed();
    }

    /** Whether nobody was asked for anything yet. */
    boolean isIdle() {
        return searchId.isEmpty();
    }

    /** Goes on from where another one stands; who has not answered that one is asked again. */
    void carryOn(SearchModel before) {
        if (before.searchId.isEmpty()) {
            return;
        }
        searchId = UUID.randomUUID().toString();
        known = before.known;
        asked = before.asked;
        history.carryOn(before.history);
        answers.putAll(before.answers);
        archives.carryOn(before.archives);
        archives.asking().forEach(this::ask);
        changed();
    }

    /** Asks one archive once more. */
    void askAgain(String archive) {
        archives.askAgain(archive);
        ask(archive);
        changed();
    }

    private void ask(String archive) {
        String id = searchId;
        commands.submit(new ArchiveCommand.SearchArchive(id, archive, asked), current(id, this::answered),
                current(id, why -> failed(archive, why)));
    }

    /** What comes of an earlier search is of no interest any more. */
    private <T> Consumer<T> current(String id, Consumer<T> heard) {
        return answer -> {
            if (id.equals(searchId)) {
                heard.accept(answer);
            }
        };
    }

    private void answered(ArchiveAnswer answer) {
        Message failure = answer.failure();
        if (failure != null) {
            failed(answer.source(), failure);
            return;
        }
        if (!archives.isStopped(answer.source())) {
            answers.put(answer.source(), answer);
            archives.found(answer.source(), answer.studies().size(), answer.more());
            changed();
        }
    }

    private void failed(String archive, Message why) {
        if (!archives.isStopped(archive)) {
            archives.failed(archive, why);
            changed();
        }
    }

    /** Waits for nobody any more; what was found stays. */
    void stop() {
        if (!searching.get()) {
            return;
        }
        commands.submit(new ArchiveCommand.StopSearch(searchId), _ -> {}, _ -> {});
        archives.stop();
        changed();
    }

    private void changed() {
        searching.set(!archives.asking().isEmpty());
        groups.set(Findings.of(known.stream().filter(answers::containsKey).map(answers::get).toList()));
        notice.set(notices.of(archives));
    }

    @Override
    public void listSeries(Hit.OfStudy study, Consumer<List<Hit>> listed) {
        String archive = study.isFetchable() ? study.archives().getFirst() : StudyRef.PACS;
        commands.submit(new ArchiveCommand.ListSeries(archive, study.study().studyInstanceUid()),
                series -> listed.accept(series.isEmpty()
                        ? List.of(new Hit.Remark(study, texts.get("fetch.series.none")))
                        : series.stream().<Hit>map(one -> new Hit.OfSeries(study, one)).toList()),
                why -> listed.accept(List.of(new Hit.Remark(study, texts.of(why)))));
    }
}
