package org.priorfetch.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.viewer.LaunchProfile.Kind;
import org.priorfetch.viewer.LaunchProfile.Opens;
import org.priorfetch.viewer.ProfileProblem.Field;

class ProfileCheckTest {

    private static final ProfileCheck ON_LINUX = new ProfileCheck(OperatingSystem.LINUX, _ -> true);
    private static final ProfileCheck ON_WINDOWS = new ProfileCheck(OperatingSystem.WINDOWS, _ -> true);

    @ParameterizedTest
    @ValueSource(strings = {"https://viewer/{studyInstanceUid}", "http://10.1.2.3:8080/v?s={studyInstanceUid}#x",
            "https://viewer?s={studyInstanceUid}", "weasis://?x%3D{studyInstanceUid}", "myviewer:{studyInstanceUid}",
            "HTTPS://[::1]/{studyInstanceUid}", "https://viewer/?a={accessionNumber}"})
    void theseAddressesAreRight(String template) {
        assertThat(ON_LINUX.problems(LaunchProfile.url("x", Opens.STUDY, template))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            viewer/{studyInstanceUid}                        | 0  | viewer.url.noScheme
            {patientId}:x                                    | 0  | viewer.url.noScheme
            javascript:alert({studyInstanceUid})             | 0  | viewer.url.scheme
            JavaScript:alert({studyInstanceUid})             | 0  | viewer.url.scheme
            file:///etc/{studyInstanceUid}                   | 0  | viewer.url.scheme
            data:text/html,{studyInstanceUid}                | 0  | viewer.url.scheme
            ms-settings:{studyInstanceUid}                   | 0  | viewer.url.scheme
            https:viewer/{studyInstanceUid}                  | 6  | viewer.url.noServer
            https:///{studyInstanceUid}                      | 8  | viewer.url.noServer
            https://{studyInstanceUid}/x                     | 8  | viewer.url.placeholderInServer
            https://viewer{studyInstanceUid}/x               | 14 | viewer.url.placeholderInServer
            https://me:secret@viewer/{studyInstanceUid}      | 17 | viewer.url.user
            https://HOST/{studyInstanceUid}                  | 8  | viewer.url.replace
            weasis://?%2F%2FHOST%2F{studyInstanceUid}        | 16 | viewer.url.replace
            https://viewer/a b/{studyInstanceUid}            | 16 | viewer.url.character
            https://viewer/%2/{studyInstanceUid}             | 15 | viewer.url.character
            https://viewer/{studyInstanceUid}"               | 33 | viewer.url.character
            https://viewer/ä{studyInstanceUid}               | 15 | viewer.url.character
            https://viewer/{study}                           | 15 | viewer.template.unknown
            https://viewer/{StudyInstanceUid}                | 15 | viewer.template.unknown
            https://viewer/{studyInstanceUid                 | 15 | viewer.template.alone
            https://viewer/studyInstanceUid}                 | 31 | viewer.template.alone
            https://viewer/{{studyInstanceUid}}              | 15 | viewer.template.unknown
            """)
    void theseAddressesAreWrongAtAPlace(String template, int position, String key) {
        assertThat(ON_LINUX.problems(LaunchProfile.url("x", Opens.STUDY, template))).singleElement()
                .satisfies(problem -> {
                    assertThat(problem.explanation().key()).isEqualTo(key);
                    assertThat(problem.field()).isEqualTo(Field.TARGET);
                    assertThat(problem.position()).isEqualTo(position);
                });
    }

    @ParameterizedTest
    @CsvSource({"STUDY,https://viewer/?id={patientId},viewer.template.noStudy",
            "STUDIES,https://viewer/?s={studyInstanceUid},viewer.template.noStudies",
            "PATIENT,https://viewer/?s={studyInstanceUid},viewer.template.noPatient",
            "STUDY,https://viewer/,viewer.template.noStudy"})
    void aTemplateMustSayWhatToOpen(Opens opens, String template, String key) {
        assertThat(keys(ON_LINUX, LaunchProfile.url("x", opens, template))).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource({"'',viewer.program.none", "viewer,viewer.program.relative", "./viewer,viewer.program.relative",
            "/opt/{patientId},viewer.program.placeholder"})
    void theseProgramsAreNotStartedOnLinux(String path, String key) {
        assertThat(keys(ON_LINUX, program(path))).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource({"C:\\v\\viewer.bat,viewer.program.script", "C:\\v\\viewer.CMD,viewer.program.script",
            "C:\\v\\viewer.bat.,viewer.program.script", "'C:\\v\\viewer.cmd ',viewer.program.script",
            "C:\\v\\viewer.ps1,viewer.program.script", "C:\\v\\viewer,viewer.program.script",
            "C:\\v\\x.bat:y.exe,viewer.program.relative", "viewer.exe,viewer.program.relative",
            "C:viewer.exe,viewer.program.relative", "\\v\\viewer.exe,viewer.program.relative"})
    void theseProgramsAreNotStartedOnWindows(String path, String key) {
        assertThat(keys(ON_WINDOWS, program(path))).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\Program Files\\Viewer\\viewer.exe", "c:/v/VIEWER.EXE", "\\\\server\\share\\v.exe"})
    void thesePathsAreRightOnWindows(String path) {
        assertThat(ON_WINDOWS.problems(program(path))).isEmpty();
    }

    @Test
    void aProgramThatIsNotThereIsSaid() {
        ProfileCheck nothingIsThere = new ProfileCheck(OperatingSystem.LINUX, _ -> false);

        assertThat(keys(nothingIsThere, program("/opt/viewer"))).containsExactly("viewer.program.missing");
    }

    @Test
    void aWrongArgumentIsNamed() {
        LaunchProfile profile = LaunchProfile.program("x", Opens.STUDY, "/opt/viewer", "{studyInstanceUid}", "-p{pat}");

        assertThat(ON_LINUX.problems(profile)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(Field.ARGUMENTS);
            assertThat(problem.argument()).isEqualTo(1);
            assertThat(problem.position()).isEqualTo(2);
        });
    }

    @Test
    void aProfileNeedsAName() {
        assertThat(keys(ON_LINUX, LaunchProfile.url(" ", Opens.STUDY, "https://viewer/{studyInstanceUid}")))
                .containsExactly("viewer.name");
    }

    @Test
    void anExampleIsRightOnceItsServerIsNamed() {
        assertThat(ExampleProfiles.all()).hasSize(6).extracting(LaunchProfile::name).doesNotHaveDuplicates();
        for (LaunchProfile example : ExampleProfiles.all()) {
            LaunchProfile fitted = new LaunchProfile(example.name(), example.kind(), example.opens(),
                    example.target().replace("HOST", "viewer.example.org"), example.arguments());
            ProfileCheck check = example.kind() == Kind.PROGRAM ? ON_WINDOWS : ON_LINUX;

            assertThat(check.problems(fitted)).as(example.name()).isEmpty();
        }
    }

    private static LaunchProfile program(String path) {
        return LaunchProfile.program("x", Opens.STUDY, path, "{studyInstanceUid}");
    }

    private static List<String> keys(ProfileCheck check, LaunchProfile profile) {
        return check.problems(profile).stream().map(problem -> problem.explanation().key()).toList();
    }
}
