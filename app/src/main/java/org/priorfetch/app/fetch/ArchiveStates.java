package org.priorfetch.app.fetch;

import java.util.List;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.priorfetch.app.fetch.ArchiveState.Stage;
import org.priorfetch.engine.model.Message;

/** How every archive stands in one search. One that was stopped stays so until it is asked again. */
final class ArchiveStates {

    private final ObservableList<ArchiveState> all = FXCollections.observableArrayList();

    ObservableList<ArchiveState> all() {
        return all;
    }

    /** A search begins: all are asked. */
    void begin(List<String> archives) {
        all.setAll(archives.stream().map(ArchiveState::asking).toList());
    }

    void carryOn(ArchiveStates before) {
        all.setAll(before.all);
    }

    void askAgain(String archive) {
        replace(ArchiveState.asking(archive));
    }

    /** Those that have not answered. */
    List<String> asking() {
        return all.stream().filter(state -> state.stage() == Stage.ASKING).map(ArchiveState::archive).toList();
    }

    boolean isStopped(String archive) {
        return all.stream().anyMatch(state -> state.archive().equals(archive) && state.stage() == Stage.STOPPED);
    }

    /** Whether there are any, and each of them has answered. */
    boolean haveAllAnswered() {
        return !all.isEmpty() && asking().isEmpty() && all.stream().noneMatch(ArchiveState::canBeAskedAgain);
    }

    /** @param more whether the archive has more than it tells */
    void found(String archive, int studies, boolean more) {
        replace(new ArchiveState(archive, more ? Stage.MORE : Stage.FOUND, studies, null));
    }

    void failed(String archive, Message why) {
        replace(new ArchiveState(archive, Stage.FAILED, 0, why));
    }

    /** Nobody is waited for any more. */
    void stop() {
        asking().forEach(archive -> replace(new ArchiveState(archive, Stage.STOPPED, 0, null)));
    }

    private void replace(ArchiveState state) {
        all.replaceAll(before -> before.archive().equals(state.archive()) ? state : before);
    }
}
