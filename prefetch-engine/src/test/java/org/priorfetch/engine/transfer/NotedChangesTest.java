package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.AttributeChange;

class NotedChangesTest {

    private static final AttributeChange ID = new AttributeChange("PatientID", "R7", "4711");
    private static final AttributeChange NAME = new AttributeChange("PatientName", "DOE^J", "DOE^JANE");

    private final List<List<AttributeChange>> told = new ArrayList<>();
    private final NotedChanges changes = new NotedChanges(told::add);

    @Test
    void tellsAllWheneverThereAreMore() {
        changes.note(List.of(ID));
        changes.note(List.of(ID));
        changes.note(List.of(ID, NAME));
        changes.note(List.of());
        changes.note(List.of(NAME));

        assertThat(told).containsExactly(List.of(ID), List.of(ID, NAME));
        assertThat(changes.all()).containsExactly(ID, NAME);
    }

    @Test
    void everyAttributeButNotEveryValueOfIt() {
        IntStream.range(0, 80)
                .forEach(i -> changes.note(List.of(new AttributeChange("AccessionNumber", "A" + i, "B"))));
        changes.note(List.of(ID));

        assertThat(changes.all()).hasSize(51).contains(ID);
        assertThat(told).hasSize(51);
    }
}
