package org.priorfetch.engine.prior;

import java.util.Set;

/** Modalities (0008,0060; PS3.3 C.7.3.1.1.1) whose images are read alike. */
enum ModalityFamily {
    RADIOGRAPHY("XR", 3, true, true), FLUOROSCOPY("FL", 2, false, true), CT("CT", 2, true, false),
    MR("MR", 3, true, false), ULTRASOUND("US", 2, false, true), MAMMOGRAPHY("MG", 4, false, true),
    NUCLEAR("NM", 3, true, true), PET("PT", 2, true, false), OTHER("OTHER", 2, false, false);

    private static final Set<String> WITHOUT_IMAGES = Set.of("SR", "PR", "KO", "DOC", "OT", "AU", "ECG", "EEG", "EMG",
            "EOG", "EPS", "HD", "RESP", "FID", "REG", "SEG", "PLAN", "RTPLAN", "RTSTRUCT", "RTDOSE", "RTRECORD",
            "RTRAD", "RTSEGANN", "RTINTENT", "RWV", "SMR", "STAIN", "TEXTUREMAP", "M3D", "ANN", "ASMT", "SRF", "LEN",
            "AR", "KER", "VA", "IOL", "OAM", "OPV");
    private static final int DAYS_OF_A_YEAR = 365;

    private final String code;
    private final int yearsToHalf;
    private final boolean followed;
    private final boolean light;

    ModalityFamily(String code, int yearsToHalf, boolean followed, boolean light) {
        this.code = code;
        this.yearsToHalf = yearsToHalf;
        this.followed = followed;
        this.light = light;
    }

    static ModalityFamily of(String modality) {
        return switch (modality) {
            case "CR", "DX", "DR", "RG", "PX", "IO" -> RADIOGRAPHY;
            case "RF", "XA", "DSA", "DF", "DS", "CF" -> FLUOROSCOPY;
            case "CT" -> CT;
            case "MR", "MA", "MS" -> MR;
            case "US", "EC", "IVUS", "BDUS", "DD" -> ULTRASOUND;
            case "MG" -> MAMMOGRAPHY;
            case "NM", "ST" -> NUCLEAR;
            case "PT" -> PET;
            default -> OTHER;
        };
    }

    static boolean hasImages(String modality) {
        return !WITHOUT_IMAGES.contains(modality);
    }

    /** In the tables of what goes together. */
    String code() {
        return code;
    }

    /** The age at which such a study is worth half as much in a comparison. */
    int daysToHalf() {
        return yearsToHalf * DAYS_OF_A_YEAR;
    }

    /** Whether findings are followed with it for years, so that the first study tells something. */
    boolean isFollowed() {
        return followed;
    }

    /** Whether such a study is small and soon looked at, so that one more does no harm. */
    boolean isLight() {
        return light;
    }
}
