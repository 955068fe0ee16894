package org.priorfetch.engine.runtime;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.alert.AlertFacts.CertificateEnd;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.settings.PdqSettings;
import org.priorfetch.engine.settings.PixSettings;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.settings.WorklistSettings;
import org.priorfetch.engine.tls.TlsCredentials;

/** Until when certificates are valid: the first of ours to end, and what each peer last showed. */
final class Certificates {

    private static final String OURS = "PriorFetch";

    private final @Nullable Instant firstEndOfOurs;
    private final List<AssociationPool> pools;

    Certificates(SiteSettings site, List<AssociationPool> pools) {
        this.firstEndOfOurs = credentials(site).flatMap(credentials -> credentials.ours().stream())
                .map(Certificates::end)
                .min(Comparator.naturalOrder())
                .orElse(null);
        this.pools = List.copyOf(pools);
    }

    List<CertificateEnd> ends() {
        List<CertificateEnd> ends = new ArrayList<>();
        if (firstEndOfOurs != null) {
            ends.add(new CertificateEnd(OURS, firstEndOfOurs));
        }
        for (AssociationPool pool : pools) {
            Instant end = pool.peerCertificateEnd();
            if (end != null) {
                ends.add(new CertificateEnd(pool.name(), end));
            }
        }
        return ends;
    }

    private static Stream<TlsCredentials> credentials(SiteSettings site) {
        Stream<@Nullable TlsCredentials> own = Stream.of(site.self().tls(), site.pacs().tls());
        Stream<@Nullable TlsCredentials> peers = Stream.concat(site.worklists().stream().map(WorklistSettings::tls),
                site.sources().stream().flatMap(Certificates::credentials));
        return Stream.concat(own, peers).filter(Objects::nonNull);
    }

    /** Of the source, and of the index and directory that are asked for it. */
    private static Stream<@Nullable TlsCredentials> credentials(SourceSettings source) {
        PixSettings pix = source.pix();
        PdqSettings pdq = source.pdq();
        return Stream.of(source.tls(), pix == null ? null : pix.tls(), pdq == null ? null : pdq.tls());
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
