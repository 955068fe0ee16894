package org.priorfetch.engine.demo;

import java.time.format.DateTimeFormatter;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/** Writes worklist entries as the attributes of PS3.4 table K.6-1. */
final class WorklistItems {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private WorklistItems() {}

    static Attributes of(WorklistEntry entry) {
        Attributes item = new Attributes();
        item.setString(Tag.SpecificCharacterSet, VR.CS, entry.patient().characterSet().toArray(String[]::new));
        patient(item, entry.patient());
        item.setString(Tag.AccessionNumber, VR.SH, entry.accessionNumber());
        item.setNull(Tag.ReferringPhysicianName, VR.PN);
        item.setString(Tag.StudyInstanceUID, VR.UI, entry.studyInstanceUid());
        item.setString(Tag.RequestedProcedureDescription, VR.LO, entry.description());
        item.setString(Tag.RequestedProcedureID, VR.SH, entry.accessionNumber());
        item.setString(Tag.RequestedProcedurePriority, VR.SH, entry.priority());
        item.newSequence(Tag.ScheduledProcedureStepSequence, 1).add(step(entry));
        return item;
    }

    static void patient(Attributes item, Person patient) {
        item.setString(Tag.PatientName, VR.PN, patient.name());
        item.setString(Tag.PatientID, VR.LO, patient.id());
        item.setString(Tag.IssuerOfPatientID, VR.LO, patient.issuer());
        item.setString(Tag.PatientBirthDate, VR.DA, DATE.format(patient.birthDate()));
        item.setString(Tag.PatientSex, VR.CS, patient.sex());
    }

    private static Attributes step(WorklistEntry entry) {
        Attributes step = new Attributes();
        step.setString(Tag.Modality, VR.CS, entry.modality());
        step.setString(Tag.ScheduledStationAETitle, VR.AE, entry.station());
        step.setString(Tag.ScheduledStationName, VR.SH, entry.station());
        step.setString(Tag.ScheduledProcedureStepStartDate, VR.DA, DATE.format(entry.start()));
        step.setString(Tag.ScheduledProcedureStepStartTime, VR.TM, TIME.format(entry.start()));
        step.setString(Tag.ScheduledProcedureStepDescription, VR.LO, entry.description());
        step.setString(Tag.ScheduledProcedureStepID, VR.SH, entry.stepId());
        step.setString(Tag.ScheduledProcedureStepStatus, VR.CS, "SCHEDULED");
        step.setNull(Tag.ScheduledPerformingPhysicianName, VR.PN);
        return step;
    }
}
