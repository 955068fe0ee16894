package org.priorfetch.engine.dicom;

import java.util.List;

import org.aoju.bus.image.UID;

/** The storage classes that archives hold (PS3.4 B.5). */
final class StorageClasses {

    /** What a study may consist of when the archive does not say it. */
    static final List<String> FREQUENT = List.of(UID.ComputedRadiographyImageStorage,
            UID.DigitalXRayImageStorageForPresentation, UID.DigitalXRayImageStorageForProcessing,
            UID.DigitalMammographyXRayImageStorageForPresentation, UID.DigitalMammographyXRayImageStorageForProcessing,
            UID.DigitalIntraOralXRayImageStorageForPresentation, UID.BreastTomosynthesisImageStorage,
            UID.BreastProjectionXRayImageStorageForPresentation, UID.CTImageStorage, UID.EnhancedCTImageStorage,
            UID.LegacyConvertedEnhancedCTImageStorage, UID.MRImageStorage, UID.EnhancedMRImageStorage,
            UID.EnhancedMRColorImageStorage, UID.LegacyConvertedEnhancedMRImageStorage, UID.MRSpectroscopyStorage,
            UID.UltrasoundImageStorage, UID.UltrasoundMultiFrameImageStorage, UID.EnhancedUSVolumeStorage,
            UID.UltrasoundImageStorageRetired, UID.UltrasoundMultiFrameImageStorageRetired,
            UID.SecondaryCaptureImageStorage, UID.MultiFrameSingleBitSecondaryCaptureImageStorage,
            UID.MultiFrameGrayscaleByteSecondaryCaptureImageStorage,
            UID.MultiFrameGrayscaleWordSecondaryCaptureImageStorage,
            UID.MultiFrameTrueColorSecondaryCaptureImageStorage, UID.XRayAngiographicImageStorage,
            UID.EnhancedXAImageStorage, UID.XRayRadiofluoroscopicImageStorage, UID.EnhancedXRFImageStorage,
            UID.XRay3DAngiographicImageStorage, UID.XRay3DCraniofacialImageStorage, UID.NuclearMedicineImageStorage,
            UID.PositronEmissionTomographyImageStorage, UID.EnhancedPETImageStorage,
            UID.LegacyConvertedEnhancedPETImageStorage, UID.RTImageStorage, UID.RTDoseStorage,
            UID.RTStructureSetStorage, UID.RTPlanStorage, UID.VLEndoscopicImageStorage,
            UID.VLMicroscopicImageStorage, UID.VLPhotographicImageStorage, UID.VLWholeSlideMicroscopyImageStorage,
            UID.OphthalmicPhotography8BitImageStorage, UID.OphthalmicTomographyImageStorage,
            UID.GrayscaleSoftcopyPresentationStateStorage, UID.ColorSoftcopyPresentationStateStorage,
            UID.BasicTextSRStorage, UID.EnhancedSRStorage, UID.ComprehensiveSRStorage, UID.Comprehensive3DSRStorage,
            UID.KeyObjectSelectionDocumentStorage, UID.MammographyCADSRStorage, UID.XRayRadiationDoseSRStorage,
            UID.EncapsulatedPDFStorage, UID.EncapsulatedCDAStorage, UID.SegmentationStorage,
            UID.SpatialRegistrationStorage, UID.RawDataStorage, UID.RealWorldValueMappingStorage,
            UID.ParametricMapStorage, UID.TwelveLeadECGWaveformStorage);

    private StorageClasses() {}
}
