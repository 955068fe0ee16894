package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.app.testing.Archives.ANNA;
import static org.priorfetch.app.testing.Archives.ANNA_ELSEWHERE;
import static org.priorfetch.app.testing.Archives.found;
import static org.priorfetch.app.testing.Archives.study;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.api.Presence;

class FindingsTest {

    @Test
    void theSameStudyAtTwoArchivesIsOneRowWithBoth() {
        List<Findings.Group> groups = Findings.of(List.of(found("a", study("1", ANNA, "CT", "x", 10, Presence.ABSENT)),
                found("b", study("1", ANNA, "CT", "x", 12, Presence.PARTLY)),
                found("pacs", study("1", ANNA, "CT", "x", 11, Presence.HERE))));
        assertThat(groups).singleElement()
                .satisfies(group -> assertThat(group.studies()).singleElement().satisfies(study -> {
                    assertThat(study.archives()).containsExactly("a", "b");
                    assertThat(study.study().instances()).isEqualTo(12);
                    assertThat(study.presence()).isEqualTo(Presence.PARTLY);
                }));
    }

    @Test
    void patientsWhoDifferInAnythingAreNeverMerged() {
        List<Findings.Group> groups = Findings.of(List.of(found("a", study("1", ANNA, "CT", "x", 10, Presence.ABSENT)),
                found("b", study("1", ANNA_ELSEWHERE, "CT", "x", 10, Presence.ABSENT))));
        assertThat(groups).extracting(group -> group.patient().patient()).containsExactly(ANNA, ANNA_ELSEWHERE);
        assertThat(groups).allSatisfy(group -> assertThat(group.studies()).hasSize(1));
    }

    @Test
    void whatOnlyThePacsHoldsCannotBeFetched() {
        List<Findings.Group> groups = Findings
                .of(List.of(found("pacs", study("1", ANNA, "CT", "x", 10, Presence.HERE))));
        assertThat(groups.getFirst().studies().getFirst().isFetchable()).isFalse();
    }

    @Test
    void theNewestStandsFirst() {
        List<Findings.Group> groups = Findings
                .of(List.of(found("a", study("1.300", ANNA, "CT", "x", 1, Presence.ABSENT),
                        study("1.1", ANNA, "CT", "x", 1, Presence.ABSENT),
                        study("1.200", ANNA, "CT", "x", 1, Presence.ABSENT))));
        assertThat(groups.getFirst().studies()).extracting(study -> study.study().studyDate())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }
}
