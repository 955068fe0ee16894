package org.priorfetch.engine.model;

/**
 * What a person decided about one candidate of one appointment. It says nothing about whose study it is.
 *
 * @param wanted whether it is to be fetched, or to be left where it is, whatever the rules of relevance say
 * @param because in the person's words; empty when none were given
 */
public record HandChoice(String appointmentId, String studyInstanceUid, boolean wanted, String because) {}
