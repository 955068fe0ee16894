package org.priorfetch.engine.dicom;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.priorfetch.engine.port.WindowMemory;

/** Remembers for as long as the program runs. */
final class WindowsInMemory implements WindowMemory {

    private final Set<String> refusing = ConcurrentHashMap.newKeySet();

    @Override
    public boolean mayAsk(String peer) {
        return !refusing.contains(peer);
    }

    @Override
    public void refused(String peer) {
        refusing.add(peer);
    }
}
