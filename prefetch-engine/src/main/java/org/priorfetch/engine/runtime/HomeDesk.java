package org.priorfetch.engine.runtime;

import org.priorfetch.engine.admin.AdminLock;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.SiteCommand;

/** Carries out what needs the home folder only, not its settings. */
final class HomeDesk {

    private final AdminLock lock;
    private final SiteSaving site;
    private final PeerTrial trial;

    HomeDesk(AdminLock lock, SiteSaving site, PeerTrial trial) {
        this.trial = trial;
        this.lock = lock;
        this.site = site;
    }

    Object carryOut(SiteCommand.OfHome<?> command) throws CommandFailedException {
        return switch (command) {
            case SiteCommand.ReadSite _ -> site.read();
            case SiteCommand.CheckPeer check -> trial.check(check);
            case SiteCommand.SaveSite save -> site.save(save);
            case SiteCommand.ReadLock _ -> lock.state();
            case SiteCommand.Unlock unlock -> lock.unlock(unlock.passphrase());
            case SiteCommand.Lock end -> lock.lock(end.key());
            case SiteCommand.SetPassphrase set -> lock.setPassphrase(set.old(), set.fresh());
            case SiteCommand.ProtectAreas protect -> lock.protect(protect.areas(), protect.key());
        };
    }

    Object carryOut(RulesCommand.OfFile<?> command) throws CommandFailedException {
        return switch (command) {
            case RulesCommand.ReadRules _ -> site.readRules();
            case RulesCommand.SaveRules save -> site.save(save);
        };
    }
}
