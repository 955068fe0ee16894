package org.priorfetch.app.today;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.priorfetch.app.controls.Folding;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.engine.api.AppointmentView;

/** The words of what a row says, by which it can be found. Kept until the row says something else. */
final class Haystacks {

    private record Haystack(String text, List<String> words) {}

    private final Privacy privacy;
    private final Map<String, Haystack> known = new HashMap<>();

    Haystacks(Privacy privacy) {
        this.privacy = privacy;
    }

    /** Forgets what all others say: names are kept no longer than their appointments are. */
    void keepOnly(List<AppointmentView> appointments) {
        if (!known.isEmpty()) {
            known.keySet().retainAll(appointments.stream().map(AppointmentView::id).collect(Collectors.toSet()));
        }
    }

    boolean says(AppointmentView view, List<String> wanted) {
        return wanted.isEmpty() || Folding.allWithin(wanted, words(view));
    }

    private List<String> words(AppointmentView view) {
        String text = String.join(" ", privacy.name(view.patient()), view.patient().key().patientId(), view.id(),
                view.procedure(), String.join(" ", view.modalities()), view.section());
        Haystack haystack = known.get(view.id());
        if (haystack == null || !haystack.text().equals(text)) {
            haystack = new Haystack(text, Folding.words(text));
            known.put(view.id(), haystack);
        }
        return haystack.words();
    }
}
