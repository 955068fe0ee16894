package org.priorfetch.engine.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Reason;

/** How the patients of one source are asked for and recognised, by the scheme of their IDs. */
public final class PatientRules {

    /**
     * A patient with all that is known of him.
     *
     * @param traits what is stated beside ID, name, birth date and sex
     */
    public record Known(Patient patient, PatientTraits traits) {}

    private final PatientScheme scheme;
    private final @Nullable String sourceIssuer;
    private final @Nullable String pacsIssuer;
    private final IdentityMatcher matcher;
    private final DemographicMatcher demographic;
    private final PatientLinks links;
    private final Function<PatientKey, Optional<CrossReference>> references;

    /** Without a patient index. */
    public PatientRules(PatientScheme scheme, @Nullable String sourceIssuer, @Nullable String pacsIssuer,
            PatientLinks links) {
        this(scheme, sourceIssuer, pacsIssuer, links, _ -> Optional.empty());
    }

    /**
     * @param sourceIssuer issuer of the source's IDs where they name none; null for the PACS's own
     * @param pacsIssuer issuer of the PACS's IDs; null when the site does not name it
     * @param references what the patient index has said of an ID of the PACS; empty when it has not been asked
     */
    public PatientRules(PatientScheme scheme, @Nullable String sourceIssuer, @Nullable String pacsIssuer,
            PatientLinks links, Function<PatientKey, Optional<CrossReference>> references) {
        this.references = references;
        this.scheme = scheme;
        this.sourceIssuer = sourceIssuer;
        this.pacsIssuer = pacsIssuer;
        this.matcher = new IdentityMatcher(hasForeignIds(scheme) ? sourceIssuer : pacsIssuer);
        this.demographic = new DemographicMatcher(pacsIssuer);
        this.links = links;
    }

    /** Whether a patient is compared under the IDs that he has at the source. */
    private static boolean hasForeignIds(PatientScheme scheme) {
        return scheme instanceof PatientScheme.Mapped || scheme instanceof PatientScheme.CrossReferenced;
    }

    /** What the source is to be asked for the patient. */
    public PatientSearch search(Patient local) {
        return switch (scheme) {
            case PatientScheme.Same _ -> new PatientSearch.ById(ids(local));
            case PatientScheme.Mapped _ -> ids(local).isEmpty()
                    ? new PatientSearch.Nothing(Reason.of("identity.notMapped"))
                    : new PatientSearch.ById(ids(local));
            case PatientScheme.CrossReferenced _ -> new PatientSearch.ByCrossReference(idsOfPacs(local).toList());
            case PatientScheme.Demographics _ -> PersonSearches.of(local)
                    .<PatientSearch>map(PatientSearch.ByPerson::new)
                    .orElseGet(() -> new PatientSearch.Nothing(Reason.of("identity.notSearchable")));
        };
    }

    /** Judges a patient as a query returned them; what the answer leaves out is read from the images. */
    public IdentityDecision onFinding(Known local, Known found) {
        return switch (scheme) {
            case PatientScheme.Same _,PatientScheme.Mapped _ ->
                matcher.onFinding(underIdOf(found.patient(), local.patient()), found.patient(), sourceIssuer);
            case PatientScheme.CrossReferenced _ when ids(local.patient()).isEmpty() -> notReferenced();
            case PatientScheme.CrossReferenced _ -> matcher.onFinding(underIdOf(found.patient(), local.patient()),
                    found.patient(), sourceIssuer);
            case PatientScheme.Demographics _ -> byDemographics(local, found);
        };
    }

    /** How much somebody whom the source, or a directory of it, states is like the patient. */
    public Likeness likeness(Known local, Patient stated) {
        if (onFinding(local, new Known(stated, PatientTraits.NONE)) instanceof IdentityDecision.Refuse) {
            return Likeness.NONE;
        }
        return Evidence.of(local.patient(), stated).isWhollySame() ? Likeness.WHOLE : Likeness.PERHAPS;
    }

    /**
     * Judges the patient whom a retrieved instance names.
     *
     * @param listed the patient as the source listed the study: what it said beyond the image counts for an image of the
     *         very same patient
     */
    public IdentityDecision onReceiving(Known local, Known listed, Known received) {
        return switch (scheme) {
            case PatientScheme.Same _,PatientScheme.Mapped _ -> matcher.onReceiving(
                    underIdOf(received.patient(), local.patient()), received.patient(), sourceIssuer);
            case PatientScheme.CrossReferenced _ when ids(local.patient()).isEmpty() -> notReferenced();
            case PatientScheme.CrossReferenced _ -> matcher.onReceiving(
                    underIdOf(received.patient(), local.patient()), received.patient(), sourceIssuer);
            case PatientScheme.Demographics _ -> onReceivingByDemographics(local, listed, received);
        };
    }

    private static IdentityDecision notReferenced() {
        return new IdentityDecision.Hold(Reason.of("identity.notReferenced"));
    }

    private IdentityDecision onReceivingByDemographics(Known local, Known listed, Known received) {
        IdentityDecision byImage = byDemographics(local, received);
        boolean asListed = byImage instanceof IdentityDecision.Hold
                && StatedPatient.of(listed.patient()).isConfirmedBy(received.patient(), local.patient());
        return asListed ? byDemographics(local, new Known(received.patient(), listed.traits())) : byImage;
    }

    private IdentityDecision byDemographics(Known local, Known other) {
        return demographic.decide(local.patient(), links.idsOf(local.patient().key()), local.traits(), other.patient(),
                other.traits());
    }

    /** The local patient under the ID that the other one has, if it is one of his; else under the first. */
    private Patient underIdOf(Patient other, Patient local) {
        List<PatientKey> ids = ids(local);
        String wanted = other.key().patientId().strip();
        Optional<PatientKey> shared = ids.stream().filter(id -> id.patientId().strip().equals(wanted)).findFirst();
        return local.with(shared.orElseGet(() -> ids.isEmpty() ? new PatientKey("", null) : ids.getFirst()));
    }

    /** The IDs that the local patient has at the source. */
    private List<PatientKey> ids(Patient local) {
        List<PatientKey> own = links.idsOf(local.key());
        return switch (scheme) {
            case PatientScheme.Same _,PatientScheme.Demographics _ -> own;
            case PatientScheme.CrossReferenced _ -> idsOfPacs(local)
                    .flatMap(key -> references.apply(key).stream())
                    .flatMap(PatientRules::idsThere)
                    .distinct()
                    .map(id -> new PatientKey(id, sourceIssuer))
                    .toList();
            case PatientScheme.Mapped(var mapping) -> idsOfPacs(local)
                    .flatMap(key -> mapping.there(key.patientId()).stream())
                    .distinct()
                    .map(id -> new PatientKey(id, sourceIssuer))
                    .toList();
        };
    }

    private Stream<PatientKey> idsOfPacs(Patient local) {
        return links.idsOf(local.key()).stream().filter(this::isOfPacs);
    }

    private static Stream<String> idsThere(CrossReference reference) {
        return reference instanceof CrossReference.Ids(List<String> ids) ? ids.stream() : Stream.empty();
    }

    private boolean isOfPacs(PatientKey key) {
        return Issuers.compare(key, new PatientKey(key.patientId(), pacsIssuer), null, pacsIssuer) == Agreement.SAME;
    }
}
