package org.priorfetch.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.NameDisplay;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.PrivacySettings;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.SampleRecords;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.Delivered;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.TransferState;

class PresentersTest {

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Formats formats = new Formats(texts, new TestClock());
    private final Privacy privacy = new Privacy();
    private final DeliveryPresenter deliveries = new DeliveryPresenter(texts, formats, privacy);

    private static Delivered delivered(TransferState outcome, AttributeChange... changes) {
        return new Delivered(7, new LedgerEntry(Snapshots.ago(5), "1.2.3", "regional", null, "P1", 1200, 512_000_000,
                outcome, List.of(changes), Duration.ZERO));
    }

    @Test
    void aTestStudyIsCalledOne() {
        LedgerEntry test = new LedgerEntry(Snapshots.ago(5), "1.2.3", "pacs", null, "PRIORFETCH-TEST", 1, 5000,
                TransferState.COMPLETE, List.of(), Duration.ZERO);

        assertThat(deliveries.row(new Delivered(8, test)).appointment()).isEqualTo("Test study");
        assertThat(deliveries.row(delivered(TransferState.COMPLETE)).appointment()).isEmpty();
    }

    @Test
    void whatHadToBeCarriedTwiceIsTold() {
        LedgerEntry twice = new LedgerEntry(Snapshots.ago(5), "1.2.3", "regional", null, "P1", 40, 512_000_000,
                TransferState.COMPLETE, List.of(), Duration.ZERO, false, 12_000_000);

        assertThat(deliveries.row(new Delivered(8, twice)).changed())
                .isEqualTo("nothing changed; 12.0 MB had to be carried twice");
        assertThat(deliveries.row(delivered(TransferState.COMPLETE)).changed()).isEqualTo("nothing changed");
    }

    @Test
    void whatWasCarriedInVainIsNotToldAsPutIn() {
        LedgerEntry inVain = new LedgerEntry(Snapshots.ago(5), "1.2.3", "regional", null, "P1", 0, 0,
                TransferState.WAITING, List.of(), Duration.ZERO, false, 12_000_000);

        assertThat(deliveries.row(new Delivered(8, inVain)).changed())
                .isEqualTo("nothing arrived; 12.0 MB were carried in vain");
    }

    @Test
    void whatWasChangedIsToldWithOldAndNewValue() {
        DeliveryRow row = deliveries.row(delivered(TransferState.COMPLETE,
                new AttributeChange("AccessionNumber", "RK-1", ""), new AttributeChange("PatientID", "", "P1"),
                new AttributeChange("PatientSex", null, "F"), AttributeChange.of("PatientComments")));

        assertThat(row.changed()).isEqualTo("AccessionNumber, PatientID, PatientSex, PatientComments");
        assertThat(row.changes()).containsExactly("AccessionNumber: RK-1 → (empty)", "PatientID: (empty) → P1",
                "PatientSex: not recorded → F", "PatientComments: values not recorded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"FULL | PatientName: M\u00fcller^Karl \u2192 Mueller^Karl",
            "INITIALS | PatientName: M. K. \u2192 M. K.", "HIDDEN | PatientName: (hidden) \u2192 (hidden)"})
    void asMuchOfANameIsShownAsIsWanted(NameDisplay names, String change) {
        privacy.settingsProperty().set(new PrivacySettings(names, 5));

        assertThat(changesOfName()).containsExactly(change);
    }

    @Test
    void namesAreHiddenWhereNamesAreHidden() {
        privacy.hide();

        assertThat(changesOfName()).containsExactly("PatientName: (hidden) \u2192 (hidden)");
    }

    private List<String> changesOfName() {
        return deliveries.row(delivered(TransferState.COMPLETE,
                new AttributeChange("PatientName", "M\u00fcller^Karl", "Mueller^Karl"))).changes();
    }

    @Test
    void aTryThatWasBrokenOffWentOnLater() {
        DeliveryRow row = deliveries.row(delivered(TransferState.WAITING));

        assertThat(row.outcome()).isEqualTo("Went on later");
        assertThat(row.mark()).isEqualTo(Mark.WAITING);
        assertThat(row.changed()).isEqualTo("nothing changed");
        assertThat(row.when()).isEqualTo("08:25");
        assertThat(row.instances()).isEqualTo("1,200");
    }

    @Test
    void alertsSayWhatSinceWhenAndWhatToDo() {
        AlertsModel model = new AlertsModel(texts, formats);
        model.show(SampleRecords.alerts());

        assertThat(model.linesProperty().get()).extracting(AlertLine::mark)
                .containsExactly(Mark.FAILED, Mark.UNREACHABLE, Mark.FAILED);
        assertThat(model.linesProperty().get().get(1).text()).isEqualTo("Archive regional does not answer.");
        assertThat(model.linesProperty().get().get(1).since()).isEqualTo("since 08:18");
        assertThat(model.linesProperty().get().get(1).advice()).startsWith("Priors may exist there.");
    }
}
