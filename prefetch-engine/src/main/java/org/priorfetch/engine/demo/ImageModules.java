package org.priorfetch.engine.demo;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/** The modules that differ between the modalities, PS3.3 A.3, A.4, A.6, A.26 and A.27. */
final class ImageModules {

    private static final double CT_SPACING = 1.5;
    private static final double CT_SLICE = 5;
    private static final double MR_SPACING = 0.9;
    private static final double MR_SLICE = 5;

    private ImageModules() {}

    static void add(Attributes image, Examination examination, int instance) {
        switch (examination.kind()) {
            case CT -> ct(image, examination, instance);
            case MR -> mr(image, instance);
            case DX -> projection(image, examination);
            case MG -> mammogram(image, examination, instance);
            case US -> ultrasound(image);
        }
    }

    private static void ct(Attributes image, Examination examination, int instance) {
        image.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "AXIAL");
        image.setString(Tag.RescaleIntercept, VR.DS, "-1024");
        image.setString(Tag.RescaleSlope, VR.DS, "1");
        image.setString(Tag.RescaleType, VR.LO, "HU");
        image.setString(Tag.KVP, VR.DS, "120");
        image.setString(Tag.XRayTubeCurrent, VR.IS, "210");
        image.setString(Tag.ConvolutionKernel, VR.SH, "B31f");
        switch (examination.bodyPart()) {
            case "CHEST" -> window(image, -400, 1600);
            case "HEAD" -> window(image, 40, 120);
            default -> window(image, 60, 400);
        }
        plane(image, instance, CT_SPACING, CT_SLICE);
    }

    private static void mr(Attributes image, int instance) {
        image.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "M");
        image.setString(Tag.ScanningSequence, VR.CS, "SE");
        image.setString(Tag.SequenceVariant, VR.CS, "SK");
        image.setNull(Tag.ScanOptions, VR.CS);
        image.setString(Tag.MRAcquisitionType, VR.CS, "2D");
        image.setString(Tag.RepetitionTime, VR.DS, "4200");
        image.setString(Tag.EchoTime, VR.DS, "98");
        image.setString(Tag.EchoTrainLength, VR.IS, "11");
        image.setString(Tag.MagneticFieldStrength, VR.DS, "1.5");
        image.setString(Tag.FlipAngle, VR.DS, "150");
        window(image, 480, 900);
        plane(image, instance, MR_SPACING, MR_SLICE);
    }

    private static void projection(Attributes image, Examination examination) {
        radiograph(image, 2048, 4096);
        boolean knee = examination.bodyPart().equals("KNEE");
        image.setString(Tag.PatientOrientation, VR.CS, "L", "F");
        image.setString(Tag.ViewPosition, VR.CS, knee ? "AP" : "PA");
        image.setString(Tag.ImageLaterality, VR.CS, knee ? "L" : "U");
        image.setString(Tag.ImagerPixelSpacing, VR.DS, knee ? "0.28" : "0.4", knee ? "0.28" : "0.4");
        region(image, knee ? "72696002" : "51185008", knee ? "Knee" : "Chest");
    }

    private static void mammogram(Attributes image, Examination examination, int instance) {
        radiograph(image, 1900, 3600);
        boolean oblique = instance > 1;
        image.setString(Tag.PatientOrientation, VR.CS, "P", oblique ? "FR" : "L");
        image.setString(Tag.PositionerType, VR.CS, "MAMMOGRAPHIC");
        image.setString(Tag.ImageLaterality, VR.CS, examination.laterality());
        image.setString(Tag.OrganExposed, VR.CS, "BREAST");
        image.setString(Tag.ViewPosition, VR.CS, oblique ? "MLO" : "CC");
        image.setString(Tag.BreastImplantPresent, VR.CS, "NO");
        image.setString(Tag.ImagerPixelSpacing, VR.DS, "0.18", "0.18");
        image.setString(Tag.KVP, VR.DS, "28");
        Attributes view = oblique
                ? code("399368009", "medio-lateral oblique")
                : code("399162004", "cranio-caudal");
        view.newSequence(Tag.ViewModifierCodeSequence, 0);
        image.newSequence(Tag.ViewCodeSequence, 1).add(view);
        region(image, "76752008", "Breast");
    }

    private static void ultrasound(Attributes image) {
        image.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY");
        image.setString(Tag.LossyImageCompression, VR.CS, "00");
        image.setNull(Tag.PatientOrientation, VR.CS);
        window(image, 128, 256);
    }

    private static void radiograph(Attributes image, int centre, int width) {
        image.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "");
        image.setString(Tag.PresentationIntentType, VR.CS, "FOR PRESENTATION");
        image.setString(Tag.PixelIntensityRelationship, VR.CS, "LOG");
        image.setInt(Tag.PixelIntensityRelationshipSign, VR.SS, -1);
        image.setString(Tag.RescaleIntercept, VR.DS, "0");
        image.setString(Tag.RescaleSlope, VR.DS, "1");
        image.setString(Tag.RescaleType, VR.LO, "US");
        image.setString(Tag.PresentationLUTShape, VR.CS, "IDENTITY");
        image.setString(Tag.LossyImageCompression, VR.CS, "00");
        image.setString(Tag.DetectorType, VR.CS, "DIRECT");
        image.newSequence(Tag.AcquisitionContextSequence, 0);
        window(image, centre, width);
    }

    private static void plane(Attributes image, int instance, double spacing, double slice) {
        double position = -slice * (instance - 1);
        double corner = -128 * spacing;
        image.setDouble(Tag.PixelSpacing, VR.DS, spacing, spacing);
        image.setDouble(Tag.SliceThickness, VR.DS, slice);
        image.setDouble(Tag.SliceLocation, VR.DS, position);
        image.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
        image.setDouble(Tag.ImagePositionPatient, VR.DS, corner, corner, position);
    }

    private static void window(Attributes image, int centre, int width) {
        image.setString(Tag.WindowCenter, VR.DS, String.valueOf(centre));
        image.setString(Tag.WindowWidth, VR.DS, String.valueOf(width));
    }

    private static void region(Attributes image, String snomedCode, String meaning) {
        image.newSequence(Tag.AnatomicRegionSequence, 1).add(code(snomedCode, meaning));
    }

    private static Attributes code(String snomedCode, String meaning) {
        Attributes code = new Attributes();
        code.setString(Tag.CodeValue, VR.SH, snomedCode);
        code.setString(Tag.CodingSchemeDesignator, VR.SH, "SCT");
        code.setString(Tag.CodeMeaning, VR.LO, meaning);
        return code;
    }
}
