package org.priorfetch.app.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.PatientNames;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.review.ReviewDetail.FactLine;
import org.priorfetch.engine.api.ReviewCommand.MadeDecision;
import org.priorfetch.engine.api.ReviewItem;
import org.priorfetch.engine.api.ReviewItem.ConcernedAppointment;
import org.priorfetch.engine.api.ReviewItem.ConcernedStudy;
import org.priorfetch.engine.api.ReviewItem.DoubtfulPatient;
import org.priorfetch.engine.api.ReviewItem.Trouble;
import org.priorfetch.engine.api.ReviewItem.TroubledStudy;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PatientDecision.Verdict;
import org.priorfetch.engine.model.SetAside;

/** Puts what waits for a person into words. */
final class ReviewPresenter {

    private static final int STUDIES_LISTED = 12;

    private final Texts texts;
    private final Formats formats;
    private final Privacy privacy;
    private final PatientWords patients;

    ReviewPresenter(Texts texts, Formats formats, Privacy privacy) {
        this.texts = texts;
        this.formats = formats;
        this.privacy = privacy;
        patients = new PatientWords(texts);
    }

    ReviewLine line(ReviewItem item) {
        boolean quiet = item.rests(formats.now());
        String when = item.appointments().isEmpty() ? texts.get("review.byHand")
                : formats.timeOfDay(item.appointments().getFirst().scheduledStart());
        return switch (item) {
            case DoubtfulPatient doubt -> new ReviewLine(doubt.id(), doubt, null, "", quiet, Mark.HELD,
                    privacy.name(doubt.local()), texts.of(doubt.reason()), when);
            case TroubledStudy study -> new ReviewLine(study.id(), study, null, "", quiet, mark(study.trouble()),
                    privacy.name(study.local()), title(study.study()), when);
        };
    }

    ReviewLine line(MadeDecision made) {
        PatientDecision decision = made.decision();
        return new ReviewLine("decision-" + decision.id(), null, made, "", false, mark(decision.verdict()),
                privacy.name(decision.local()), texts.get("review.decided", decision.verdict()),
                formats.since(decision.at()));
    }

    ReviewDetail detail(ReviewLine line) {
        MadeDecision decision = line.decision();
        return decision != null ? detail(line, decision)
                : switch (Objects.requireNonNull(line.item())) {
                    case DoubtfulPatient doubt -> detail(line, doubt);
                    case TroubledStudy study -> detail(line, study);
                };
    }

    private ReviewDetail detail(ReviewLine line, DoubtfulPatient doubt) {
        boolean blind = privacy.namesHiddenProperty().get();
        List<FactLine> facts = new ArrayList<>();
        facts.add(new FactLine(texts.get("review.studies", doubt.studies().size(), doubt.source()),
                doubt.studies().stream().limit(STUDIES_LISTED).map(this::study).toList()));
        addAppointments(doubt, facts);
        return new ReviewDetail(line.id(), line.mark(), line.title(), texts.of(doubt.reason()), doubt.source(),
                blind ? List.of() : patients.compared(doubt.fields(), doubt.local(), doubt.found()), blind, facts,
                blind ? List.of(Answer.LATER) : List.of(Answer.SAME, Answer.DIFFERENT, Answer.LATER), false);
    }

    private ReviewDetail detail(ReviewLine line, TroubledStudy study) {
        List<FactLine> facts = new ArrayList<>();
        facts.add(new FactLine(texts.get("review.happened"), List.of(texts.of(study.reason()))));
        facts.add(new FactLine(texts.get("review.study", study.source()), List.of(study(study.study()))));
        facts.add(new FactLine(texts.get("review.arrived"), List.of(arrived(study))));
        addAppointments(study, facts);
        return new ReviewDetail(line.id(), line.mark(), line.title(), texts.get("review.trouble", study.trouble()),
                study.source(), List.of(), false, facts, study.nextSteps().stream().map(Answer::of).toList(),
                study.transferId() != null && study.delivered() > 0);
    }

    private ReviewDetail detail(ReviewLine line, MadeDecision made) {
        PatientDecision decision = made.decision();
        boolean blind = privacy.namesHiddenProperty().get();
        FactLine who = new FactLine(texts.get("review.why"), List.of(decision.why(),
                texts.get("review.by", decision.who(), formats.moment(decision.at()))));
        return new ReviewDetail(line.id(), line.mark(), line.title(), texts.get("review.decided", decision.verdict()),
                decision.source(),
                blind ? List.of() : patients.compared(made.fields(), decision.local(), decision.found()), blind,
                List.of(who), List.of(Answer.WITHDRAW), false);
    }

    private void addAppointments(ReviewItem item, List<FactLine> facts) {
        if (!item.appointments().isEmpty()) {
            facts.add(new FactLine(texts.get("review.appointments"),
                    item.appointments().stream().limit(STUDIES_LISTED).map(this::appointment).toList()));
        }
        SetAside aside = item.setAside();
        if (aside != null) {
            String until = aside.until() == null ? "" : formats.moment(Objects.requireNonNull(aside.until()));
            facts.add(new FactLine(texts.get("review.aside", until),
                    List.of(aside.why(), texts.get("review.by", aside.who(), formats.moment(aside.at())))));
        }
    }

    /** What will happen. */
    String consequence(Answer answer, ReviewLine line) {
        ReviewItem item = line.item();
        String initials = initials(item == null ? Objects.requireNonNull(line.decision()).decision().local()
                : item.local());
        return switch (answer) {
            case SAME, DIFFERENT -> {
                DoubtfulPatient doubt = (DoubtfulPatient) Objects.requireNonNull(item);
                yield texts.get("review.will." + answer, doubt.studies().size(), doubt.source(), initials);
            }
            case WITHDRAW -> texts.get("review.will." + answer + "."
                    + Objects.requireNonNull(line.decision()).decision().verdict());
            case RETRY, OTHER_SOURCE, ACCEPT, GIVE_UP, LATER -> texts.get("review.will." + answer);
        };
    }

    private static String initials(Patient patient) {
        String initials = PatientNames.initials(patient.patientName());
        return initials.isEmpty() ? patient.key().patientId() : initials;
    }

    private String arrived(TroubledStudy study) {
        return study.expected() < 0 ? texts.get("review.images", study.delivered())
                : texts.get("review.imagesOf", study.delivered(), study.expected());
    }

    private String appointment(ConcernedAppointment appointment) {
        return texts.get("review.appointment", formats.timeOfDay(appointment.scheduledStart()),
                formats.relative(appointment.scheduledStart()), appointment.procedure());
    }

    private String study(ConcernedStudy study) {
        List<String> parts = new ArrayList<>();
        if (study.studyDate() != null) {
            parts.add(formats.date(Objects.requireNonNull(study.studyDate())));
        }
        parts.add(String.join("/", study.modalities()));
        parts.add(title(study));
        if (study.instances() >= 0) {
            parts.add(texts.get("review.images", study.instances()));
        }
        if (!study.accessionNumber().isBlank()) {
            parts.add(texts.get("review.accession", study.accessionNumber()));
        }
        parts.removeIf(String::isBlank);
        return String.join(" \u00b7 ", parts);
    }

    private String title(ConcernedStudy study) {
        return study.studyDescription().isBlank() ? texts.get("review.untitled") : study.studyDescription();
    }

    private static Mark mark(Trouble trouble) {
        return switch (trouble) {
            case FAILED -> Mark.FAILED;
            case PARTIAL -> Mark.PARTIAL;
            case INSTANCES_DISAGREE, PACS_CONFLICT -> Mark.HELD;
        };
    }

    private static Mark mark(Verdict verdict) {
        return switch (verdict) {
            case SAME -> Mark.READY;
            case DIFFERENT -> Mark.NONE;
        };
    }
}
