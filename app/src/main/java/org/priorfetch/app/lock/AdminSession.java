package org.priorfetch.app.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.IdleTimer;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.AdminKey;
import org.priorfetch.engine.api.Guarded;
import org.priorfetch.engine.api.LockState;
import org.priorfetch.engine.api.Passphrase;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.Message;

/**
 * The admin at this window: holds the key once the passphrase was right, and lets go of it when nobody has used it for ten
 * minutes. One for all screens. Used on the FX thread.
 */
public final class AdminSession {

    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Commands commands;
    private final IdleTimer timer;
    private final ReadOnlyObjectWrapper<@Nullable AdminKey> held = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LockState> lock = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper unlocked = new ReadOnlyBooleanWrapper();

    public AdminSession(Commands commands) {
        this(commands, IdleTimer.onScreen());
    }

    AdminSession(Commands commands, IdleTimer timer) {
        this.commands = commands;
        this.timer = timer;
        unlocked.bind(held.isNotNull());
    }

    /** The key to be given with a guarded command; to be asked for at each, which counts as use. Empty while locked. */
    public Optional<AdminKey> key() {
        if (held.get() != null) {
            timer.restart(UNUSED, this::lock);
        }
        return Optional.ofNullable(held.get());
    }

    public ReadOnlyBooleanProperty unlockedProperty() {
        return unlocked.getReadOnlyProperty();
    }

    /** What is protected; null until the engine was asked. */
    public ReadOnlyObjectProperty<@Nullable LockState> lockProperty() {
        return lock.getReadOnlyProperty();
    }

    /** Whether something in the area may be changed now. Not before the engine was asked. */
    public boolean allows(AdminArea area) {
        LockState known = lock.get();
        return unlocked.get() || (known != null && !known.protectedAreas().contains(area));
    }

    /** Whether something in the area is known to be protected, and is locked now. */
    public boolean keeps(AdminArea area) {
        return lock.get() != null && !allows(area);
    }

    /** Asks the engine what is protected. */
    public void refresh() {
        commands.submit(new SiteCommand.ReadLock(), lock::set, _ -> {});
    }

    /** Calls one of the two once it is known whether the passphrase was right. */
    public void unlock(String passphrase, Runnable opened, Consumer<Message> refused) {
        commands.submit(new SiteCommand.Unlock(new Passphrase(passphrase)), key -> take(key, opened), refused);
    }

    /**
     * Sets the passphrase, which unlocks. Calls one of the two.
     *
     * @param old null where there is none yet
     */
    public void setPassphrase(@Nullable String old, String fresh, Runnable opened, Consumer<Message> refused) {
        commands.submit(new SiteCommand.SetPassphrase(old == null ? null : new Passphrase(old),
                new Passphrase(fresh)), key -> take(key, opened), refused);
    }

    /** From now on exactly these areas need the key. */
    public void protect(Set<AdminArea> areas, Consumer<Message> refused) {
        commands.submit(new SiteCommand.ProtectAreas(areas, held.get()), lock::set, why -> {
            refused(why);
            refused.accept(why);
        });
    }

    public void lock() {
        AdminKey key = held.get();
        timer.stop();
        held.set(null);
        if (key != null) {
            commands.submit(new SiteCommand.Lock(key), _ -> {}, _ -> {});
        }
    }

    /** To be told of a refusal: a key that opens nothing any more is let go. Whether that was it. */
    public boolean refused(Message why) {
        boolean locked = why.key().equals(Guarded.LOCKED);
        if (locked) {
            lock();
            refresh();
        }
        return locked;
    }

    private void take(AdminKey key, Runnable opened) {
        timer.restart(UNUSED, this::lock);
        held.set(key);
        refresh();
        opened.run();
    }
}
