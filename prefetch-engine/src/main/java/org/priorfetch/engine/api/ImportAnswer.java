package org.priorfetch.engine.api;

/** What became of one study that was to be imported. */
public record ImportAnswer(String studyUid, FetchAnswer answer) {}
