package org.priorfetch.app.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.javafx.scene.NodeHelper;
import com.sun.javafx.sg.prism.NGNode;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;

@Timeout(60)
class LastPictureTest {

    @Test
    void nothingOfAClosedWindowIsKeptForDrawing() throws Exception {
        WeakReference<Object> drawn = drawnAndClosed();

        OpenWindow.onScreenThread(() -> {
            LastPicture.forget();
            return null;
        });

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            System.gc();
            assertThat(drawn.get()).isNull();
        });
    }

    @Test
    void whatIsOpenIsDrawnOn() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.empty())) {
            OpenWindow.onScreenThread(() -> {
                LastPicture.forget();
                return null;
            });

            window.engine().publish(SampleDays.typical());

            await().until(() -> window.shows("Müller, Karl"));
        }
    }

    private static WeakReference<Object> drawnAndClosed() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            await().until(() -> window.shows("Müller, Karl"));
            return OpenWindow.onScreenThread(() -> {
                NGNode peer = NodeHelper.getPeer(window.scene().getRoot());
                return new WeakReference<>(peer);
            });
        }
    }
}
