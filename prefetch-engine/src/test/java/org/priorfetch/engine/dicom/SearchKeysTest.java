package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.ArchiveQuery;

class SearchKeysTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 31);
    private static final LocalDate LAST = LocalDate.of(2021, 2, 1);

    private static Attributes only(ArchiveQuery query) {
        List<Attributes> all = SearchKeys.studies(query);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static ArchiveQuery between(LocalDate from, LocalDate to) {
        return new ArchiveQuery("", "P1", null, "", from, to, "", "");
    }

    @Test
    void everyFieldHasItsKey() {
        Attributes keys = only(new ArchiveQuery("Müller, J*", "47?1", LocalDate.of(1966, 6, 7), "A-*", FIRST, LAST,
                "ct", "Thorax"));
        assertThat(keys.getString(Tag.QueryRetrieveLevel)).isEqualTo("STUDY");
        assertThat(keys.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(keys.getString(Tag.PatientName)).isEqualTo("Müller^J*");
        assertThat(keys.getString(Tag.PatientID)).isEqualTo("47?1");
        assertThat(keys.getString(Tag.PatientBirthDate)).isEqualTo("19660607");
        assertThat(keys.getString(Tag.AccessionNumber)).isEqualTo("A-*");
        assertThat(keys.getString(Tag.StudyDate)).isEqualTo("20200131-20210201");
        assertThat(keys.getString(Tag.ModalitiesInStudy)).isEqualTo("CT");
        assertThat(keys.getString(Tag.StudyDescription)).isEqualTo("*Thorax*");
    }

    @Test
    void whatIsLeftOpenIsAskedForButNotMatched() {
        Attributes keys = only(between(null, null));
        assertThat(keys.getString(Tag.PatientID)).isEqualTo("P1");
        for (int tag : List.of(Tag.PatientName, Tag.PatientBirthDate, Tag.AccessionNumber, Tag.StudyDate,
                Tag.ModalitiesInStudy, Tag.StudyDescription, Tag.NumberOfStudyRelatedSeries)) {
            assertThat(keys.contains(tag)).isTrue();
            assertThat(keys.containsValue(tag)).isFalse();
        }
    }

    @Test
    void aRangeMayBeOpen() {
        assertThat(only(between(FIRST, null)).getString(Tag.StudyDate)).isEqualTo("20200131-");
        assertThat(only(between(null, LAST)).getString(Tag.StudyDate)).isEqualTo("-20210201");
    }

    @Test
    void wildCardsInTheDescriptionStandWhereTheyWereTyped() {
        ArchiveQuery query = new ArchiveQuery("", "", null, "", null, null, "", "CT*Thorax");
        assertThat(only(query).getString(Tag.StudyDescription)).isEqualTo("CT*Thorax");
    }

    @Test
    void eachOrderOfANameIsAQuestion() {
        ArchiveQuery query = new ArchiveQuery("Meier Anna", "", null, "", null, null, "MR", "");
        assertThat(SearchKeys.studies(query)).extracting(keys -> keys.getString(Tag.PatientName))
                .containsExactly("Meier^Anna*", "Anna^Meier*", "Meier Anna*");
        assertThat(SearchKeys.studies(query)).allSatisfy(
                keys -> assertThat(keys.getString(Tag.ModalitiesInStudy)).isEqualTo("MR"));
    }

    @Test
    void thePacsIsAskedForAllStudiesAtOnce() {
        Attributes keys = SearchKeys.held(List.of("1.2", "1.3"));
        assertThat(keys.getStrings(Tag.StudyInstanceUID)).containsExactly("1.2", "1.3");
    }
}
