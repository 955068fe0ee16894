package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.MarkableAttribute.TextForm;

class MarkableAttributeTest {

    @ParameterizedTest
    @ValueSource(strings = {"InstitutionName", "(0008,0080)", "0008,0080", "00080080", " (0008,0080) "})
    void isFoundByKeywordAndTag(String typed) {
        assertThat(MarkableAttribute.find(typed)).hasValueSatisfying(
                found -> assertThat(found.keyword()).isEqualTo("InstitutionName"));
        assertThat(MarkableAttribute.isUntouchable(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID", "SOPClassUID", "(0008,0018)",
            "(0020,000D)", "0020000e", "StudyDate", "ContentTime", "AcquisitionDateTime", "(0008,0020)", "PixelData",
            "(7FE0,0010)", "Rows", "(0028,0010)", "TransferSyntaxUID", "(0002,0010)", "PatientName", "PatientID",
            "PatientBirthDate", "PatientSex", "IssuerOfPatientID", "OtherPatientIDsSequence", "(0010,0020)",
            "AccessionNumber", "(0008,0050)", "SpecificCharacterSet", "(0008,0005)", "OriginalAttributesSequence",
            "(0400,0561)", "Modality", "SeriesNumber", "InstanceNumber", "SharedFunctionalGroupsSequence",
            "(5200,9229)", "WindowCenter"})
    void whatIdentifiesOrShowsIsRefusedByName(String typed) {
        assertThat(MarkableAttribute.find(typed)).isEmpty();
        assertThat(MarkableAttribute.isUntouchable(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"InstitutionNme", "(0009,0010)", "", "institutionname", "0008", "(0008,0081"})
    void whatIsUnknownIsNeither(String typed) {
        assertThat(MarkableAttribute.find(typed).isPresent() && !typed.startsWith("(0008")).isFalse();
        assertThat(MarkableAttribute.isUntouchable(typed)).isFalse();
    }

    @Test
    void noAttributeOfTheTableIsUntouchable() {
        assertThat(MarkableAttribute.all()).hasSizeGreaterThan(40)
                .noneMatch(attribute -> MarkableAttribute.isUntouchable(attribute.keyword())
                        || MarkableAttribute.isUntouchable(attribute.tag()));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CS | READ                 | true
            CS | read                 | false
            CS | SEVENTEEN_LETTERS    | false
            CS | A B                  | true
            SH | 1234567890123456     | true
            SH | 12345678901234567    | false
            LO | Klinik Süd           | true
            LO | A\\B                 | false
            LO | ``                   | false
            AE | PACS 1               | true
            AE | PACS\\1              | false
            AE | KÖLN                 | false
            PN | Müller^Erika^^Dr.    | true
            PN | A^B^C^D^E^F          | false
            PN | A=B                  | false
            ST | A\\B                 | true
            """)
    void valuesMustFit(TextForm form, String value, boolean fits) {
        assertThat(form.admits(value)).isEqualTo(fits);
    }
}
