package org.priorfetch.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.viewer.LaunchProfile.Opens;

/** Values stay single arguments. */
class ProgramLaunchTest {

    private static final String ON_WINDOWS = "C:\\Viewer\\viewer.exe";
    private static final String ON_UNIX = "/opt/viewer";

    @ParameterizedTest
    @ValueSource(strings = {"a&b=c", "x\"; rm -rf", "%0d%0a", "../", "two words", "Größe", "山田", "a-flag", "$(id)",
            "`id`",
            "*", "{studyInstanceUid}", "a'b", "a|b", "> out"})
    void aValueIsOneArgumentAsItIs(String value) {
        assertThat(command(OperatingSystem.LINUX, value, "--patient", "{patientId}"))
                .containsExactly(ON_UNIX, "--patient", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-flag", "--flag=1", "@file"})
    void aValueCannotBeginAnOption(String value) {
        for (OperatingSystem system : OperatingSystem.values()) {
            assertThat(refusal(system, value, "{patientId}")).isEqualTo("viewer.value.unsafe");
        }
    }

    @Test
    void onWindowsASlashBeginsAnOptionToo() {
        assertThat(refusal(OperatingSystem.WINDOWS, "/x", "{patientId}")).isEqualTo("viewer.value.unsafe");
        assertThat(command(OperatingSystem.LINUX, "/x", "{patientId}")).containsExactly(ON_UNIX, "/x");
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void behindAnOptionsNameAValueMayBeginAsItLikes(OperatingSystem system) {
        assertThat(command(system, "-5", "--patient={patientId}")).last().isEqualTo("--patient=-5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a b\\"})
    void onWindowsAValueCannotLeaveItsQuotes(String value) {
        assertThat(refusal(OperatingSystem.WINDOWS, value, "p={patientId}")).isEqualTo("viewer.value.unsafe");
    }

    @Test
    void whatCannotBeSeenIsRefused() {
        assertThat(refusal(OperatingSystem.LINUX, "a\nb", "{patientId}")).isEqualTo("viewer.value.characters");
    }

    @Test
    void theLineShowsWhereArgumentsBeginAndEnd() {
        assertThat(new Launch.Program(List.of("/opt/my viewer", "-a", "b c")).line())
                .isEqualTo("\"/opt/my viewer\" -a \"b c\"");
    }

    private static List<String> command(OperatingSystem system, String patientId, String... arguments) {
        Launch launch = prepare(system, patientId, arguments);
        assertThat(launch).isInstanceOf(Launch.Program.class);
        return ((Launch.Program) launch).command();
    }

    private static String refusal(OperatingSystem system, String patientId, String... arguments) {
        Launch launch = prepare(system, patientId, arguments);
        assertThat(launch).isInstanceOf(Launch.Refused.class);
        return ((Launch.Refused) launch).why().key();
    }

    private static Launch prepare(OperatingSystem system, String patientId, String... arguments) {
        String path = system == OperatingSystem.WINDOWS ? ON_WINDOWS : ON_UNIX;
        ViewerBridge bridge = new ViewerBridge(system, new ProfileCheck(system, _ -> true),
                _ -> new LaunchOutcome.Opened(), new ProgramStarter(ProgramStarter.EARLY));
        return bridge.prepare(LaunchProfile.program("x", Opens.PATIENT, path, arguments),
                Subjects.patient(patientId, "HOSP"));
    }
}
