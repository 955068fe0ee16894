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
    private @Nullable String opening;
    private int request;

    ImportModel(Commands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
        notice = new ReadOnlyObjectWrapper<>(beforeTheFirst());
        untilNextLook.setOnFinished(_ -> lookAgain());
    }

    private Notice beforeTheFirst() {
        return new Notice(Mark.NONE, texts.get("fetch.import.begin.title"), texts.get("fetch.import.begin.hint"));
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
        opening = path;
        int mine = request;
        notice.set(new Notice(Mark.WAITING, texts.get("fetch.import.looking.title"),
                texts.get("fetch.import.looking.hint", path)));
        commands.submit(new MediaCommand.OpenMedia(path), opened -> {
            if (mine == request) {
                seen(opened);
            } else {
                letGo(opened);
            }
        }, why -> failed(mine, why));
    }

    /** Stops looking, and lets go of the disc. What was ordered of it still comes. */
    void close() {
        MediaView open = forget();
        if (open != null) {
            letGo(open);
        }
        groups.set(List.of());
        notice.set(beforeTheFirst());
    }

    /** Waits for no answer any more; what was open, and is to be let go or looked at by somebody else. */
    private @Nullable MediaView forget() {
        untilNextLook.stop();
        request++;
        opening = null;
        MediaView open = media.get();
        media.set(null);
        return open;
    }

    /** The engine has ended: what it had not yet found it does not find any more. */
    void engineGone(Message why) {
        MediaView open = media.get();
        if (opening != null || (open != null && open.looking())) {
            forget();
            failed(request, why);
        }
    }

    private void letGo(MediaView open) {
        commands.submit(new MediaCommand.CloseMedia(open.id()), _ -> {}, _ -> {});
    }

    /** Whether no disc is open, or being opened. */
    boolean isIdle() {
        return media.get() == null && opening == null;
    }

    /** Takes the disc over from another one, which has none after it. */
    void carryOn(ImportModel before) {
        String unanswered = before.opening;
        MediaView open = before.forget();
        if (open != null) {
            seen(open);
        } else if (unanswered != null) {
            open(unanswered);
        }
    }

    private void lookAgain() {
        MediaView open = media.get();
        int mine = request;
        if (open != null) {
            commands.submit(new MediaCommand.ReadMedia(open.id()), now -> {
                if (mine == request) {
                    seen(now);
                }
            }, why -> {
                if (mine == request) {
                    letGo(open);
                    failed(mine, why);
                }
            });
        }
    }

    private void seen(MediaView now) {
        opening = null;
        media.set(now);
        if (now.looking()) {
            untilNextLook.playFromStart();
            return;
        }
        if (now.failure() != null) {
            letGo(now);
            failed(request, now.failure());
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

    private void failed(int ofRequest, Message why) {
        if (ofRequest != request) {
            return;
        }
        opening = null;
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
