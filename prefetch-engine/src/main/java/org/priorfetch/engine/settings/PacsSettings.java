package org.priorfetch.engine.settings;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PriorMarks;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.tls.TlsCredentials;

/**
 * The local PACS, where every prior ends.
 *
 * @param issuer of its patient IDs; null when the site names none
 * @param budget how much it is asked to bear
 * @param tls null where it is talked to without
 * @param marks how what is imported is marked
 * @param commitment whether it is asked to commit to what it took, where it offers that
 * @param stow where it takes instances by DICOMweb; null where by DIMSE, as all else
 * @param test whether it is there for tests, and may be given images of nobody to see how fast it takes them
 */
public record PacsSettings(String aeTitle, String host, int port, @Nullable String issuer, SourceBudget budget,
        @Nullable TlsCredentials tls, PriorMarks marks, boolean commitment, @Nullable WebSettings stow,
        boolean test) {

    /** One that marks nothing. */
    public PacsSettings(String aeTitle, String host, int port, @Nullable String issuer, SourceBudget budget,
            @Nullable TlsCredentials tls) {
        this(aeTitle, host, port, issuer, budget, tls, PriorMarks.NONE, true, null, false);
    }
}
