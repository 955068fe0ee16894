package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;

class DesktopTellerTest {

    private final List<String> inTray = new ArrayList<>();
    private final DesktopTeller teller = new DesktopTeller(() -> null, inTray::add);

    @ParameterizedTest
    @EnumSource
    void whatCouldBeTakenBackIsToldInTheTrayWhileNoWindowIsSeen(Mark mark) {
        teller.tell(new Notice(mark, "\u201cCT Thorax\u201d is cancelled.", ""), "Undo", () -> {});
        teller.tell(new Notice(mark, "Skipped", "It stays at the archive."), "Undo", () -> {});

        assertThat(inTray).containsExactly("\u201cCT Thorax\u201d is cancelled.", "Skipped. It stays at the archive.");
    }

    @Test
    void whatWorkedIsNotToldInTheTray() {
        teller.tell(new Notice(Mark.READY, "Opened", ""));
        teller.tell(new Notice(Mark.FAILED, "Not opened", "No answer."));

        assertThat(inTray).containsExactly("Not opened. No answer.");
    }
}
