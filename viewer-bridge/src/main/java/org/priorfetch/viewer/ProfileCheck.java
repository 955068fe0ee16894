package org.priorfetch.viewer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.LaunchProfile.Kind;
import org.priorfetch.viewer.LaunchProfile.Opens;
import org.priorfetch.viewer.ProfileProblem.Field;
import org.priorfetch.viewer.Template.Slot;

/** Says what is wrong with a profile, and where in it. */
public final class ProfileCheck {

    private static final int LONGEST_NAME = 60;
    private static final Set<Placeholder> STUDY = EnumSet.of(Placeholder.STUDY_INSTANCE_UID,
            Placeholder.STUDY_INSTANCE_UIDS, Placeholder.ACCESSION_NUMBER);
    private static final Set<Placeholder> STUDIES = EnumSet.of(Placeholder.STUDY_INSTANCE_UIDS);
    private static final Set<Placeholder> PATIENT = EnumSet.of(Placeholder.PATIENT_ID,
            Placeholder.PATIENT_ID_WITH_ISSUER);

    private final OperatingSystem system;
    private final Predicate<String> isProgram;

    /** @param isProgram whether a full path leads to a program that this person may start */
    ProfileCheck(OperatingSystem system, Predicate<String> isProgram) {
        this.system = system;
        this.isProgram = isProgram;
    }

    public static ProfileCheck ofSystem() {
        return new ProfileCheck(OperatingSystem.current(), ProgramPath::isProgram);
    }

    /** None when the profile can be used. */
    public List<ProfileProblem> problems(LaunchProfile profile) {
        List<ProfileProblem> problems = new ArrayList<>();
        if (profile.name().isBlank() || profile.name().length() > LONGEST_NAME) {
            problems.add(ProfileProblem.of(Field.NAME, Message.of("viewer.name", LONGEST_NAME)));
        }
        Set<Placeholder> used = EnumSet.noneOf(Placeholder.class);
        switch (profile.kind()) {
            case URL -> checkUrl(profile, used, problems);
            case PROGRAM -> checkProgram(profile, used, problems);
        }
        if (problems.isEmpty() && used.stream().noneMatch(wanted(profile.opens())::contains)) {
            problems.add(ProfileProblem.of(profile.kind() == Kind.URL ? Field.TARGET : Field.ARGUMENTS,
                    says(profile.opens())));
        }
        return problems;
    }

    private static void checkUrl(LaunchProfile profile, Set<Placeholder> used, List<ProfileProblem> problems) {
        try {
            UrlTemplate.parse(profile.target()).template().slots().stream().map(Slot::placeholder).forEach(used::add);
        } catch (TemplateException wrong) {
            problems.add(ProfileProblem.at(wrong.position(), wrong.explanation()));
        }
    }

    private void checkProgram(LaunchProfile profile, Set<Placeholder> used, List<ProfileProblem> problems) {
        ProgramPath.problem(profile.target(), system)
                .or(() -> missing(profile.target()))
                .ifPresent(explanation -> problems.add(ProfileProblem.of(Field.TARGET, explanation)));
        for (int i = 0; i < profile.arguments().size(); i++) {
            try {
                Template.parse(profile.arguments().get(i)).slots().stream().map(Slot::placeholder).forEach(used::add);
            } catch (TemplateException wrong) {
                problems.add(ProfileProblem.inArgument(i, wrong.position(), wrong.explanation()));
            }
        }
    }

    private Optional<Message> missing(String path) {
        return isProgram.test(path)
                ? Optional.empty()
                : Optional.of(Message.of("viewer.program.missing"));
    }

    private static Set<Placeholder> wanted(Opens opens) {
        return switch (opens) {
            case STUDY -> STUDY;
            case STUDIES -> STUDIES;
            case PATIENT -> PATIENT;
        };
    }

    private static Message says(Opens opens) {
        return switch (opens) {
            case STUDY -> Message.of("viewer.template.noStudy", "{studyInstanceUid}", "{accessionNumber}");
            case STUDIES -> Message.of("viewer.template.noStudies", "{studyInstanceUids}");
            case PATIENT -> Message.of("viewer.template.noPatient", "{patientId}", "{patientIdWithIssuer}");
        };
    }
}
