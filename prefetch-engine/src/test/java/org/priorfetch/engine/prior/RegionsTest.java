package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Side;

class RegionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            MRT Knie links             | knee left                | Knie links
            DX Hand bds                | hand both sides          | Hand beidseits
            CT Thorax rechts           | chest                    | Thorax
            CT Thorax/Abdomen          | chest, abdomen           | Thorax, Abdomen
            Verlauf                    | ''                       | ''
            """)
    void areNamedForPeopleWithTheSideWhereTheyComeInPairs(String description, String english, String german) {
        List<Message> messages = Regions.read(description).messages();

        assertThat(String.join(", ", messages.stream().map(Message::text).toList())).isEqualTo(english);
        assertThat(String.join(", ", messages.stream().map(message -> message.text(Locale.GERMAN)).toList()))
                .isEqualTo(german);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            CT Thorax                                  | CHEST                              | UNKNOWN
            CT Thorax/Abdomen/Becken                   | CHEST ABDOMEN PELVIS               | UNKNOWN
            CT Thorax-Abdomen-Becken mit KM            | CHEST ABDOMEN PELVIS               | UNKNOWN
            CT TAP                                     | CHEST ABDOMEN PELVIS               | UNKNOWN
            CT C/A/P W CONTRAST                        | CHEST ABDOMEN PELVIS               | UNKNOWN
            CT CAP                                     | CHEST ABDOMEN PELVIS               | UNKNOWN
            CT Chest Abd Pelvis                        | CHEST ABDOMEN PELVIS               | UNKNOWN
            CT Chest/Abd/Pel w IV                      | CHEST ABDOMEN PELVIS               | UNKNOWN
            CT CHEST/A/P                               | CHEST ABDOMEN PELVIS               | UNKNOWN
            CT A/P                                     | ABDOMEN PELVIS                     | UNKNOWN
            CT A&P without contrast                    | ABDOMEN PELVIS                     | UNKNOWN
            CT Abd+Pelvis                              | ABDOMEN PELVIS                     | UNKNOWN
            MRI Abdomen                                | ABDOMEN                            | UNKNOWN
            MRT Oberbauch                              | ABDOMEN                            | UNKNOWN
            CT Abdomen nativ                           | ABDOMEN                            | UNKNOWN
            Sono Abdomen                               | ABDOMEN                            | UNKNOWN
            US abdomen complete                        | ABDOMEN                            | UNKNOWN
            Oberbauchsonographie                       | ABDOMEN                            | UNKNOWN
            MR Leber mit Primovist                     | ABDOMEN                            | UNKNOWN
            MRI liver                                  | ABDOMEN                            | UNKNOWN
            MRCP                                       | ABDOMEN                            | UNKNOWN
            MR-Cholangiographie                        | ABDOMEN                            | UNKNOWN
            CT Nebenniere                              | ABDOMEN                            | UNKNOWN
            US Nieren                                  | ABDOMEN                            | UNKNOWN
            US kidneys bilateral                       | ABDOMEN                            | BOTH
            Nierenbecken retrograd                     | ABDOMEN                            | UNKNOWN
            MR Dünndarm nach Sellink                   | ABDOMEN                            | UNKNOWN
            CT colonography                            | ABDOMEN                            | UNKNOWN
            Kolonkontrasteinlauf                       | ABDOMEN                            | UNKNOWN
            CTA Abdominal Aorta                        | ABDOMEN                            | UNKNOWN
            CT Pankreas 3-phasig                       | ABDOMEN                            | UNKNOWN
            Unterbauch Sono                            | ABDOMEN PELVIS                     | UNKNOWN
            CT Uro                                     | ABDOMEN PELVIS                     | UNKNOWN
            CT KUB                                     | ABDOMEN PELVIS                     | UNKNOWN
            CT Urographie                              | ABDOMEN PELVIS                     | UNKNOWN
            MRT Becken                                 | PELVIS                             | UNKNOWN
            MRI Pelvis                                 | PELVIS                             | UNKNOWN
            MRT Prostata multiparametrisch             | PELVIS                             | UNKNOWN
            mpMRI prostate                             | PELVIS                             | UNKNOWN
            MR Rektum                                  | PELVIS                             | UNKNOWN
            US Hoden                                   | PELVIS                             | UNKNOWN
            US transvaginal                            | PELVIS                             | UNKNOWN
            Beckenübersicht a.p.                       | PELVIS                             | UNKNOWN
            XR Pelvis AP                               | PELVIS                             | UNKNOWN
            MRT ISG                                    | LUMBAR_SPINE PELVIS                | UNKNOWN
            MRI sacroiliac joints                      | LUMBAR_SPINE PELVIS                | UNKNOWN
            Rö Thx p.a.                                | CHEST                              | UNKNOWN
            Röntgen Thorax in 2 Ebenen                 | CHEST                              | UNKNOWN
            Thorax liegend a.p.                        | CHEST                              | UNKNOWN
            XR Chest PA/Lat                            | CHEST                              | UNKNOWN
            XR CHEST 2 VIEWS                           | CHEST                              | UNKNOWN
            CXR portable                               | CHEST                              | UNKNOWN
            Bettlunge                                  | CHEST                              | UNKNOWN
            CT Lunge low dose                          | CHEST                              | UNKNOWN
            CT Lung screening                          | CHEST                              | UNKNOWN
            HRCT                                       | CHEST                              | UNKNOWN
            CTPA rule out PE                           | CHEST                              | UNKNOWN
            CT Pulmonalisangiographie                  | CHEST                              | UNKNOWN
            Rippen rechts                              | CHEST                              | RIGHT
            Sternum seitlich                           | CHEST                              | UNKNOWN
            Brustkorb                                  | CHEST                              | UNKNOWN
            Ösophagus Breischluck                      | CHEST                              | UNKNOWN
            CT Mediastinum                             | CHEST                              | UNKNOWN
            CTA Aorta komplett                         | CHEST ABDOMEN                      | UNKNOWN
            MRT Herz                                   | HEART                              | UNKNOWN
            Cardiac MRI                                | HEART                              | UNKNOWN
            CT Koronarangiographie                     | HEART                              | UNKNOWN
            CTA coronary arteries                      | HEART                              | UNKNOWN
            Coronary CT calcium score                  | HEART                              | UNKNOWN
            Herzkatheter                               | HEART                              | UNKNOWN
            Echokardiographie TTE                      | HEART                              | UNKNOWN
            Mammographie bds.                          | BREAST                             | BOTH
            Mammography bilateral screening            | BREAST                             | BOTH
            MG Mamma links 2 Ebenen                    | BREAST                             | LEFT
            Mammasonographie re                        | BREAST                             | RIGHT
            US Breast LT                               | BREAST                             | LEFT
            MR Mamma beidseits                         | BREAST                             | BOTH
            Breast tomosynthesis R                     | BREAST                             | RIGHT
            Brust rechts                               | BREAST                             | RIGHT
            CT Schädel                                 | HEAD                               | UNKNOWN
            CT Schaedel nativ                          | HEAD                               | UNKNOWN
            CT Schadel                                 | HEAD                               | UNKNOWN
            cCT                                        | HEAD                               | UNKNOWN
            CCT nativ                                  | HEAD                               | UNKNOWN
            cMRT                                       | HEAD                               | UNKNOWN
            MRT Kopf                                   | HEAD                               | UNKNOWN
            MRT Neurokranium                           | HEAD                               | UNKNOWN
            MRI Brain w/wo                             | HEAD                               | UNKNOWN
            CT Head without contrast                   | HEAD                               | UNKNOWN
            CT Hirn                                    | HEAD                               | UNKNOWN
            MR Hypophyse                               | HEAD                               | UNKNOWN
            MRI Pituitary                              | HEAD                               | UNKNOWN
            CT Felsenbein bds                          | HEAD                               | BOTH
            CT temporal bones                          | HEAD                               | UNKNOWN
            MR Kleinhirnbrückenwinkel KHBW             | HEAD                               | UNKNOWN
            Schädel in 2 Ebenen                        | HEAD                               | UNKNOWN
            CT Kopf/Hals                               | HEAD NECK                          | UNKNOWN
            CTA Head and Neck                          | HEAD NECK                          | UNKNOWN
            CT NNH                                     | FACE                               | UNKNOWN
            CT Nasennebenhöhlen                        | FACE                               | UNKNOWN
            CT Sinuses                                 | FACE                               | UNKNOWN
            CT Mittelgesicht                           | FACE                               | UNKNOWN
            CT Orbita links                            | FACE                               | LEFT
            OPG                                        | FACE                               | UNKNOWN
            Unterkiefer                                | FACE                               | UNKNOWN
            MRI TMJ                                    | FACE                               | UNKNOWN
            Nasenbein seitlich                         | FACE                               | UNKNOWN
            CT Hals                                    | NECK                               | UNKNOWN
            CT Neck soft tissue                        | NECK                               | UNKNOWN
            MRT Halsweichteile                         | NECK                               | UNKNOWN
            US Schilddrüse                             | NECK                               | UNKNOWN
            Thyroid ultrasound                         | NECK                               | UNKNOWN
            Carotid duplex                             | NECK                               | UNKNOWN
            Farbduplex A. carotis bds.                 | NECK                               | BOTH
            CTA Karotiden                              | NECK                               | UNKNOWN
            MRA supraaortale Gefäße                    | NECK                               | UNKNOWN
            CT HWS                                     | CERVICAL_SPINE                     | UNKNOWN
            MRT HWS nativ                              | CERVICAL_SPINE                     | UNKNOWN
            Halswirbelsäule 2 Eb.                      | CERVICAL_SPINE                     | UNKNOWN
            XR C-spine                                 | CERVICAL_SPINE                     | UNKNOWN
            MRI Cervical Spine                         | CERVICAL_SPINE                     | UNKNOWN
            Dens Zielaufnahme                          | CERVICAL_SPINE                     | UNKNOWN
            MRT BWS                                    | THORACIC_SPINE                     | UNKNOWN
            Brustwirbelsäule ap/seitl                  | THORACIC_SPINE                     | UNKNOWN
            MRI T-Spine                                | THORACIC_SPINE                     | UNKNOWN
            MR thoracic spine                          | THORACIC_SPINE                     | UNKNOWN
            MRT LWS                                    | LUMBAR_SPINE                       | UNKNOWN
            LWS in 2 Ebenen                            | LUMBAR_SPINE                       | UNKNOWN
            Lendenwirbelsäule                          | LUMBAR_SPINE                       | UNKNOWN
            MRI L-Spine                                | LUMBAR_SPINE                       | UNKNOWN
            MRI lumbar spine without                   | LUMBAR_SPINE                       | UNKNOWN
            PRT L5/S1 links                            | LUMBAR_SPINE                       | LEFT
            Rö BWS/LWS                                 | THORACIC_SPINE LUMBAR_SPINE        | UNKNOWN
            CT thoracolumbar spine                     | THORACIC_SPINE LUMBAR_SPINE        | UNKNOWN
            MRT ganze Wirbelsäule                      | SPINE                              | UNKNOWN
            Whole spine MRI                            | SPINE                              | UNKNOWN
            Steißbein seitlich                         | LUMBAR_SPINE PELVIS                | UNKNOWN
            Schulter rechts                            | SHOULDER                           | RIGHT
            MRI Shoulder R                             | SHOULDER                           | RIGHT
            Rö Schultergelenk li. in 2 Eb.             | SHOULDER                           | LEFT
            Clavicula links                            | SHOULDER                           | LEFT
            Schlüsselbein re                           | SHOULDER                           | RIGHT
            CT Humeruskopf links                       | SHOULDER                           | LEFT
            Oberarm links                              | UPPER_ARM                          | LEFT
            XR Humerus RT                              | UPPER_ARM                          | RIGHT
            Ellenbogen re.                             | ELBOW                              | RIGHT
            Ellbogen links                             | ELBOW                              | LEFT
            Radiusköpfchen links                       | ELBOW                              | LEFT
            XR Elbow LT 3 views                        | ELBOW                              | LEFT
            Unterarm links 2E                          | FOREARM                            | LEFT
            XR Forearm right                           | FOREARM                            | RIGHT
            Handgelenk rechts                          | WRIST                              | RIGHT
            Handgelenk rechts in 2 Ebenen              | WRIST                              | RIGHT
            MRI wrist left                             | WRIST                              | LEFT
            CT Kahnbein links                          | WRIST                              | LEFT
            Scaphoid series R                          | WRIST                              | RIGHT
            distaler Radius links                      | WRIST                              | LEFT
            Hand links                                 | HAND                               | LEFT
            Rö Hand bds. dv                            | HAND                               | BOTH
            Mittelhand rechts                          | HAND                               | RIGHT
            Finger 3 links                             | HAND                               | LEFT
            XR Hands                                   | HAND                               | UNKNOWN
            Daumen re.                                 | HAND                               | RIGHT
            XR thumb left                              | HAND                               | LEFT
            Hüfte links axial                          | HIP                                | LEFT
            Hüft-TEP rechts                            | HIP                                | RIGHT
            Huefte re.                                 | HIP                                | RIGHT
            Schenkelhals links                         | HIP                                | LEFT
            MRI Hip R                                  | HIP                                | RIGHT
            Hüftkopf links                             | HIP                                | LEFT
            Beckenübersicht und Hüfte links            | PELVIS HIP                         | LEFT
            Oberschenkel rechts                        | THIGH                              | RIGHT
            XR Femur L                                 | THIGH                              | LEFT
            Knie links                                 | KNEE                               | LEFT
            knee L                                     | KNEE                               | LEFT
            MRT Kniegelenk re.                         | KNEE                               | RIGHT
            MRI Knee RT WO                             | KNEE                               | RIGHT
            Patella tangential bds.                    | KNEE                               | BOTH
            Rö Knie a.p./seitl. rechts                 | KNEE                               | RIGHT
            Unterschenkel links                        | LOWER_LEG                          | LEFT
            XR Tib/Fib LT                              | LOWER_LEG                          | LEFT
            Schienbein re                              | LOWER_LEG                          | RIGHT
            OSG rechts                                 | ANKLE                              | RIGHT
            Sprunggelenk links                         | ANKLE                              | LEFT
            XR Ankle 3V R                              | ANKLE                              | RIGHT
            Achillessehne links                        | ANKLE                              | LEFT
            Fuß rechts                                 | FOOT                               | RIGHT
            Vorfuss li.                                | FOOT                               | LEFT
            XR foot left                               | FOOT                               | LEFT
            Fersenbein rechts                          | FOOT                               | RIGHT
            Großzehe links                             | FOOT                               | LEFT
            Calcaneus R                                | FOOT                               | RIGHT
            Becken-Bein-Angiographie                   | PELVIS LOWER_LIMB                  | UNKNOWN
            MRA untere Extremität                      | LOWER_LIMB                         | UNKNOWN
            Beinvenen Duplex links                     | LOWER_LIMB                         | LEFT
            Armvenen rechts                            | UPPER_LIMB                         | RIGHT
            Ganzbeinaufnahme                           | LOWER_LIMB                         | UNKNOWN
            US venous lower extremity left             | LOWER_LIMB                         | LEFT
            Angiographie                               | VESSELS                            | UNKNOWN
            DSA                                        | VESSELS                            | UNKNOWN
            Phlebographie                              | VESSELS                            | UNKNOWN
            Ganzkörper-CT                              | WHOLE_BODY                         | UNKNOWN
            PET/CT whole body                          | WHOLE_BODY                         | UNKNOWN
            PET-CT Ganzkörper FDG                      | WHOLE_BODY                         | UNKNOWN
            Polytrauma CT                              | WHOLE_BODY                         | UNKNOWN
            Skelettszintigraphie                       | WHOLE_BODY                         | UNKNOWN
            Bone scan                                  | WHOLE_BODY                         | UNKNOWN
            CT Hals/Thorax/Abdomen                     | NECK CHEST ABDOMEN                 | UNKNOWN
            CT Hals-Thorax-Abdomen-Becken              | NECK CHEST ABDOMEN PELVIS          | UNKNOWN
            ThoraxAbdomen                              | CHEST ABDOMEN                      | UNKNOWN
            CT_THORAX_STANDARD                         | CHEST                              | UNKNOWN
            Knie2E links                               | KNEE                               | LEFT
            Verlaufskontrolle nach Behandlung          | -                                  | UNKNOWN
            Fehlstellungen, Entwicklungen              | -                                  | UNKNOWN
            Grippe, Schmerzen, trainieren              | -                                  | UNKNOWN
            Bauchlage                                  | -                                  | UNKNOWN
            XR tibial plateau left                     | LOWER_LEG                          | LEFT
            Tibial plateau                             | LOWER_LEG                          | UNKNOWN
            Brustwirbelkörper 12                       | THORACIC_SPINE                     | UNKNOWN
            Extremität                                 | UPPER_LIMB LOWER_LIMB              | UNKNOWN
            US lower extremity knee left               | KNEE                               | LEFT
            Fremdaufnahmen                             | -                                  | UNKNOWN
            Beratung zehn Minuten                      | -                                  | UNKNOWN
            Studie 12345                               | -                                  | UNKNOWN
            ''                                         | -                                  | UNKNOWN
            """)
    void readsEverydayWording(String wording, String regions, Side side) {
        Regions read = Regions.read(wording);

        assertThat(read.regions()).isEqualTo(regions(regions));
        assertThat(read.side()).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ABDOMEN            | ABDOMEN
            ABDOMENPELVIS      | ABDOMEN PELVIS
            ADRENAL            | ABDOMEN
            ANKLE              | ANKLE
            AORTA              | CHEST ABDOMEN
            ARM                | UPPER_LIMB
            AXILLA             | CHEST
            BACK               | SPINE
            BILEDUCT           | ABDOMEN
            BLADDER            | PELVIS
            BRAIN              | HEAD
            BREAST             | BREAST
            BRONCHUS           | CHEST
            BUTTOCK            | PELVIS
            CALCANEUS          | FOOT
            CALF               | LOWER_LEG
            CAROTID            | NECK
            CEREBELLUM         | HEAD
            CERVIX             | PELVIS
            CHEEK              | FACE
            CHEST              | CHEST
            CHESTABDOMEN       | CHEST ABDOMEN
            CHESTABDPELVIS     | CHEST ABDOMEN PELVIS
            CIRCLEOFWILLIS     | HEAD
            CLAVICLE           | SHOULDER
            COCCYX             | LUMBAR_SPINE PELVIS
            COLON              | ABDOMEN
            CORNEA             | FACE
            CORONARYARTERY     | HEART
            CSPINE             | CERVICAL_SPINE
            CTSPINE            | CERVICAL_SPINE THORACIC_SPINE
            DUODENUM           | ABDOMEN
            EAR                | HEAD
            ELBOW              | ELBOW
            ESOPHAGUS          | CHEST
            EXTREMITY          | UPPER_LIMB LOWER_LIMB
            EYE                | FACE
            EYELID             | FACE
            FACE               | FACE
            FEMUR              | THIGH
            FIBULA             | LOWER_LEG
            FINGER             | HAND
            FOOT               | FOOT
            GALLBLADDER        | ABDOMEN
            HAND               | HAND
            HEAD               | HEAD
            HEADNECK           | HEAD NECK
            HEART              | HEART
            HIP                | HIP
            HUMERUS            | UPPER_ARM
            IAC                | HEAD
            ILEUM              | ABDOMEN
            ILIUM              | PELVIS
            JAW                | FACE
            JEJUNUM            | ABDOMEN
            KIDNEY             | ABDOMEN
            KNEE               | KNEE
            LARYNX             | NECK
            LEG                | LOWER_LIMB
            LIVER              | ABDOMEN
            LSPINE             | LUMBAR_SPINE
            LSSPINE            | LUMBAR_SPINE
            LUNG               | CHEST
            MAXILLA            | FACE
            MEDIASTINUM        | CHEST
            MOUTH              | FACE
            NECK               | NECK
            NECKCHEST          | NECK CHEST
            NECKCHESTABDOMEN   | NECK CHEST ABDOMEN
            NECKCHESTABDPELV   | NECK CHEST ABDOMEN PELVIS
            NOSE               | FACE
            ORBIT              | FACE
            OVARY              | PELVIS
            PANCREAS           | ABDOMEN
            PAROTID            | NECK
            PATELLA            | KNEE
            PELVIS             | PELVIS
            PENIS              | PELVIS
            PHARYNX            | NECK
            PROSTATE           | PELVIS
            RADIUS             | FOREARM
            RADIUSULNA         | FOREARM
            RECTUM             | PELVIS
            RIB                | CHEST
            SACRUM             | LUMBAR_SPINE PELVIS
            SCALP              | HEAD
            SCAPULA            | SHOULDER
            SCLERA             | FACE
            SCROTUM            | PELVIS
            SHOULDER           | SHOULDER
            SKULL              | HEAD
            SPINE              | SPINE
            SPLEEN             | ABDOMEN
            SSPINE             | LUMBAR_SPINE PELVIS
            STERNUM            | CHEST
            STOMACH            | ABDOMEN
            SUBMANDIBULAR      | NECK
            TESTIS             | PELVIS
            THIGH              | THIGH
            THUMB              | HAND
            THYMUS             | CHEST
            THYROID            | NECK
            TIBIA              | LOWER_LEG
            TIBIAFIBULA        | LOWER_LEG
            TLSPINE            | THORACIC_SPINE LUMBAR_SPINE
            TMJ                | FACE
            TOE                | FOOT
            TONGUE             | FACE
            TRACHEA            | NECK
            TSPINE             | THORACIC_SPINE
            ULNA               | FOREARM
            URETER             | ABDOMEN
            URETHRA            | PELVIS
            UTERUS             | PELVIS
            VAGINA             | PELVIS
            VULVA              | PELVIS
            WHOLEBODY          | WHOLE_BODY
            WRIST              | WRIST
            ZYGOMA             | FACE
            UNKNOWN            | -
            """)
    void readsValuesOfBodyPartExamined(String bodyPart, String regions) {
        assertThat(Regions.of("", List.of(bodyPart), List.of()).regions()).isEqualTo(regions(regions));
    }

    @Test
    void believesTheDescriptionMoreThanTheBodyPart() {
        Regions read = Regions.of("MRT Knie", List.of("CHEST", "LEFT"), List.of("MR"));

        assertThat(read).isEqualTo(new Regions(Set.of(BodyRegion.KNEE), Side.LEFT));
    }

    @Test
    void readsSeveralBodyParts() {
        Set<BodyRegion> read = Regions.of("Verlauf", List.of("CHEST", "ABDOMEN"), List.of("CT")).regions();

        assertThat(read).containsExactlyInAnyOrder(BodyRegion.CHEST, BodyRegion.ABDOMEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            MG | BREAST
            PX | FACE
            PT | WHOLE_BODY
            CT | -
            """)
    void readsTheRegionFromTheModalityWhereNothingElseTells(String modality, String regions) {
        assertThat(Regions.of("", List.of(), List.of(modality)).regions()).isEqualTo(regions(regions));
    }

    @RepeatedTest(200)
    void readsAllRegionsOfAListInAnyOrderAndSeparation(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> words = List.of("Thorax", "Abdomen", "Becken", "Hals", "Kopf", "LWS", "Knie", "Handgelenk");
        List<BodyRegion> meanings = List.of(BodyRegion.CHEST, BodyRegion.ABDOMEN, BodyRegion.PELVIS, BodyRegion.NECK,
                BodyRegion.HEAD, BodyRegion.LUMBAR_SPINE, BodyRegion.KNEE, BodyRegion.WRIST);
        StringBuilder text = new StringBuilder("CT");
        Set<BodyRegion> expected = EnumSet.noneOf(BodyRegion.class);
        for (int i : random.ints(1 + random.nextInt(4), 0, words.size()).toArray()) {
            text.append(List.of(" ", "/", " + ", "-", ", ", " und ").get(random.nextInt(6))).append(words.get(i));
            expected.add(meanings.get(i));
        }

        assertThat(Regions.read(text.toString()).regions()).as(text.toString()).isEqualTo(expected);
    }

    private static Set<BodyRegion> regions(String names) {
        Set<BodyRegion> regions = EnumSet.noneOf(BodyRegion.class);
        if (names != null) {
            Arrays.stream(names.split(" ")).map(BodyRegion::valueOf).forEach(regions::add);
        }
        return regions;
    }
}
