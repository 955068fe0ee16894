package org.priorfetch.app.fetch;

import java.util.List;
import java.util.function.Consumer;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.FoundStudy;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.MediaStudyView;
import org.priorfetch.engine.api.MediaView;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.StudyRef;

/** Opens a disc or folder and shows what it holds, as results to choose from. */
final class ImportModel implements Results {

    private static final Duration BETWEEN_LOOKS = Duration.millis(300);

    private final Commands commands;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable MediaView> media = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Findings.Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Notice> notice;
    private final PauseTransition untilNextLook = new PauseTransition(BETWEEN_LOOKS);

    ImportModel(Commands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
        notice = new ReadOnlyObjectWrapper<>(
                new Notice(Mark.NONE, texts.get("fetch.import.begin.title"), texts.get("fetch.import.begin.hint")));
        untilNextLook.setOnFinished(_ -> lookAgain());
    }

    /** What is known of the disc or folder; null before the first is opened. */
    ReadOnlyObjectProperty<@Nullable MediaView> media() {
        return media.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<List<Findings.Group>> groups() {
        return groups.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Opens another one; the one before is closed. */
    void open(String path) {
        close();
        notice.set(new Notice(Mark.WAITING, texts.get("fetch.import.looking.title"),
                texts.get("fetch.import.looking.hint", path)));
        commands.submit(new MediaCommand.OpenMedia(path), this::seen, this::failed);
    }

    /** Stops looking, and lets go of the disc. What was ordered of it before it was read to its end is not there any more. */
    void close() {
        untilNextLook.stop();
        MediaView open = media.get();
        if (open != null) {
            commands.submit(new MediaCommand.CloseMedia(open.id()), _ -> {}, _ -> {});
            media.set(null);
            groups.set(List.of());
            notice.set(new Notice(Mark.NONE, texts.get("fetch.import.begin.title"),
                    texts.get("fetch.import.begin.hint")));
        }
    }

    private void lookAgain() {
        MediaView open = media.get();
        if (open != null) {
            commands.submit(new MediaCommand.ReadMedia(open.id()), this::seenAgain, this::failed);
        }
    }

    private void seenAgain(MediaView now) {
        MediaView open = media.get();
        if (open != null && open.id() == now.id()) {
            seen(now);
        }
    }

    private void seen(MediaView now) {
        media.set(now);
        if (now.looking()) {
            untilNextLook.playFromStart();
            return;
        }
        if (now.failure() != null) {
            failed(now.failure());
            return;
        }
        groups.set(Findings.of(List.of(new ArchiveAnswer(StudyRef.MEDIA,
                now.studies().stream().map(ImportModel::found).toList(), false, null))));
        notice.set(new Notice(Mark.NONE, texts.get("fetch.import.none.title"),
                texts.get("fetch.import.none.hint", now.path())));
    }

    private static FoundStudy found(MediaStudyView study) {
        return new FoundStudy(new ArchiveStudy(study.studyUid(), study.patient(), study.accessionNumber(),
                study.studyDate(), null, study.studyDescription(), study.modalities(), ArchiveStudy.UNKNOWN_COUNT,
                study.instances()), study.presence());
    }

    private void failed(Message why) {
        media.set(null);
        notice.set(new Notice(Mark.UNREACHABLE, texts.get("fetch.import.failed.title"), texts.of(why)));
    }

    @Override
    public void listSeries(Hit.OfStudy study, Consumer<List<Hit>> listed) {
        commands.submit(new ArchiveCommand.ListSeries(StudyRef.MEDIA, study.study().studyInstanceUid()),
                series -> listed.accept(series.stream().<Hit>map(one -> new Hit.OfSeries(study, one)).toList()),
                why -> listed.accept(List.of(new Hit.Remark(study, texts.of(why)))));
    }
}
