package org.priorfetch.app.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;

import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.ReadinessVerdict;

class HaystacksTest {

    private final TodayLists lists = new TodayLists(new Workbench().workplace());

    @Test
    void whatAnAppointmentSaysIsForgottenWithIt() {
        WeakReference<String> gone = searchedFor("A1", "A2");

        lists.take(List.of(appointment("A2", "Beta^Bert", ReadinessVerdict.READY)));

        await().until(() -> {
            System.gc();
            return gone.refersTo(null);
        });
        assertThat(lists.items()).hasSize(1);
    }

    private WeakReference<String> searchedFor(String first, String second) {
        String id = String.join("", List.of(first, "0")); // one of its own, which is not a constant
        lists.take(List.of(appointment(id, "Beta^Anna", ReadinessVerdict.READY),
                appointment(second, "Beta^Bert", ReadinessVerdict.READY)));
        lists.listProperty().set(ReadingList.ALL.saying("beta"));
        assertThat(lists.items()).hasSize(2);
        return new WeakReference<>(id);
    }
}
