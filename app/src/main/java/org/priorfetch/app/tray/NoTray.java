package org.priorfetch.app.tray;

import java.util.List;

/** Where there cannot be a tray. */
public final class NoTray implements Tray {

    @Override
    public boolean isThere() {
        return false;
    }

    @Override
    public void show(TrayState state, List<ViewerEntry> viewerEntries) {}

    @Override
    public void tell(String text) {}

    @Override
    public void close() {}
}
