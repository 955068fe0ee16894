package org.priorfetch.engine.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.WorklistItem;

/**
 * Under which number an appointment is followed that its feed knows under another one. A booking that was recognized by its
 * time is so recognized when it is moved. Guarded by its owner.
 */
final class BookedNumbers {

    private static final int MOST = 10_000;

    private final Map<String, String> followedAs = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    void note(WorklistItem told, Appointment followed) {
        boolean otherwise = told.accessionNumber().isEmpty() && !told.appointmentId().equals(followed.id());
        if (otherwise) {
            followedAs.put(told.appointmentId(), followed.id());
        }
    }

    Optional<String> known(WorklistItem told) {
        return Optional.ofNullable(followedAs.get(told.appointmentId()));
    }
}
