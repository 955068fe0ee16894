package org.priorfetch.app.today;

import java.util.List;

import org.priorfetch.app.controls.Mark;

/**
 * The head of the detail pane.
 *
 * @param facts what tells the patient from others: ID, birth date, sex
 * @param when time, relative and absolute, and the accession number
 * @param explanation of the verdict, in a sentence or two
 * @param noCandidates what stands for the candidates when there are none
 */
record AppointmentDetail(String patient, String facts, String procedure, List<String> modalities, String when,
        Mark mark, double progress, String verdict, String explanation, String noCandidates) {}
