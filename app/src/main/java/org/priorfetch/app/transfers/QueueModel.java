package org.priorfetch.app.transfers;

import java.util.List;

import org.priorfetch.engine.api.TransferCommand.Move;
import org.priorfetch.engine.api.TransferView;

/** Changes the order of what waits. */
final class QueueModel {

    private final TransferDeeds deeds;
    private List<TransferView> waiting = List.of();

    QueueModel(TransferDeeds deeds) {
        this.deeds = deeds;
    }

    void take(List<TransferView> transfers) {
        waiting = transfers.stream().filter(TransferSection::isWaiting).toList();
    }

    boolean isWaiting(long id) {
        return place(id) >= 0;
    }

    /** One place forward; does nothing for the first, and for what does not wait. */
    void up(long id) {
        int place = place(id);
        if (place > 0) {
            deeds.move(waiting.get(place), Move.BEFORE, waiting.get(place - 1).id());
        }
    }

    /** One place back. */
    void down(long id) {
        int place = place(id);
        if (place >= 0 && place < waiting.size() - 1) {
            boolean toTheEnd = place + 2 >= waiting.size();
            deeds.move(waiting.get(place), toTheEnd ? Move.LAST : Move.BEFORE,
                    toTheEnd ? null : waiting.get(place + 2).id());
        }
    }

    /** To the place of another, which gives way downwards when it came before, else upwards. */
    void drop(long id, long onto) {
        int from = place(id);
        int to = place(onto);
        if (from < 0 || to < 0 || from == to) {
            return;
        }
        if (to < from) {
            deeds.move(waiting.get(from), Move.BEFORE, onto);
        } else {
            boolean toTheEnd = to == waiting.size() - 1;
            deeds.move(waiting.get(from), toTheEnd ? Move.LAST : Move.BEFORE,
                    toTheEnd ? null : waiting.get(to + 1).id());
        }
    }

    private int place(long id) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }
}
