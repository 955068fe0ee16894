package org.priorfetch.engine.identity;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientLink;

/** The IDs that one person has had: after a merge the old ones find priors as well as the new one. */
public final class PatientLinks {

    public static final PatientLinks NONE = new PatientLinks(List.of(), null);

    private final List<PatientLink> links;
    private final @Nullable String pacsIssuer;

    private PatientLinks(Collection<PatientLink> links, @Nullable String pacsIssuer) {
        this.links = List.copyOf(links);
        this.pacsIssuer = pacsIssuer;
    }

    /**
     * Chains and rings of links are followed. A link that was undone is not among them.
     *
     * @param pacsIssuer issuer of IDs that name none; null when the site does not name it
     */
    public static PatientLinks of(Collection<PatientLink> links, @Nullable String pacsIssuer) {
        return new PatientLinks(links, pacsIssuer);
    }

    /** All IDs of whoever has this one, which stands first. */
    public List<PatientKey> idsOf(PatientKey key) {
        Set<PatientKey> ids = new LinkedHashSet<>(List.of(key));
        Deque<PatientKey> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            PatientKey next = open.remove();
            for (PatientLink link : links) {
                follow(next, link.one(), link.other(), ids, open);
                follow(next, link.other(), link.one(), ids, open);
            }
        }
        return List.copyOf(ids);
    }

    private void follow(PatientKey from, PatientKey one, PatientKey other, Set<PatientKey> ids,
            Deque<PatientKey> open) {
        if (isSame(from, one) && ids.stream().noneMatch(known -> isSame(known, other)) && ids.add(other)) {
            open.add(other);
        }
    }

    /**
     * Whether two IDs are one for all that is known: in doubt about the issuer they are.
     *
     * @param pacsIssuer issuer of IDs that name none; null when the site does not name it
     */
    public static boolean mayBeOne(PatientKey one, PatientKey other, @Nullable String pacsIssuer) {
        return Issuers.mayBeOne(one, other, pacsIssuer);
    }

    /** Unlike for a decision that a doubt may undo, a link needs domains that are certainly one. */
    private boolean isSame(PatientKey one, PatientKey other) {
        return !one.patientId().isBlank() && one.patientId().strip().equals(other.patientId().strip())
                && Issuers.compare(one, other, null, pacsIssuer) == Agreement.SAME;
    }
}
