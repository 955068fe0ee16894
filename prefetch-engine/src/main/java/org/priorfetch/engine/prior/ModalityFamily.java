package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Modalities (0008,0060; PS3.3 C.7.3.1.1.1) whose images are read alike. */
enum ModalityFamily {
    RADIOGRAPHY, FLUOROSCOPY, CT, MR, ULTRASOUND, MAMMOGRAPHY, NUCLEAR, OTHER;

    private static final Set<String> WITHOUT_IMAGES = Set.of("SR", "PR", "KO", "DOC", "OT", "AU", "ECG", "EEG", "EMG",
            "EOG", "EPS", "HD", "RESP", "FID", "REG", "SEG", "PLAN", "RTPLAN", "RTSTRUCT", "RTDOSE", "RTRECORD",
            "RTRAD", "RTSEGANN", "RTINTENT", "RWV", "SMR", "STAIN", "TEXTUREMAP", "M3D", "ANN", "ASMT", "SRF", "LEN",
            "AR", "KER", "VA", "IOL", "OAM", "OPV");

    static ModalityFamily of(String modality) {
        return switch (modality) {
            case "CR", "DX", "DR", "RG", "PX", "IO" -> RADIOGRAPHY;
            case "RF", "XA", "DSA", "DF", "DS", "CF" -> FLUOROSCOPY;
            case "CT" -> CT;
            case "MR", "MA", "MS" -> MR;
            case "US", "EC", "IVUS", "BDUS", "DD" -> ULTRASOUND;
            case "MG" -> MAMMOGRAPHY;
            case "NM", "PT", "ST" -> NUCLEAR;
            default -> OTHER;
        };
    }

    static boolean hasImages(String modality) {
        return !WITHOUT_IMAGES.contains(modality);
    }

    /** The families of those with images. */
    static Set<ModalityFamily> of(Collection<String> modalities) {
        Set<ModalityFamily> families = EnumSet.noneOf(ModalityFamily.class);
        modalities.stream().filter(ModalityFamily::hasImages).map(ModalityFamily::of).forEach(families::add);
        return families;
    }

    /** Whether the other is usually compared with this one. In the breast, all that looks at it is. */
    boolean isRelatedTo(ModalityFamily other, boolean breast) {
        boolean bothForBreast = breast && isForBreast() && other.isForBreast();
        return bothForBreast || related().contains(other) || other.related().contains(this);
    }

    private boolean isForBreast() {
        return this == MAMMOGRAPHY || this == ULTRASOUND || this == MR;
    }

    private Set<ModalityFamily> related() {
        return switch (this) {
            case CT -> EnumSet.of(MR, RADIOGRAPHY, FLUOROSCOPY, NUCLEAR);
            case MR -> EnumSet.of(RADIOGRAPHY, NUCLEAR);
            case FLUOROSCOPY -> EnumSet.of(RADIOGRAPHY);
            case RADIOGRAPHY, ULTRASOUND, MAMMOGRAPHY, NUCLEAR, OTHER -> EnumSet.noneOf(ModalityFamily.class);
        };
    }
}
