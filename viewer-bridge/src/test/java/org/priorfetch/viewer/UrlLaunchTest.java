package org.priorfetch.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.priorfetch.viewer.Subjects.OTHER_UID;
import static org.priorfetch.viewer.Subjects.UID;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.viewer.LaunchProfile.Opens;

/** Values stay values wherever they stand in a URL. */
class UrlLaunchTest {

    private static final ViewerBridge BRIDGE = ViewerBridge.with(_ -> new LaunchOutcome.Opened());

    static Stream<Arguments> hostileValues() {
        return Stream.of(arguments("a&b=c", "a%26b%3Dc"), //
                arguments("\"; rm -rf", "%22%3B%20rm%20-rf"), //
                arguments("%0d%0a", "%250d%250a"), //
                arguments("../", "..%2F"), //
                arguments("a/../../b", "a%2F..%2F..%2Fb"), //
                arguments("two words", "two%20words"), //
                arguments("a+b", "a%2Bb"), //
                arguments("#top", "%23top"), //
                arguments("?x=1", "%3Fx%3D1"), //
                arguments("Größe", "Gr%C3%B6%C3%9Fe"), //
                arguments("山田", "%E5%B1%B1%E7%94%B0"), //
                arguments("😀", "%F0%9F%98%80"), //
                arguments("-flag", "-flag"), //
                arguments("<script>", "%3Cscript%3E"), //
                arguments("user@host:80", "user%40host%3A80"), //
                arguments("{studyInstanceUid}", "%7BstudyInstanceUid%7D"), //
                arguments("{patientId}", "%7BpatientId%7D"));
    }

    @ParameterizedTest
    @MethodSource("hostileValues")
    void aValueIsEscapedInEveryPlace(String value, String encoded) {
        for (String template : List.of("https://viewer/p/{patientId}/end", "https://viewer/?id={patientId}&x=1",
                "https://viewer/#/p/{patientId}")) {
            String url = url(Opens.PATIENT, template, Subjects.patient(value, "HOSP"));

            assertThat(url).isEqualTo(template.replace("{patientId}", encoded));
            assertThat(URI.create(url).getHost()).isEqualTo("viewer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\tb", "a\u0000b", "a\u202eb", "a\u2028b", "a\ud800b", "a\u007fb"})
    void whatCannotBeSeenIsRefused(String value) {
        assertThat(refusal(Opens.PATIENT, "https://viewer/?id={patientId}", Subjects.patient(value, "HOSP")))
                .isEqualTo("viewer.value.characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void aValueCannotMoveUpThePath(String value) {
        assertThat(refusal(Opens.PATIENT, "https://viewer/{patientId}/x", Subjects.patient(value, "HOSP")))
                .isEqualTo("viewer.value.unsafe");
        assertThat(url(Opens.PATIENT, "https://viewer/?id={patientId}", Subjects.patient(value, "HOSP")))
                .isEqualTo("https://viewer/?id=" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\" $dicom:close", "a&patientID=b", "a;b", "$x", "a\\", "a`b", "a|b", "a,b", "a=b", "<b>"})
    void aViewersOwnSchemeTakesNoValueThatCouldEndInItsCommand(String value) {
        assertThat(refusal(Opens.PATIENT, "weasis://?%22patientID%3D{patientId}%22", Subjects.patient(value, "HOSP")))
                .isEqualTo("viewer.value.unsafe");
    }

    @Test
    void aViewersOwnSchemeTakesOrdinaryValues() {
        assertThat(url(Opens.PATIENT, "weasis://?%22patientID%3D{patientId}%22", Subjects.patient("Ä 12-3/4", "HOSP")))
                .isEqualTo("weasis://?%22patientID%3D%C3%84%2012-3%2F4%22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.", ".1", "1..2", "1.02", "1.2.a", "1.2 ", "1.2\n", "-1.2", "1.2,1.3",
            "1.234567890123456789012345678901234567890123456789012345678901234"})
    void noUidIsNoUid(String uid) {
        assertThat(refusal(Opens.STUDY, "https://viewer/{studyInstanceUid}", Subjects.studies(uid)))
                .isEqualTo("viewer.value.noUid");
    }

    @Test
    void severalStudiesAreToldApartByCommas() {
        assertThat(url(Opens.STUDIES, "https://viewer/?s={studyInstanceUids}", Subjects.studies(UID, OTHER_UID)))
                .isEqualTo("https://viewer/?s=" + UID + "," + OTHER_UID);
    }

    @Test
    void oneStudyIsTheFirst() {
        assertThat(url(Opens.STUDY, "https://viewer/?s={studyInstanceUid}", Subjects.studies(UID, OTHER_UID)))
                .isEqualTo("https://viewer/?s=" + UID);
    }

    @Test
    void tooManyStudiesAreRefused() {
        ViewerSubject many = Subjects.studies(Collections.nCopies(200, OTHER_UID).toArray(String[]::new));

        assertThat(refusal(Opens.STUDIES, "https://viewer/?s={studyInstanceUids}", many)).isEqualTo("viewer.url.long");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThat(BRIDGE.prepare(LaunchProfile.url("x", Opens.STUDY, "https://viewer/?a={accessionNumber}"),
                Subjects.accession("")))
                .isInstanceOfSatisfying(Launch.Refused.class,
                        refused -> assertThat(refused.why().text()).contains("{accessionNumber}"));
    }

    static Stream<Arguments> composites() {
        return Stream.of(arguments("12345", "1.2.276.0.76", "12345%5E%5E%5E%261.2.276.0.76%26ISO"), //
                arguments("12345", "HOSP", "12345%5E%5E%5EHOSP"), //
                arguments("12345", null, "12345"), //
                arguments("1^2&3", "A~B", "1%5CS%5C2%5CT%5C3%5E%5E%5EA%5CR%5CB"), //
                arguments("a\\b|c", " ", "a%5CE%5Cb%5CF%5Cc"));
    }

    @ParameterizedTest
    @MethodSource("composites")
    void anIdWithItsIssuerIsACompositeId(String id, String issuer, String encoded) {
        assertThat(url(Opens.PATIENT, "https://viewer/?requestType={requestType}&patientID={patientIdWithIssuer}",
                Subjects.patient(id, issuer)))
                .isEqualTo("https://viewer/?requestType=PATIENT&patientID=" + encoded);
    }

    @Test
    void theRequestTypeIsThatOfTheProfile() {
        assertThat(url(Opens.STUDIES, "https://viewer/?requestType={requestType}&studyUID={studyInstanceUids}",
                Subjects.studies(UID)))
                .isEqualTo("https://viewer/?requestType=STUDY&studyUID=" + UID);
    }

    private static String url(Opens opens, String template, ViewerSubject subject) {
        Launch launch = BRIDGE.prepare(LaunchProfile.url("x", opens, template), subject);
        assertThat(launch).isInstanceOf(Launch.Url.class);
        return ((Launch.Url) launch).url();
    }

    private static String refusal(Opens opens, String template, ViewerSubject subject) {
        Launch launch = BRIDGE.prepare(LaunchProfile.url("x", opens, template), subject);
        assertThat(launch).isInstanceOf(Launch.Refused.class);
        return ((Launch.Refused) launch).why().key();
    }
}
