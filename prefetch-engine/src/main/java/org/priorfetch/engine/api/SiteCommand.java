package org.priorfetch.engine.api;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;

/** A command about the site: its PACS, worklists and sources, and who may change them. */
public sealed interface SiteCommand<R> extends EngineCommand<R> {

    /** A command about the home folder, answered whether or not its settings can be used. */
    sealed interface OfHome<R> extends SiteCommand<R> {}

    /** Try the peers out, all or the one with the name; answers none when there is no such peer. */
    record CheckPeers(@Nullable String name) implements SiteCommand<List<PeerCheck>> {}

    /**
     * Measure one thing at a peer; refused when there is none of the name, or another measurement is under way. What could not
     * be measured is noted in the answer.
     */
    record MeasurePeer(String name, MeasureStep step) implements SiteCommand<PeerMeasures> {}

    /** Send one marked test study of nobody into the PACS; refused where the PACS does not take it. */
    record TestDelivery() implements SiteCommand<DeliveryTest> {}

    /**
     * Keep what a person saw of the last test study.
     *
     * @param landed whether it is among what is still to be read
     */
    record AnswerDeliveryTest(String studyUid, boolean landed) implements SiteCommand<DeliveryTest> {}

    /** What {@code site.yaml} says, and what is wrong with it. The URL of the database is never told. */
    record ReadSite() implements OfHome<SiteReport> {}

    /**
     * One step of the connectivity doctor at a peer that need not be saved; refused when its values cannot be used.
     *
     * @param self who we are to it
     */
    record CheckPeer(PeerKind kind, SiteSection self, SiteSection peer, CheckStep step)
            implements OfHome<ProbeStep> {}

    /**
     * Write the form into {@code site.yaml} and work with it from now on.
     *
     * @param version of the file that the form was read from; another one means that somebody else has changed it since
     */
    record SaveSite(String version, SiteForm form, @Nullable AdminKey key) implements OfHome<SaveAnswer>, Guarded {

        @Override
        public AdminArea area() {
            return AdminArea.SITE;
        }
    }

    /** What is kept for the admin. */
    record ReadLock() implements OfHome<LockState> {}

    /** A key for the passphrase; refused when it is wrong, or too soon after a wrong one. */
    record Unlock(Passphrase passphrase) implements OfHome<AdminKey> {}

    /** Makes the key worthless; answers whether it was worth anything. */
    record Lock(AdminKey key) implements OfHome<Boolean> {}

    /** Sets the passphrase and gives a key. The old one is needed unless there is none; all other keys end. */
    record SetPassphrase(@Nullable Passphrase old, Passphrase fresh) implements OfHome<AdminKey> {}

    /** From now on exactly these areas need a key. Always needs one itself. */
    record ProtectAreas(Set<AdminArea> areas, @Nullable AdminKey key)
            implements OfHome<LockState>, Guarded {

        public ProtectAreas {
            areas = Set.copyOf(areas);
        }

        @Override
        public AdminArea area() {
            return AdminArea.SITE;
        }
    }
}
