package org.priorfetch.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;

class PrivacyTest {

    private final ObjectProperty<PrivacySettings> settings = new SimpleObjectProperty<>(PrivacySettings.DEFAULT);
    private final Privacy privacy = new Privacy(settings);
    private final Patient karl = patient("Müller^Karl");

    @Test
    void showsAsMuchAsTheSettingsSay() {
        assertThat(privacy.name(karl)).isEqualTo("Müller, Karl");

        settings.set(new PrivacySettings(NameDisplay.INITIALS, 5));
        assertThat(privacy.name(karl)).isEqualTo("M. K.");

        settings.set(new PrivacySettings(NameDisplay.HIDDEN, 5));
        assertThat(privacy.name(karl)).isEqualTo(Privacy.HIDDEN_NAME);
    }

    @Test
    void hidesAllOfTheNameAndShowsItAgainAsItWas() {
        settings.set(new PrivacySettings(NameDisplay.INITIALS, 5));

        privacy.toggle();
        assertThat(privacy.name(karl)).isEqualTo(Privacy.HIDDEN_NAME);

        privacy.toggle();
        assertThat(privacy.name(karl)).isEqualTo("M. K.");
    }

    @Test
    void whereNamesAreUsuallyHiddenTheyAreShownInFullOnRequest() {
        settings.set(new PrivacySettings(NameDisplay.HIDDEN, 5));

        privacy.toggle();

        assertThat(privacy.name(karl)).isEqualTo("Müller, Karl");
    }

    @Test
    void anotherIdleTimeDoesNotShowWhatIsHidden() {
        privacy.hide();

        settings.set(new PrivacySettings(NameDisplay.FULL, 20));

        assertThat(privacy.name(karl)).isEqualTo(Privacy.HIDDEN_NAME);
    }

    @Test
    void tellsEveryChangeOfWhatIsShown() {
        List<NameDisplay> told = new ArrayList<>();
        privacy.displayProperty().subscribe(display -> told.add(display));

        privacy.toggle();
        privacy.toggle();
        settings.set(new PrivacySettings(NameDisplay.INITIALS, 5));

        assertThat(told).containsExactly(NameDisplay.FULL, NameDisplay.HIDDEN, NameDisplay.FULL, NameDisplay.INITIALS);
    }

    @Test
    void whereThereIsNoNameTheIdStandsUnlessItIsHidden() {
        assertThat(privacy.name(patient(""))).isEqualTo("4711");

        privacy.hide();
        assertThat(privacy.name(patient(""))).isEqualTo(Privacy.HIDDEN_NAME);
    }

    @Test
    void isKeptInTheProfile() {
        Profile profile = Profile.inMemory();

        PrivacySettings.in(profile).set(new PrivacySettings(NameDisplay.INITIALS, 0));

        assertThat(PrivacySettings.in(profile).get().names()).isEqualTo(NameDisplay.INITIALS);
    }

    private static Patient patient(String name) {
        return new Patient(new PatientKey("4711", "HOSP"), name, LocalDate.of(1960, 1, 2), Sex.M);
    }
}
