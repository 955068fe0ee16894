package org.priorfetch.engine.settings;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.tls.TlsCredentials;

/**
 * The local PACS, where every prior ends.
 *
 * @param issuer of its patient IDs; null when the site names none
 * @param budget how much it is asked to bear
 * @param tls null where it is talked to without
 */
public record PacsSettings(String aeTitle, String host, int port, @Nullable String issuer, SourceBudget budget,
        @Nullable TlsCredentials tls) {}
