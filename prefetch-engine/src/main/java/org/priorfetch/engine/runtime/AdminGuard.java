package org.priorfetch.engine.runtime;

import org.priorfetch.engine.admin.AdminLock;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.Guarded;
import org.priorfetch.engine.settings.SiteFile;

/** Stands before all desks and lets through what the admin allows. */
final class AdminGuard {

    private final AdminLock lock;
    private final SiteFile file;

    AdminGuard(AdminLock lock, SiteFile file) {
        this.lock = lock;
        this.file = file;
    }

    /** @throws CommandFailedException when the command needs a key and has none that opens */
    void require(EngineCommand<?> command) throws CommandFailedException {
        if (command instanceof Guarded guarded && !isFirst()) {
            lock.require(guarded);
        }
    }

    /** The assistant sets up a new site before anybody has thought of a passphrase. A file with a mistake is no new site. */
    private boolean isFirst() throws CommandFailedException {
        return !file.exists() && !lock.state().passphraseSet();
    }
}
