package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.Archives;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.model.ArchiveSeries;

class ChoiceTest {

    private final Choice choice = new Choice();
    private final Hit.OfStudy study = new Hit.OfStudy(
            Archives.study("1.1", Archives.ANNA, "CT", "x", 10, Presence.ABSENT).study(), List.of("regional"),
            Presence.ABSENT);
    private final Hit.OfSeries first = series("1");
    private final Hit.OfSeries second = series("2");

    private Hit.OfSeries series(String number) {
        return new Hit.OfSeries(study, new ArchiveSeries("1.1." + number, number, "CT", "", "", 5));
    }

    @Test
    void aStudyIsChosenWholeAndDroppedAgain() {
        choice.toggle(study);
        assertThat(choice.isChosen(study)).isTrue();
        assertThat(choice.isChosen(first)).isTrue();
        choice.toggle(study);
        assertThat(choice.items()).isEmpty();
    }

    @Test
    void seriesAreChosenAlone() {
        choice.toggle(study);
        choice.toggle(first);
        assertThat(choice.isPartlyChosen(study)).isTrue();
        assertThat(choice.isChosen(second)).isFalse();
        choice.toggle(second);
        assertThat(choice.items()).singleElement()
                .satisfies(item -> assertThat(item.seriesUids()).containsExactlyInAnyOrder("1.1.1", "1.1.2"));
        choice.toggle(first);
        choice.toggle(second);
        assertThat(choice.items()).isEmpty();
    }

    @Test
    void whatOnlyThePacsHoldsIsNotChosen() {
        choice.toggle(new Hit.OfStudy(study.study(), List.of(), Presence.HERE));
        assertThat(choice.items()).isEmpty();
        assertThat(choice.changes().get()).isZero();
    }
}
