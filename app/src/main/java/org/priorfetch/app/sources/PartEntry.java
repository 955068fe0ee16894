package org.priorfetch.app.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;

/**
 * One part of the site: what the file has, and how it does.
 *
 * @param index in its list; {@link SiteSection#NEW} while it is not saved
 * @param status null where nothing is known, and for ourselves
 * @param bytesPerSecond what comes from it just now; null where nothing can come from
 * @param unsaved whether something is typed and not saved
 */
record PartEntry(Part part, int index, SiteSection section, @Nullable PeerStatus status,
        @Nullable Long bytesPerSecond, boolean unsaved) {

    PartEntry(Part part, int index, SiteSection section, @Nullable PeerStatus status, @Nullable Long bytesPerSecond) {
        this(part, index, section, status, bytesPerSecond, false);
    }

    /** One that is not in the file yet. */
    static PartEntry fresh(Part part) {
        return new PartEntry(part, SiteSection.NEW, SiteSection.of(Map.of()), null, null);
    }

    PartEntry unsaved(boolean now) {
        return new PartEntry(part, index, section, status, bytesPerSecond, now);
    }

    boolean isFresh() {
        return index == SiteSection.NEW;
    }

    String key() {
        return part + "." + index;
    }

    String name() {
        return section.get("name");
    }

    static List<PartEntry> all(SiteForm form, @Nullable EngineSnapshot snapshot) {
        List<PartEntry> all = new ArrayList<>();
        all.add(new PartEntry(Part.PACS, 0, form.pacs(), snapshot == null ? null : snapshot.pacs(), null));
        for (SiteSection one : form.worklists()) {
            all.add(new PartEntry(Part.WORKLIST, one.place(), one,
                    snapshot == null ? null : status(snapshot.worklists(), one), null));
        }
        for (SiteSection one : form.sources()) {
            all.add(new PartEntry(Part.SOURCE, one.place(), one,
                    snapshot == null ? null : status(snapshot.sources(), one), rate(snapshot, one.get("name"))));
        }
        all.add(new PartEntry(Part.PROCEDURES, 0, form.procedures(), null, null));
        all.add(new PartEntry(Part.EXCLUDE, 0, form.exclude(), null, null));
        all.add(new PartEntry(Part.SELF, 0, form.self(), null, null));
        return all;
    }

    private static @Nullable PeerStatus status(List<PeerStatus> peers, SiteSection one) {
        return peers.stream().filter(peer -> peer.name().equals(one.get("name"))).findFirst().orElse(null);
    }

    private static long rate(@Nullable EngineSnapshot snapshot, String source) {
        return snapshot == null ? 0
                : snapshot.transfers()
                        .stream()
                        .filter(transfer -> transfer.source().equals(source))
                        .mapToLong(TransferView::bytesPerSecond)
                        .sum();
    }
}
