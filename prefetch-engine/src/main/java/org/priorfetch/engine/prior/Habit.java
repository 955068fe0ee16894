package org.priorfetch.engine.prior;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Examined;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.RuleSuggestion.Kind;

/**
 * What people did alike, against what the rules say.
 *
 * @param feedback each about another study of an appointment
 */
record Habit(Key key, List<PriorFeedback> feedback) {

    /**
     * What makes it alike.
     *
     * @param decidedBy name of the rule that decided; empty for the general limits
     * @param family of the appointment
     * @param region that the appointment shows
     * @param priors family of the studies; null where any
     * @param with region that the studies show; null where any
     */
    record Key(Kind kind, String decidedBy, ModalityFamily family, BodyRegion region, @Nullable ModalityFamily priors,
            @Nullable BodyRegion with) {

        /** Whether the appointment is one of these, and the study too. */
        boolean covers(PriorFeedback one) {
            return coversAppointment(one.appointment())
                    && (priors == null || families(one.shown()).contains(priors))
                    && (with == null || one.shown().regions().contains(with));
        }

        boolean coversAppointment(Examined appointment) {
            return families(appointment).contains(family) && appointment.regions().contains(region);
        }

        String id() {
            return String.join(" ", kind.name(), family.code(), region.name(),
                    priors == null ? "-" : priors.code(), with == null ? "-" : with.name(), decidedBy).strip();
        }
    }

    /** What may stand as a modality in {@code site.yaml}. */
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,16}");

    Habit {
        feedback = List.copyOf(feedback);
    }

    static SortedSet<ModalityFamily> families(Examined examined) {
        return new TreeSet<>(Imaging.of(examined.modalities()).families().all());
    }

    Habit only(Predicate<PriorFeedback> wanted) {
        return new Habit(key, feedback.stream().filter(wanted).toList());
    }

    /** The modalities of the appointments, as they were written. */
    List<String> modalities() {
        return codes(feedback.stream().map(PriorFeedback::appointment).toList(), key.family());
    }

    /** The modalities of the studies, as they were written. */
    List<String> priors() {
        ModalityFamily priors = key.priors();
        return priors == null ? List.of() : codes(feedback.stream().map(PriorFeedback::shown).toList(), priors);
    }

    private static List<String> codes(List<Examined> examined, ModalityFamily family) {
        return examined.stream()
                .flatMap(one -> one.modalities().stream())
                .filter(code -> CODE.matcher(code).matches() && ModalityFamily.hasImages(code))
                .filter(code -> ModalityFamily.of(code) == family)
                .distinct()
                .sorted()
                .toList();
    }
}
