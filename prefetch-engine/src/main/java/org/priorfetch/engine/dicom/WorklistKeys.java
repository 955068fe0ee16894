package org.priorfetch.engine.dicom;

import java.time.LocalDate;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.model.DicomText;

/** The identifier of a modality worklist query (PS3.4 K.6.1.2). */
final class WorklistKeys {

    private WorklistKeys() {}

    /** @param traits whether everything that helps to recognise a person is asked for */
    static Attributes scheduledBetween(LocalDate first, LocalDate last, boolean traits) {
        Attributes keys = new Attributes();
        keys.setNull(Tag.SpecificCharacterSet, VR.CS);
        keys.setNull(Tag.AccessionNumber, VR.SH);
        keys.setNull(Tag.PatientName, VR.PN);
        keys.setNull(Tag.PatientID, VR.LO);
        keys.setNull(Tag.IssuerOfPatientID, VR.LO);
        keys.setNull(Tag.PatientBirthDate, VR.DA);
        keys.setNull(Tag.PatientSex, VR.CS);
        if (traits) {
            StudyKeys.addTraits(keys);
        }
        StudyKeys.addConfidentiality(keys);
        keys.setNull(Tag.ConfidentialityCode, VR.LO);
        keys.setNull(Tag.StudyInstanceUID, VR.UI);
        keys.setNull(Tag.RequestedProcedureDescription, VR.LO);
        StudyKeys.everyItem(keys, Tag.RequestedProcedureCodeSequence);
        keys.setNull(Tag.RequestedProcedureID, VR.SH);
        keys.setNull(Tag.RequestedProcedurePriority, VR.SH);
        keys.newSequence(Tag.ScheduledProcedureStepSequence, 1).add(step(first, last));
        return keys;
    }

    private static Attributes step(LocalDate first, LocalDate last) {
        Attributes step = new Attributes();
        step.setNull(Tag.Modality, VR.CS);
        step.setNull(Tag.ScheduledStationAETitle, VR.AE);
        step.setNull(Tag.ScheduledStationName, VR.SH);
        step.setNull(Tag.ScheduledProcedureStepLocation, VR.SH);
        step.setNull(Tag.ScheduledPerformingPhysicianName, VR.PN);
        step.setString(Tag.ScheduledProcedureStepStartDate, VR.DA, DicomText.range(first, last));
        step.setNull(Tag.ScheduledProcedureStepStartTime, VR.TM);
        step.setNull(Tag.ScheduledProcedureStepDescription, VR.LO);
        step.setNull(Tag.ScheduledProcedureStepID, VR.SH);
        step.setNull(Tag.ScheduledProcedureStepStatus, VR.CS);
        return step;
    }
}
