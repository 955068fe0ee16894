package org.priorfetch.engine.store;

import java.nio.file.Path;

import org.priorfetch.engine.model.Message;

/** Another process owns the home folder. */
public final class HomeInUseException extends StoreException {

    private static final long serialVersionUID = 1L;

    HomeInUseException(Path home) {
        super(Message.of("store.homeInUse", home), null);
    }
}
