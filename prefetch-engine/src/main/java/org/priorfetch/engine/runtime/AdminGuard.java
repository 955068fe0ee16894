package org.priorfetch.engine.runtime;

import java.util.function.BooleanSupplier;

import org.priorfetch.engine.admin.AdminLock;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.Guarded;

/** Stands before all desks and lets through what the admin allows. */
final class AdminGuard {

    private final AdminLock lock;

    AdminGuard(AdminLock lock) {
        this.lock = lock;
    }

    /** @throws CommandFailedException when the command needs a key and has none that opens */
    void require(EngineCommand<?> command, BooleanSupplier configured) throws CommandFailedException {
        if (command instanceof Guarded guarded && !isFirst(configured)) {
            lock.require(guarded);
        }
    }

    /** The assistant sets up a new site before anybody has thought of a passphrase. */
    private boolean isFirst(BooleanSupplier configured) throws CommandFailedException {
        return !configured.getAsBoolean() && !lock.state().passphraseSet();
    }
}
