package org.priorfetch.app.shell;

import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Headline;
import org.priorfetch.app.controls.HeadlinePresenter;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerStatus;

/** What the main window shows around its screens. */
public final class ShellModel {

    private final Texts texts;
    private final HeadlinePresenter headlines;
    private final PeerPresenter peerPresenter;
    private final KeyedRows<PeerStatus, PeerLine> peers;
    private final ReadOnlyObjectWrapper<Headline> headline;
    private final ReadOnlyObjectWrapper<List<Notice>> troubles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper needsReview = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<ScreenId> screen = new SimpleObjectProperty<>(ScreenId.TODAY);
    private @Nullable EngineSnapshot latest;

    public ShellModel(Texts texts, Formats formats) {
        this.texts = texts;
        headlines = new HeadlinePresenter(texts);
        peerPresenter = new PeerPresenter(texts, formats);
        peers = new KeyedRows<>(peer -> peer.kind() + peer.name(), peerPresenter::line);
        headline = new ReadOnlyObjectWrapper<>(headlines.starting());
    }

    /** Shows what the engine knows now. */
    public void show(EngineSnapshot snapshot) {
        latest = snapshot;
        peers.update(PeerPresenter.all(snapshot));
        needsReview.set(snapshot.needsReview());
        headline.set(headlines.headline(snapshot));
        troubles.set(peerPresenter.troubles(snapshot));
    }

    /** The engine has ended: what the screens show is no longer true. */
    void engineGone(Message why) {
        latest = null;
        peers.update(List.of());
        headline.set(new Headline(Mark.UNREACHABLE, texts.get("shell.gone.title")));
        troubles.set(List.of(new Notice(Mark.UNREACHABLE, texts.of(why), texts.get("shell.gone.hint"))));
    }

    /** Time has passed: what is said relative to now is said anew. */
    void presentAgain() {
        peers.presentAgain();
        if (latest != null) {
            troubles.set(peerPresenter.troubles(latest));
        }
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

    /** How many things wait for a person. */
    ReadOnlyIntegerProperty needsReviewProperty() {
        return needsReview.getReadOnlyProperty();
    }

    ObjectProperty<ScreenId> screenProperty() {
        return screen;
    }
}
