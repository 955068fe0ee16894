package org.priorfetch.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientNamesTest {

    @ParameterizedTest
    @CsvSource({"Müller^Karl^^Dr.,'Müller, Karl',M. K.", "Madonna,Madonna,M.", "^Karl,Karl,K.",
            "Yamada^Tarou=山田^太郎=やまだ^たろう,'Yamada, Tarou (山田 太郎)',Y. T.", "=山田^太郎,'山田, 太郎',山. 太.",
            "von Ärzten^Anna Maria,'von Ärzten, Anna Maria',v. A.", "'','',''", "^^,'',''", "=,'',''"})
    void readsNamesAsPeopleDo(String dicom, String full, String initials) {
        assertThat(PatientNames.full(dicom)).isEqualTo(full);
        assertThat(PatientNames.initials(dicom)).isEqualTo(initials);
    }
}
