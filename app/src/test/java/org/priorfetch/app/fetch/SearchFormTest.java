package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.ArchiveQuery;

class SearchFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final SearchForm form = new SearchForm(new Texts(Locale.GERMANY), () -> TODAY);

    private String problem() {
        return form.problem().getValue();
    }

    @Test
    void anEmptyFormIsNotAsked() {
        assertThat(form.isEmpty()).isTrue();
        assertThat(problem()).contains("durchkämmen");
        form.modality().set("CT");
        form.period().set(Period.LAST_YEAR);
        assertThat(problem()).contains("durchkämmen");
        form.name().set("Meier*");
        assertThat(problem()).isEmpty();
    }

    @Test
    void datesAreReadOrComplainedAbout() {
        form.birthDate().set("12.3.66");
        assertThat(problem()).isEqualTo("Bitte Daten so schreiben: 12.3.1966.");
        form.birthDate().set("12.3.1966");
        assertThat(problem()).isEmpty();
        assertThat(form.query().patientBirthDate()).isEqualTo("1966-03-12");
        form.birthDate().set("3.3.2026");
        assertThat(problem()).isEqualTo("Das Geburtsdatum liegt in der Zukunft.");
    }

    @Test
    void periodsBecomeDates() {
        form.patientId().set("4711");
        assertThat(form.query().studyFrom()).isNull();
        form.period().set(Period.LAST_YEAR);
        assertThat(form.query().studyFrom()).isEqualTo("2025-03-02");
        form.period().set(Period.FIVE_YEARS);
        assertThat(form.query().studyFrom()).isEqualTo("2021-03-02");
        form.period().set(Period.OWN);
        form.from().set("1.2.2024");
        form.to().set("1.1.2024");
        assertThat(problem()).contains("nach dem letzten");
    }

    @Test
    void aSearchCanBeFilledInAgain() {
        ArchiveQuery query = new ArchiveQuery("Meier*", "47", LocalDate.of(1966, 3, 12), "A1", LocalDate.of(2024, 1, 2),
                null, "CT", "Thorax");
        form.show(query);
        assertThat(form.query()).isEqualTo(query);
        form.clear();
        assertThat(form.isEmpty()).isTrue();
    }
}
