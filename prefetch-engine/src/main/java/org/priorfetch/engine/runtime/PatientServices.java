package org.priorfetch.engine.runtime;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.priorfetch.engine.fhir.FhirServer;
import org.priorfetch.engine.fhir.PdqmDirectory;
import org.priorfetch.engine.fhir.PixmIndex;
import org.priorfetch.engine.hl7.PixDomain;
import org.priorfetch.engine.hl7.PixManager;
import org.priorfetch.engine.hl7.PixPeer;
import org.priorfetch.engine.hl7.PixWaits;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PatientDirectory;
import org.priorfetch.engine.port.PatientIndex;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.settings.PdqSettings;
import org.priorfetch.engine.settings.PixSettings;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.web.HttpWaits;

/** The patient indexes and directories of a site, by the name of the source whose IDs they know. */
final class PatientServices implements AutoCloseable {

    /** Whom nobody has, so that the question tells nothing of anybody. */
    private static final String NOBODY = "PRIORFETCH-CHECK";
    private static final PersonSearch NOBODY_BY_NAME = new PersonSearch(List.of(), LocalDate.of(1900, 1, 1),
            new PersonSearch.Stated(List.of(NOBODY), List.of(NOBODY), Sex.UNKNOWN));

    private final String aeTitle;
    private final Clock clock;
    private final Map<String, PatientIndex> indexes = new LinkedHashMap<>();
    private final Map<String, PatientDirectory> directories = new LinkedHashMap<>();

    /** @param aeTitle who we are */
    PatientServices(String aeTitle, Clock clock) {
        this.aeTitle = aeTitle;
        this.clock = clock;
    }

    /** Takes what the source has; answers how the source is tried out with it. */
    PeerProbe add(SourceSettings source, PeerProbe probe) {
        PixSettings pix = source.pix();
        PdqSettings pdq = source.pdq();
        if (pix != null) {
            PatientIndex index = index(source.name(), pix);
            indexes.put(source.name(), index);
            return new IndexedProbe(probe, "pix", aeTitle, () -> index.find(NOBODY));
        }
        if (pdq != null) {
            PatientDirectory directory = new PdqmDirectory(new FhirServer(source.name(), pdq.base(), pdq.tls(),
                    pdq.login(), clock, HttpWaits.DEFAULT), pdq.target());
            directories.put(source.name(), directory);
            return new IndexedProbe(probe, "pdq", aeTitle, () -> directory.find(NOBODY_BY_NAME));
        }
        return probe;
    }

    private PatientIndex index(String source, PixSettings settings) {
        return switch (settings) {
            case PixSettings.V2 v2 -> new PixManager(source,
                    new PixPeer(v2.host(), v2.port(), v2.tls(), aeTitle, v2.application(), v2.facility()),
                    PixDomain.named(v2.local()), PixDomain.named(v2.target()), clock, PixWaits.DEFAULT);
            case PixSettings.Fhir fhir -> new PixmIndex(new FhirServer(source, fhir.base(), fhir.tls(), fhir.login(),
                    clock, HttpWaits.DEFAULT), fhir.local(), fhir.target());
        };
    }

    Map<String, PatientIndex> indexes() {
        return indexes;
    }

    Map<String, PatientDirectory> directories() {
        return directories;
    }

    @Override
    public void close() {
        indexes.values().forEach(PatientIndex::close);
        directories.values().forEach(PatientDirectory::close);
    }
}
