package org.priorfetch.app.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.screen.Teller;

/** Writes down what is told, and shows nothing. Thread-safe. */
public final class NotedTeller implements Teller {

    private final List<Notice> told = new CopyOnWriteArrayList<>();
    private final List<Runnable> undos = new CopyOnWriteArrayList<>();

    @Override
    public void tell(Notice notice) {
        told.add(notice);
    }

    @Override
    public void tell(Notice notice, String undoText, Runnable undo) {
        undos.add(undo);
        told.add(notice);
    }

    public List<Notice> told() {
        return told;
    }

    /** What takes back what was told of, in the same order. */
    public List<Runnable> undos() {
        return undos;
    }
}
