package org.priorfetch.engine.runtime;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.identity.PatientRules;
import org.priorfetch.engine.importing.ImportLabels;
import org.priorfetch.engine.importing.ImportRules;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SourceSettings;

/** What the site says of each of its sources: whose patient IDs they use, and how what comes from them is labelled. */
final class SourceRules {

    private final @Nullable String pacsIssuer;
    private final Map<String, SourceSettings> sources;
    private final ImportLabels labels;
    private final Map<String, ImportLabels> labelsOfSources;

    SourceRules(SiteSettings site) {
        this.pacsIssuer = site.pacs().issuer();
        this.labels = new ImportLabels(site.pacs().marks(), site.procedures().codes());
        this.labelsOfSources = site.procedures()
                .ofSources()
                .keySet()
                .stream()
                .collect(Collectors.toMap(Function.identity(), source -> new ImportLabels(site.pacs().marks(),
                        site.procedures().of(source).codes())));
        this.sources = site.sources()
                .stream()
                .collect(Collectors.toMap(SourceSettings::name, Function.identity()));
    }

    @Nullable
    String pacsIssuer() {
        return pacsIssuer;
    }

    /** How patients of the source, or of the PACS, are found and recognised. */
    PatientRules patients(String peer, SitePolicy.Knowledge knowledge) {
        return new PatientRules(scheme(peer), peer.equals(StudyRef.PACS) ? pacsIssuer : issuerOf(peer), pacsIssuer,
                knowledge.links().get(), local -> knowledge.references().known(peer, local));
    }

    PatientScheme scheme(String peer) {
        SourceSettings settings = sources.get(peer);
        return settings == null ? PatientScheme.SAME : settings.patients();
    }

    /** How what comes from the source is fitted into the PACS. */
    ImportRules imports(String source) {
        SourceSettings settings = sources.get(source);
        AccessionPolicy accessions = settings == null ? AccessionPolicy.EMPTY : settings.accessions();
        return new ImportRules(source, accessions, pacsIssuer, issuerOf(source),
                labelsOfSources.getOrDefault(source, labels));
    }

    @Nullable
    String issuerOf(String source) {
        SourceSettings settings = sources.get(source);
        return settings == null ? null : settings.issuer();
    }

    /** A study of the PACS with its description as it was before we marked it. */
    PriorCandidate unmarked(PriorCandidate candidate) {
        return candidate.described(labels.unmarked(candidate.studyDescription()));
    }
}
