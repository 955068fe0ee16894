package org.priorfetch.app.reports;

import java.util.List;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.engine.model.Delivered;

/**
 * What is shown of something that was put into the PACS.
 *
 * @param when date and time
 * @param changed the attributes that were replaced, in few words
 * @param changes each with its old and new value, one sentence each
 */
record DeliveryRow(Delivered delivered, Mark mark, String outcome, String when, String appointment, String patientId,
        String studyUid, String source, String instances, String size, String changed, List<String> changes) {}
