package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.testing.StudyExample.appointment;
import static org.priorfetch.engine.testing.StudyExample.study;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.RelevanceRules;

/** What radiologists compare across regions and modalities. */
class ClinicalPairTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @ParameterizedTest(name = "{0} {1} <- {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            MR | MRT LWS             | CT     | CT Abdomen
            MR | MRT LWS             | CT     | CT Abdomen/Becken
            DX | LWS 2 Ebenen        | CT     | CT Abdomen
            MR | MRT BWS             | CT     | CT Thorax
            DX | BWS 2 Ebenen        | DX     | Thorax 2 Ebenen
            CT | CT HWS              | CT     | CT Hals
            MG | Mammographie bds    | US     | Sono Mamma bds
            MG | Mammographie bds    | MR     | MRT Mamma
            US | Sono Mamma links    | MG     | Mammographie rechts
            MR | MRT Mamma           | MG     | Mammographie
            PT | PET/CT Ganzkörper   | CT     | Ganzkörper-CT
            PT | PET/CT Ganzkörper   | CT     | CT Thorax
            CT | CT Thorax           | PT/CT | PET/CT Ganzkörper
            CT | CT Abdomen          | PT/CT | PET/CT Ganzkörper
            DX | Rö Thorax           | CT     | CT Thorax
            CT | CT Thorax           | DX     | Rö Thorax
            DX | Hüfte links         | DX     | Becken a.p.
            MR | MRT Becken          | DX     | Hüfte links
            DX | Knie links          | NM     | Skelettszintigraphie
            NM | Skelettszintigraphie| DX     | Hand rechts
            MR | MRT LWS             | NM     | Skelettszintigraphie
            CT | Kardio-CT           | US     | Echokardiographie
            US | Echokardiographie   | MR     | Kardio-MRT
            MR | MRT Kopf            | CT     | CCT
            CT | CCT                 | MR     | MRT Schädel
            CT | CT Angio Hals       | US     | Duplex Carotis
            MR | MRT Kopf            | US     | Duplex Carotis
            US | Sono Abdomen        | CT     | CT Abdomen
            CT | CT Abdomen          | US     | Sono Abdomen
            MR | MRT Leber           | US     | Sono Abdomen
            US | Sono Schilddrüse    | NM     | Schilddrüsenszintigraphie
            RF | Magen-Darm-Passage  | CT     | CT Abdomen
            CT | CT Abdomen          | RF     | Magen-Darm-Passage
            MR | MRT Knie links      | DX     | Knie links 2 Ebenen
            US | Sono Schulter links | DX     | Schulter links
            CT | CT NNH              | CT     | CCT
            CT | CT Thorax           | US     | Duplex Beinvenen links
            MR | MRT Becken          | CT     | CT Abdomen
            """)
    void isTaken(String modality, String procedure, String priorModality, String description) {
        assertThat(rank(modality, procedure, priorModality, description, "2025-12-10").relevant()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1} <- {2} {3} of {4}")
    @CsvSource(delimiter = '|', textBlock = """
            MR | MRT LWS             | CT     | CT Abdomen            | 2020-12-10
            MR | MRT LWS             | US     | Sono Abdomen          | 2025-12-10
            MR | MRT LWS             | CT     | CT Thorax             | 2025-12-10
            MG | Mammographie bds    | CT     | CT Thorax             | 2025-12-10
            MR | MRT Knie links      | PT/CT | PET/CT Ganzkörper     | 2025-12-10
            MR | MRT Knie links      | DX     | Knie rechts           | 2025-12-10
            MR | MRT Knie links      | MR     | MRT Knie rechts       | 2020-12-10
            DX | Rö Thorax           | US     | Sono Abdomen          | 2025-12-10
            CT | CCT                 | DX     | Rö Thorax             | 2025-12-10
            CT | CT Thorax           | DX     | Abdomen leer          | 2025-12-10
            CT | CT Thorax           | CT     | CT Abdomen            | 2021-12-10
            DX | Hand links          | MR     | MRT Kopf              | 2025-12-10
            """)
    void isLeft(String modality, String procedure, String priorModality, String description, String date) {
        Ranking ranking = rank(modality, procedure, priorModality, description, date);

        assertThat(ranking.relevant()).isEmpty();
        assertThat(ranking.skipped().getFirst().reason().text()).startsWith("skipped: ").doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MR | MRT LWS        | CT | CT Abdomen      | 2020-12-10 | skipped: abdomen, paired with lumbar spine: abdomen CT, CT, 5 years old, too old for that
            CT | CT Thorax      | CT | CT Abdomen      | 2021-12-10 | skipped: abdomen, neighbouring region, CT, 4 years old, too old for that
            CT | CT Thorax      | DX | Abdomen leer    | 2025-12-10 | skipped: abdomen, neighbouring region, DX, another modality
            MR | MRT Knie links | MR | MRT Knie rechts | 2020-12-10 | skipped: knee, same region, other side
            """)
    void saysWhyItIsLeft(String modality, String procedure, String priorModality, String description, String date,
            String reason) {
        assertThat(rank(modality, procedure, priorModality, description, date).skipped().getFirst().reason().text())
                .isEqualTo(reason);
    }

    private static Ranking rank(String modality, String procedure, String priorModality, String description,
            String date) {
        PriorCandidate prior = study("1").with(priorModality.split("/")).described(description).on(date).found();
        return new RelevanceRanker().rank(appointment(modality, procedure), List.of(prior), RelevanceRules.DEFAULT,
                TODAY);
    }
}
