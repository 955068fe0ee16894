package org.priorfetch.engine.demo;

import java.time.LocalDateTime;

/**
 * An earlier study that is to be made.
 *
 * @param number tells the studies apart; UIDs and numbers of the study follow from it
 */
record PastStudy(int number, Person patient, Examination examination, LocalDateTime at, String institution) {

    String accessionNumber() {
        return "P%05d".formatted(number);
    }
}
