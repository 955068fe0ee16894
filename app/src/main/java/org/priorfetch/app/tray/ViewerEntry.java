package org.priorfetch.app.tray;

/**
 * Something that the tray offers to open in the viewer.
 *
 * @param id of the appointment
 * @param text without a patient's name
 */
public record ViewerEntry(String id, String text) {}
