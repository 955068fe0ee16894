package org.priorfetch.app.shell;

import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.today.TodayModel;
import org.priorfetch.app.transfers.TransfersModel;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.PeerStatus;

/** What the main window shows around its screens. */
public final class ShellModel {

    private final HeadlinePresenter headlines;
    private final PeerPresenter peerPresenter;
    private final Privacy privacy = new Privacy();
    private final TodayModel today;
    private final TransfersModel transfers;
    private final KeyedRows<PeerStatus, PeerLine> peers;
    private final ReadOnlyObjectWrapper<Headline> headline;
    private final ReadOnlyObjectWrapper<List<Notice>> troubles = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.TODAY);
    private @Nullable EngineSnapshot latest;

    public ShellModel(Texts texts, Formats formats) {
        headlines = new HeadlinePresenter(texts);
        peerPresenter = new PeerPresenter(texts, formats);
        today = new TodayModel(texts, formats, privacy);
        transfers = new TransfersModel(texts, formats, privacy);
        peers = new KeyedRows<>(peer -> peer.kind() + peer.name(), peerPresenter::line);
        headline = new ReadOnlyObjectWrapper<>(headlines.starting());
        privacy.namesHiddenProperty().subscribe(this::presentAgain);
    }

    /** Shows what the engine knows now. */
    public void show(EngineSnapshot snapshot) {
        latest = snapshot;
        today.show(snapshot);
        transfers.show(snapshot);
        peers.update(PeerPresenter.all(snapshot));
        headline.set(headlines.headline(snapshot));
        troubles.set(peerPresenter.troubles(snapshot));
    }

    /** Time has passed: what is said relative to now is said anew. */
    public void timePassed() {
        presentAgain();
    }

    TodayModel today() {
        return today;
    }

    TransfersModel transfers() {
        return transfers;
    }

    Privacy privacy() {
        return privacy;
    }

    ObservableList<Row<PeerStatus, PeerLine>> peers() {
        return peers.rows();
    }

    ReadOnlyObjectProperty<Headline> headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Notice>> troublesProperty() {
        return troubles.getReadOnlyProperty();
    }

    ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    private void presentAgain() {
        today.presentAgain();
        transfers.presentAgain();
        peers.presentAgain();
        if (latest != null) {
            troubles.set(peerPresenter.troubles(latest));
        }
    }
}
