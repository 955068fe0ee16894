package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.port.StudyStore;

/** What transfers learn of a peer. */
class HearingTest {

    private static final Message WHY = Message.of("dicom.silent", "pacs");

    private final List<Optional<Reason>> told = new ArrayList<>();
    private @Nullable Kind trouble;
    private boolean answersLate;
    private final Hearing hearing = new Hearing();
    private final StudyFinder finder = new HeardFinder(new Finder(), hearing);
    private final StudyStore store = new HeardStore(this::send, hearing);

    HearingTest() {
        hearing.tell(told::add);
    }

    private final class Finder implements StudyFinder {

        @Override
        public String name() {
            return "pacs";
        }

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) throws PeerException {
            fail();
            return List.of();
        }

        @Override
        public List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException {
            fail();
            return List.of();
        }
    }

    private void fail() throws PeerException {
        if (trouble != null) {
            throw new PeerException("pacs", trouble, WHY);
        }
    }

    private StudyStore.Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException {
        if (!answersLate) {
            fail();
        }
        return () -> {
            fail();
            return new StudyStore.Delivery.Stored(1);
        };
    }

    private static final class Image implements InstanceInFlight {

        @Override
        public InstanceHeader header() {
            return new InstanceHeader(new InstanceRef("1.1", "", "1"), "1",
                    new Patient(PatientKey.of("1"), "A", null, null), "");
        }

        @Override
        public String transferSyntaxUid() {
            return "1.2.840.10008.1.2.1";
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) {
            return 1;
        }
    }

    private void deliver() {
        try {
            store.deliver(new Image(), AttributeChanges.NONE, new SpentTime());
        } catch (Exception expected) {
            assertThat(expected).isInstanceOf(PeerException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "REFUSED", "BROKEN", "SILENT"})
    void whereItDoesNotAnswerThatIsHeardUntilItDoes(Kind kind) throws PeerException {
        deliver();
        trouble = kind;
        deliver();
        answersLate = true;
        deliver();
        assertThatThrownBy(() -> finder.findInstanceUids("1")).isInstanceOf(PeerException.class);
        trouble = null;
        assertThat(finder.findInstanceUids("1")).isEqualTo(Set.of());
        deliver();
        Optional<Reason> away = Optional.of(new Reason(List.of(WHY)));
        assertThat(told).containsExactly(away, away, away, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "BUSY", "PROTOCOL", "CANCELLED"})
    void whatItAnswersIsAnAnswer(Kind kind) {
        trouble = kind;
        deliver();
        assertThat(told).isEmpty();
    }

    @Test
    void whoGoesOnFindingItThereSaysNothing() throws PeerException {
        deliver();
        assertThat(finder.findStudies(new StudyQuery.ByUid("1"))).isEmpty();
        assertThat(told).isEmpty();
    }
}
