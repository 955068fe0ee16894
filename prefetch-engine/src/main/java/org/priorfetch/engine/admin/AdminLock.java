package org.priorfetch.engine.admin;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.AdminKey;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.Guarded;
import org.priorfetch.engine.api.LockState;
import org.priorfetch.engine.api.Passphrase;
import org.priorfetch.engine.model.Message;

/**
 * The lock before what only the admin may change. It guards against accidents: who can write the home folder can also
 * remove the lock. Safe for use from any thread.
 */
public final class AdminLock {

    private final AdminFile file;
    private final AdminKeys keys;
    private final InstantSource clock;

    public AdminLock(Path home, InstantSource clock) {
        this.file = new AdminFile(home);
        this.keys = new AdminKeys(clock);
        this.clock = clock;
    }

    public synchronized LockState state() throws CommandFailedException {
        return state(file.read());
    }

    private LockState state(AdminRecord known) {
        return new LockState(known.hash() != null, known.areas(), known.triesAgainAt(clock.instant()));
    }

    public synchronized AdminKey unlock(Passphrase passphrase) throws CommandFailedException {
        AdminRecord known = file.read();
        if (known.hash() == null) {
            throw new CommandFailedException(Message.of("admin.noPassphrase"));
        }
        AdminRecord after = tried(known, passphrase);
        if (!after.equals(known)) {
            file.write(after);
        }
        return keys.issue();
    }

    /** The first passphrase needs no old one. */
    public synchronized AdminKey setPassphrase(@Nullable Passphrase old, Passphrase fresh)
            throws CommandFailedException {
        int length = fresh.text().strip().length();
        if (length < Passphrase.SHORTEST || fresh.text().length() > Passphrase.LONGEST) {
            throw new CommandFailedException(
                    Message.of("admin.badLength", Passphrase.SHORTEST, Passphrase.LONGEST));
        }
        AdminRecord after = tried(file.read(), old).with(PassphraseHash.of(fresh));
        file.write(after);
        keys.endAll();
        return keys.issue();
    }

    /** A failure is on the disk before it is told, so that a restart does not forget it. */
    private AdminRecord tried(AdminRecord known, @Nullable Passphrase passphrase) throws CommandFailedException {
        Instant now = clock.instant();
        Instant again = known.triesAgainAt(now);
        if (again != null) {
            throw new CommandFailedException(
                    Message.of("admin.tooSoon", Math.max(1, again.getEpochSecond() - now.getEpochSecond())));
        }
        if (!known.isRight(passphrase)) {
            file.write(known.failed(now));
            throw new CommandFailedException(Message.of("admin.wrong"));
        }
        return known.succeeded();
    }

    public synchronized boolean lock(AdminKey key) {
        return keys.end(key);
    }

    public synchronized LockState protect(Set<AdminArea> areas, @Nullable AdminKey key)
            throws CommandFailedException {
        if (!opens(key)) {
            throw locked();
        }
        AdminRecord after = file.read().protecting(areas);
        file.write(after);
        return state(after);
    }

    /**
     * Lets a command through.
     *
     * @throws CommandFailedException unless the command's area is free, or its key opens
     */
    public synchronized void require(Guarded command) throws CommandFailedException {
        boolean opened = opens(command.key());
        if (!opened && file.read().areas().contains(command.area())) {
            throw locked();
        }
    }

    private boolean opens(@Nullable AdminKey key) {
        return key != null && keys.use(key);
    }

    private static CommandFailedException locked() {
        return new CommandFailedException(Message.of(Guarded.LOCKED));
    }
}
