package org.priorfetch.engine.model;

import java.time.Instant;

/**
 * Something that the admin should see to. It stays as long as it lasts.
 *
 * @param subject name of the peer, folder or certificate
 * @param since when it was first noticed
 * @param text what is the matter, one sentence
 * @param advice what to do
 */
public record Alert(AlertKind kind, String subject, Instant since, Message text, Message advice) {}
