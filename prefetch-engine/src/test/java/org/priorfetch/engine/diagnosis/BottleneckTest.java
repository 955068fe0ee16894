package org.priorfetch.engine.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.model.PeerMeasures.Granted;
import org.priorfetch.engine.model.PeerMeasures.Ping;
import org.priorfetch.engine.model.PeerMeasures.Window;

class BottleneckTest {

    private static final PeerMeasures SOURCE = PeerMeasures.none("regional", PeerKind.SOURCE, false);
    private static final PeerMeasures PACS = PeerMeasures.none("pacs", PeerKind.PACS, false);

    private static PeerMeasures far(PeerMeasures source, double millis) {
        return source.with(new Ping(millis, millis + 3, 20));
    }

    /** Images of 500 kB. */
    private static Carried images(int count, double lineMillis, double ownMillis) {
        return new Carried(count, count * 500_000L, lineMillis + ownMillis, lineMillis, ownMillis, false, false);
    }

    private static Bottleneck of(PeerMeasures source, @Nullable PeerMeasures pacs) {
        return Bottleneck.of(source, pacs).orElseThrow();
    }

    @Test
    void roundTripsAreSharedByAssociations() {
        PeerMeasures one = far(SOURCE, 40).with(new Granted(4, 1, false)).fetching(images(40, 40, 0));
        assertThat(of(one, null)).satisfies(found -> {
            assertThat(found.seconds().get(Part.ROUND_TRIPS)).isCloseTo(12.0, within(0.01));
            assertThat(found.seconds().get(Part.LINE)).isCloseTo(0.3, within(0.01));
            assertThat(found.expected()).isCloseTo(12.3, within(0.01));
            assertThat(found.narrowest()).isEqualTo(Part.ROUND_TRIPS);
            assertThat(found.advice().text()).isEqualTo("Ask the administrator of regional to grant 4 associations at"
                    + " a time instead of 1: round trips then take about 3 s instead of 12 s.");
        });
        assertThat(of(one.with(new Granted(1, 1, false)), null).advice().text()).contains("site.yaml");
        assertThat(of(far(SOURCE, 100).with(new Granted(4, 4, false)), null)).satisfies(found -> {
            assertThat(found.seconds().get(Part.ROUND_TRIPS)).isCloseTo(7.5, within(0.01));
            assertThat(found.advice().key()).isEqualTo("measure.advice.window");
        });
    }

    @Test
    void operationsAtATimeSaveRoundTrips() {
        PeerMeasures source = far(SOURCE, 100).with(new Window(16, 16, false));
        assertThat(of(source, null).seconds().get(Part.ROUND_TRIPS)).isCloseTo(1.875, within(0.01));
        assertThat(of(source.with(new Window(16, 0, false)), null).seconds().get(Part.ROUND_TRIPS))
                .isCloseTo(1.875, within(0.01));
        assertThat(of(source.with(new Window(16, 16, true)), null)).satisfies(found -> {
            assertThat(found.seconds().get(Part.ROUND_TRIPS)).isCloseTo(30, within(0.01));
            assertThat(found.hint()).isEqualTo(Message.of("measure.hint.dropped", "regional"));
        });
    }

    @Test
    void theLineTheArchiveAndOurLimitAreTold() {
        // 20 MB in 6.4 s: 25 Mbit/s
        assertThat(of(far(SOURCE, 1).fetching(images(40, 6400, 100)), null)).satisfies(found -> {
            assertThat(found.narrowest()).isEqualTo(Part.LINE);
            assertThat(found.seconds().get(Part.LINE)).isCloseTo(48, within(0.1));
            assertThat(found.advice()).isEqualTo(Message.of("measure.advice.line", "regional", "25"));
        });
        assertThat(of(far(SOURCE, 1).fetching(images(40, 40, 4000)), null)).satisfies(found -> {
            assertThat(found.narrowest()).isEqualTo(Part.ARCHIVE);
            assertThat(found.advice()).isEqualTo(Message.of("measure.advice.archive", "regional", "100"));
        });
        Carried limited = new Carried(10, 5_000_000, 10_000, 100, 0, true, false);
        assertThat(of(far(SOURCE, 1).fetching(limited), null)).satisfies(found -> {
            assertThat(found.narrowest()).isEqualTo(Part.LIMIT);
            assertThat(found.seconds().get(Part.LIMIT)).isCloseTo(300, within(0.1));
            assertThat(found.seconds()).doesNotContainKey(Part.LINE);
            assertThat(found.advice().key()).isEqualTo("measure.advice.limit");
        });
    }

    @Test
    void thePacsCountsWhereItIsTheSlowerOne() {
        PeerMeasures source = far(SOURCE, 1).fetching(images(40, 40, 0));
        PeerMeasures slow = PACS.taking(new Carried(12, 6_000_000, 1200, 0, 1200, false, false));
        assertThat(of(source, slow)).satisfies(found -> {
            assertThat(found.narrowest()).isEqualTo(Part.PACS);
            assertThat(found.expected()).isCloseTo(30, within(0.01));
            assertThat(found.advice()).isEqualTo(Message.of("measure.advice.pacs", "10"));
        });
        PeerMeasures known = PACS.taking(new Carried(100, 15_000_000, 2000, 0, 2000, false, true));
        assertThat(of(source, known).advice().key()).isEqualTo("measure.advice.pacsUnsure");
        assertThat(of(source, known).expected()).isCloseTo(20, within(0.01));
    }

    @Test
    void aWebArchiveNeedsFewRoundTrips() {
        PeerMeasures web = far(PeerMeasures.none("web", PeerKind.SOURCE, true), 100);
        assertThat(of(web, null).seconds().get(Part.ROUND_TRIPS)).isCloseTo(0.4, within(0.01));
        assertThat(of(web, null).advice().key()).isEqualTo("measure.advice.fine");
    }

    @Test
    void whatOthersLoseIsToldBesides() {
        assertThat(of(far(SOURCE, 1).losing(44), null).hint())
                .isEqualTo(Message.of("measure.hint.noDelay", "regional", "44", "13"));
        assertThat(of(far(SOURCE, 1).losing(0.2), null).hint()).isNull();
    }

    @Test
    void whatWasNotMeasuredIsNotSaid() {
        Bottleneck found = of(far(SOURCE, 40).with(new Granted(4, 1, false)), PACS);
        assertThat(found.seconds()).containsOnlyKeys(Part.ROUND_TRIPS);
        assertThat(MeasureLines.of(found, Locale.ENGLISH).getFirst().value())
                .isEqualTo("about 12 s for 300 images, 150 MB: round trips 12 s");
        String page = new BottleneckPage(Locale.ENGLISH, "2026-03-02")
                .of(List.of(PACS, far(SOURCE, 40).with(new Granted(4, 1, false))));
        assertThat(page).contains("round trips").doesNotContain("0.0 s", "our own limit</text>");
    }

    @Test
    void nothingMeasuredSaysNothing() {
        assertThat(Bottleneck.of(SOURCE, PACS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageStandsByItself(String language) {
        PeerMeasures source = far(PeerMeasures.none("a<b & c", PeerKind.SOURCE, false), 40)
                .with(new Granted(4, 1, false))
                .losing(44)
                .fetching(images(40, 600, 200));
        String page = new BottleneckPage(Locale.of(language), "2026-03-02").of(List.of(PACS, source));
        assertThat(page).startsWith("<!DOCTYPE html>")
                .contains("lang=\"" + language + "\"", "<svg", "a&lt;b &amp; c", "size:A4")
                .doesNotContain("a<b", "http://", "https://", "src=");
        assertThat(page)
                .contains(language.equals("de") ? "engste Stelle: Hin und zurück" : "narrowest place: round trips");
        assertThat(page.split("<section>")).hasSize(2);
    }
}
