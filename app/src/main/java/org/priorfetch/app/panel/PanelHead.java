package org.priorfetch.app.panel;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;

/**
 * The top of the panel.
 *
 * @param title the state of everything in a word or two
 * @param headline the same in figures
 */
record PanelHead(Mark mark, String title, String headline, boolean paused) {

    PanelHead titled(Notice notice) {
        return new PanelHead(notice.mark(), notice.title(), headline, paused);
    }
}
