package org.priorfetch.app.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.TransferCommand.Move;
import org.priorfetch.engine.api.TransferCommand.MoveTransfer;
import org.priorfetch.engine.model.TransferState;

/** 1 runs; 2, 3, 4 and 5 wait in this order. */
class QueueModelTest {

    private final Workbench bench = new Workbench();
    private final QueueModel queue = new QueueModel(new TransferDeeds(bench.workplace(), new Reach()));

    @BeforeEach
    void fill() {
        bench.engine().on(MoveTransfer.class, _ -> true);
        queue.take(List.of(transfer(1, "a", TransferState.RUNNING, 1, 4), transfer(2, "b", TransferState.QUEUED, 0, 4),
                transfer(3, "c", TransferState.WAITING, 0, 4), transfer(4, "d", TransferState.QUEUED, 0, 4),
                transfer(5, "e", TransferState.QUEUED, 0, 4), transfer(6, "f", TransferState.COMPLETE, 4, 4)));
    }

    private void assertMoved(MoveTransfer... moves) {
        await().until(() -> bench.engine().submitted().size() >= moves.length);
        assertThat(bench.engine().submitted()).isEqualTo(List.of(moves));
    }

    @Test
    void goesOnePlaceForward() {
        queue.up(4);
        assertMoved(new MoveTransfer(4, Move.BEFORE, 3L));
    }

    @Test
    void goesOnePlaceBack() {
        queue.down(3);
        assertMoved(new MoveTransfer(3, Move.BEFORE, 5L));
    }

    @Test
    void goesToTheEnd() {
        queue.down(4);
        assertMoved(new MoveTransfer(4, Move.LAST, null));
    }

    @Test
    void theFirstTheLastAndWhatDoesNotWaitStay() {
        queue.up(2);
        queue.down(5);
        queue.up(1);
        queue.down(6);
        assertThat(bench.engine().submitted()).isEmpty();
    }

    @Test
    void isDroppedUpwards() {
        queue.drop(5, 3);
        assertMoved(new MoveTransfer(5, Move.BEFORE, 3L));
    }

    @Test
    void isDroppedDownwards() {
        queue.drop(2, 4);
        assertMoved(new MoveTransfer(2, Move.BEFORE, 5L));
    }

    @Test
    void isDroppedOntoTheLast() {
        queue.drop(2, 5);
        assertMoved(new MoveTransfer(2, Move.LAST, null));
    }
}
