package org.priorfetch.app.fetch;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;

/**
 * A study that somebody asked for in this sitting.
 *
 * @param seriesUids the part of it; empty for the whole
 * @param transferId null until the engine has taken it, and when it refused
 * @param refusal null unless it refused
 * @param transfer as it was last seen; null before
 */
record Order(Hit.OfStudy study, Set<String> seriesUids, @Nullable Long transferId, @Nullable Message refusal,
        @Nullable TransferView transfer) {

    static Order of(Choice.Item item) {
        return new Order(item.study(), item.seriesUids(), null, null, null);
    }

    Object key() {
        return Set.of(study.key(), seriesUids);
    }

    Order taken(Long id) {
        return new Order(study, seriesUids, id, null, transfer);
    }

    Order refused(Message why) {
        return new Order(study, seriesUids, null, why, null);
    }

    Order seen(TransferView view) {
        return new Order(study, seriesUids, transferId, refusal, view);
    }

    /** Whether it can still be called off. */
    boolean isOpen() {
        return transferId != null && (transfer == null || !transfer.state().isTerminal());
    }
}
