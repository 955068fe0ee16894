package org.priorfetch.bench.hot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.Identified;

/** A made-up day of a large site: appointments, and studies of their patients. The same for the same numbers. */
public final class Day {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private static final long SEED = 2026;
    private static final int DAYS_BACK = 4000;
    private static final List<String> MODALITIES = List.of("CT", "MR", "CR", "US", "MG", "DX", "PT", "XA");
    private static final List<String> WORDS = List.of("CT Thorax mit KM", "MRT Kopf nativ", "Chest PA/lat",
            "US Abdomen", "Mammography bilateral", "Knie links 2 Ebenen", "CT Abdomen/Pelvis w contrast",
            "MR Lumbar spine", "PET/CT whole body", "Hand rechts", "CT Head wo", "MRT LWS", "Angio carotid",
            "Schulter re", "CT Thorax low dose", "Becken ap", "MR Knee left", "Hals-CT", "Schilddrüse", "HWS 2 Ebenen");
    private static final Reason SAME = Reason.of("identity.same");

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    public List<WorklistItem> appointments(int count) {
        return IntStream.range(0, count).mapToObj(this::appointment).toList();
    }

    private WorklistItem appointment(int number) {
        return new WorklistItem("ACC" + number, "2.25.9." + number, patient(number), modality(), wording(), "",
                Instant.parse("2026-03-10T07:00:00Z").plusSeconds(number), Urgency.ROUTINE, "ris", "", "", "");
    }

    /** Studies of one patient at two sources, some of them twice. */
    public List<PriorCandidate> studies(int patient, int count) {
        return IntStream.range(0, count).mapToObj(number -> study(patient, number)).toList();
    }

    public List<Identified> identified(int patient, int count) {
        return studies(patient, count).stream()
                .map(study -> new Identified(study, new IdentityDecision.Accept(SAME), ""))
                .toList();
    }

    private PriorCandidate study(int patient, int number) {
        String source = number % 3 == 0 ? "university" : "regional";
        return new PriorCandidate(new StudyRef("2.25.%d.%d".formatted(patient, number), source), patient(patient),
                "A%d-%d".formatted(patient, number), TODAY.minusDays(1 + random.nextInt(DAYS_BACK)),
                LocalTime.of(random.nextInt(24), 0), wording(), modality(), Set.of(), 1 + random.nextInt(400));
    }

    private static Patient patient(int number) {
        return new Patient(PatientKey.of("P" + number), "Example^Eva", LocalDate.of(1970, 5, 4), Sex.F);
    }

    private String wording() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private SortedSet<String> modality() {
        return new TreeSet<>(Set.of(MODALITIES.get(random.nextInt(MODALITIES.size()))));
    }
}
