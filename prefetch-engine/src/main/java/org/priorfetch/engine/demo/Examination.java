package org.priorfetch.engine.demo;

import java.util.List;
import org.aoju.bus.image.UID;

/**
 * A kind of examination that the simulated hospital has images of.
 *
 * @param bodyPart Body Part Examined (0018,0015)
 * @param laterality L, R or empty
 */
record Examination(Kind kind, String bodyPart, String description, String laterality, List<Series> series) {

    static final Examination CT_CHEST = new Examination(Kind.CT, "CHEST", "CT Chest with contrast", "",
            List.of(new Series("Chest 3.0", 48, 256, 256, ChestPhantom::paint)));
    static final Examination CT_ABDOMEN = new Examination(Kind.CT, "ABDOMEN", "CT Abdomen portal venous", "",
            List.of(new Series("Abdomen 5.0", 48, 256, 256, AbdomenPhantom::paint)));
    static final Examination CT_HEAD = new Examination(Kind.CT, "HEAD", "CT Head without contrast", "",
            List.of(new Series("Head 4.0", 30, 256, 256, HeadPhantom.CT)));
    static final Examination MR_BRAIN = new Examination(Kind.MR, "BRAIN", "MR Brain", "",
            List.of(new Series("T2 tse tra", 24, 256, 256, HeadPhantom.T2),
                    new Series("T1 mprage tra", 24, 256, 256, HeadPhantom.T1)));
    static final Examination DX_CHEST = new Examination(Kind.DX, "CHEST", "Chest PA", "",
            List.of(new Series("Chest PA", 1, 1024, 1024, RadiographPhantom::chest)));
    static final Examination DX_KNEE = new Examination(Kind.DX, "KNEE", "Knee left", "L",
            List.of(new Series("Knee left AP", 1, 1024, 820, RadiographPhantom::knee)));
    static final Examination US_ABDOMEN = new Examination(Kind.US, "ABDOMEN", "US Abdomen", "",
            List.of(new Series("Upper abdomen", 4, 480, 640, UltrasoundPhantom::abdomen)));
    static final Examination MG_RIGHT = new Examination(Kind.MG, "BREAST", "Mammography right", "R",
            List.of(new Series("Mammography right", 2, 1280, 1024, RadiographPhantom::breast)));

    /** What follows from the modality. */
    enum Kind {
        CT(UID.CTImageStorage, 12, TorsoPhantom.HU_PER_LEVEL, 7),
        MR(UID.MRImageStorage, 12, 4, 14),
        DX(UID.DigitalXRayImageStorageForPresentation, 12, 16, 22),
        MG(UID.DigitalMammographyXRayImageStorageForPresentation, 12, 16, 26),
        US(UID.UltrasoundImageStorage, 8, 1, 3);

        private final String sopClass;
        private final int bits;
        private final int valuesPerLevel;
        private final double noise;

        Kind(String sopClass, int bits, int valuesPerLevel, double noise) {
            this.sopClass = sopClass;
            this.bits = bits;
            this.valuesPerLevel = valuesPerLevel;
            this.noise = noise;
        }

        String sopClass() {
            return sopClass;
        }

        int bits() {
            return bits;
        }

        /** Stored values for each of the 256 grey levels that are drawn. */
        int valuesPerLevel() {
            return valuesPerLevel;
        }

        /** Standard deviation in stored values. */
        double noise() {
            return noise;
        }

        /** Whether the images are slices with a place in the patient. */
        boolean isCrossSectional() {
            return this == CT || this == MR;
        }
    }

    /** One series of images of the same size. */
    record Series(String description, int images, int rows, int columns, Painter painter) {}

    String modality() {
        return kind.name();
    }
}
