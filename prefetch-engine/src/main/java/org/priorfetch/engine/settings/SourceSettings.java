package org.priorfetch.engine.settings;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.tls.TlsCredentials;

/**
 * A remote archive.
 *
 * @param aeTitle empty where it speaks DICOMweb, as is the host; the port is 0 then
 * @param retrieve by DIMSE
 * @param web null where it speaks DIMSE
 * @param webBeside its DICOMweb service where it speaks DIMSE and that, too; null where it does not
 * @param order in which the series of a study come
 * @param name unique among the sources, never {@code pacs}
 * @param accessions what becomes of its accession numbers
 * @param issuer of its patient IDs; null means the PACS's own
 * @param patients how its patients are found and recognised
 * @param pix the patient index that knows its IDs; null where they are found otherwise
 * @param pdq the patient directory that is asked before it is searched by name; null where there is none
 * @param tls null where it is talked to without
 */
public record SourceSettings(String name, String aeTitle, String host, int port, RetrieveMethod retrieve,
        SourceBudget budget, AccessionPolicy accessions, @Nullable String issuer, PatientScheme patients,
        @Nullable PixSettings pix, @Nullable PdqSettings pdq, @Nullable TlsCredentials tls, @Nullable WebSettings web,
        @Nullable WebSettings webBeside, SeriesOrder order) {

    /** One without a patient index. */
    public SourceSettings(String name, String aeTitle, String host, int port, RetrieveMethod retrieve,
            SourceBudget budget, AccessionPolicy accessions, @Nullable String issuer, PatientScheme patients,
            @Nullable TlsCredentials tls) {
        this(name, aeTitle, host, port, retrieve, budget, accessions, issuer, patients, null, null, tls, null, null,
                SeriesOrder.READING);
    }

    /** One that names patients as the PACS does, and is talked to without TLS. */
    public SourceSettings(String name, String aeTitle, String host, int port, RetrieveMethod retrieve,
            SourceBudget budget, AccessionPolicy accessions, @Nullable String issuer) {
        this(name, aeTitle, host, port, retrieve, budget, accessions, issuer, PatientScheme.SAME, null);
    }
}
