package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.HeaderFacts;
import org.priorfetch.engine.model.MarkableAttribute;

class ImportFactsTest {

    @BeforeAll
    static void prepare() {
        Toolkit.prepare();
    }

    static List<MarkableAttribute> attributes() {
        return MarkableAttribute.all();
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void theDictionaryKnowsTheAttributeAndItsKindOfValue(MarkableAttribute attribute) {
        int tag = ElementDictionary.tagForKeyword(attribute.keyword(), null);

        assertThat(tag).isEqualTo(Integer.parseUnsignedInt(attribute.tag(), 16));
        assertThat(ElementDictionary.vrOf(tag, null)).isEqualTo(VR.valueOf(attribute.form().name()));
    }

    @Test
    void readsTextsCodesAndOtherSequences() {
        Attributes data = new Attributes();
        data.setString(Tag.InstitutionName, VR.LO, "There");
        data.setString(Tag.StudyDescription, VR.LO, " CT ");
        data.setString(Tag.Modality, VR.CS, "CT");
        Attributes code = new Attributes();
        code.setString(Tag.CodeValue, VR.SH, "1");
        code.setString(Tag.CodingSchemeDesignator, VR.SH, "99X");
        code.setString(Tag.CodeMeaning, VR.LO, "One");
        data.newSequence(Tag.ProcedureCodeSequence, 1).add(code);
        Attributes other = new Attributes();
        other.setString(Tag.PatientID, VR.LO, "7");
        data.newSequence(Tag.OtherPatientIDsSequence, 1).add(other);
        data.newSequence(Tag.IssuerOfAccessionNumberSequence, 1).add(new Attributes());

        HeaderFacts facts = ImportFacts.of(data);

        assertThat(facts.text("InstitutionName")).isEqualTo("There");
        assertThat(facts.text("StudyDescription")).isEqualTo("CT");
        assertThat(facts.text("StationName")).isEmpty();
        assertThat(facts.codes("ProcedureCodeSequence")).containsExactly(new CodedTerm("1", "99X", "One"));
        assertThat(facts.items("ProcedureCodeSequence")).isEqualTo("1^99X^One");
        assertThat(facts.items("OtherPatientIDsSequence")).isEqualTo("7");
        assertThat(facts.items("IssuerOfAccessionNumberSequence")).isEqualTo("-");
        assertThat(facts.items("AnatomicRegionSequence")).isEmpty();
    }
}
