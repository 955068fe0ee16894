package org.priorfetch.viewer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.LaunchProfile.Kind;

/** Opens studies in a viewer. Safe for use by several threads. */
public final class ViewerBridge {

    private final OperatingSystem system;
    private final ProfileCheck check;
    private final UrlOpener opener;
    private final ProgramStarter starter;

    ViewerBridge(OperatingSystem system, ProfileCheck check, UrlOpener opener, ProgramStarter starter) {
        this.system = system;
        this.check = check;
        this.opener = opener;
        this.starter = starter;
    }

    /** The bridge to this desktop's programs. */
    public static ViewerBridge ofSystem() {
        return with(new DesktopUrlOpener(OperatingSystem.current(), new ProgramStarter(ProgramStarter.EARLY)));
    }

    /** The bridge whose URLs somebody else opens. */
    public static ViewerBridge with(UrlOpener opener) {
        return new ViewerBridge(OperatingSystem.current(), ProfileCheck.ofSystem(), opener,
                new ProgramStarter(ProgramStarter.EARLY));
    }

    /** What is wrong with a profile; none when it can be used. Looks for its program on the disk. */
    public List<ProfileProblem> problems(LaunchProfile profile) {
        return check.problems(profile);
    }

    /** What opening would do. Starts nothing, but looks for the program on the disk. */
    public Launch prepare(LaunchProfile profile, ViewerSubject subject) {
        Optional<ProfileProblem> problem = problems(profile).stream().findFirst();
        if (problem.isPresent()) {
            return new Launch.Refused(problem.get().explanation());
        }
        CheckedValues values = new CheckedValues(subject, profile.opens());
        try {
            return profile.kind() == Kind.URL
                    ? new Launch.Url(UrlTemplate.parse(profile.target()).fill(values))
                    : new Launch.Program(command(profile, values));
        } catch (RefusedException refused) {
            return new Launch.Refused(refused.explanation());
        } catch (TemplateException wrong) {
            return new Launch.Refused(wrong.explanation());
        }
    }

    /** Does what was prepared. Blocks for some seconds at most. */
    public LaunchOutcome open(Launch launch) {
        return switch (launch) {
            case Launch.Url url -> opener.open(url);
            case Launch.Program program -> starter.start(program.command());
            case Launch.Refused refused -> new LaunchOutcome.Refused(refused.why());
        };
    }

    /** Has the desktop open a document in the program that is set up for its kind. Blocks for some seconds at most. */
    public LaunchOutcome openDocument(Path file) {
        return switch (opener.open(new Launch.Url(file.toUri().toString()))) {
            case LaunchOutcome.Opened opened -> opened;
            case LaunchOutcome.Refused _ -> new LaunchOutcome.Refused(Message.of("viewer.document.notOpened"));
        };
    }

    private List<String> command(LaunchProfile profile, CheckedValues values)
            throws RefusedException, TemplateException {
        List<Template> templates = new ArrayList<>();
        for (String argument : profile.arguments()) {
            templates.add(Template.parse(argument));
        }
        List<String> command = new ArrayList<>(List.of(profile.target()));
        command.addAll(new ProgramArguments(system).fill(templates, values));
        return command;
    }
}
