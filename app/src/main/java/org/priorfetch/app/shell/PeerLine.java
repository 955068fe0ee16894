package org.priorfetch.app.shell;

import org.priorfetch.app.controls.Mark;

/**
 * What the status bar shows of a peer.
 *
 * @param lastAnswer when it last answered, or since when it has not
 * @param spoken all of it in a sentence, with what went wrong
 */
record PeerLine(Mark mark, String name, String lastAnswer, String spoken) {}
