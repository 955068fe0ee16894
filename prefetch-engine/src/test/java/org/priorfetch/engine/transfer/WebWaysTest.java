package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.SlowStore;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;

/** What becomes of a request where one way knows lists and the other whole series only. */
class WebWaysTest {

    private final List<String> asked = new ArrayList<>();
    private final List<String> arrived = new ArrayList<>();

    /** Brings as much of each request as it is told, then fails, where it is told so. */
    private final class Scripted implements StudyRetriever {

        private final String name;
        private final Cut cut;
        private final int most;
        private final Kind failure;

        Scripted(String name, Cut cut, int most, Kind failure) {
            this.name = name;
            this.cut = cut;
            this.most = most;
            this.failure = failure;
        }

        @Override
        public Cut cut() {
            return cut;
        }

        @Override
        public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
                SpentTime spent) throws PeerException {
            asked.add(name + " " + request.instances().size());
            request.instances().stream().limit(most).forEach(one -> receiver.receive(new Flying(one)));
            if (request.instances().size() > most) {
                throw new PeerException("regional", failure, Message.of("dicom.silent", "regional"));
            }
        }
    }

    private record Flying(InstanceRef instance) implements InstanceInFlight {

        @Override
        public InstanceHeader header() {
            return new InstanceHeader(instance, "1", TestJobs.PATIENT, "");
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

    private StudyRetriever ways(StudyRetriever get, StudyRetriever web) {
        return new ChosenWays(Map.of(RetrieveWay.GET, get, RetrieveWay.WADO, web), 4, new TestClock())
                .forStudy(TestJobs.of("1"), _ -> {});
    }

    private void retrieve(StudyRetriever ways, int instances) throws PeerException {
        StudyRetriever.Cut cut = ways.cut();
        assertThat(cut).isEqualTo(StudyRetriever.Cut.LISTS);
        ways.retrieve(new RetrieveRequest("1", "1.1", IntStream.rangeClosed(1, instances)
                .mapToObj(number -> new InstanceRef("1.1." + number, "", "1.1"))
                .toList()), instance -> {
                    arrived.add(instance.header().instance().sopInstanceUid());
                    return InstanceReceiver.Answer.TAKEN;
                }, new Cancellation(), new SpentTime());
    }

    @Test
    void theRestOfAListIsAskedOfTheWebOneByOneSoThatNothingComesTwice() throws PeerException {
        StudyRetriever ways = ways(new Scripted("get", StudyRetriever.Cut.LISTS, 3, Kind.BROKEN),
                new Scripted("web", StudyRetriever.Cut.SERIES, 100, Kind.BROKEN));
        retrieve(ways, 6);
        assertThat(asked).containsExactly("get 6", "web 1", "web 1", "web 1");
        assertThat(arrived).hasSize(6).doesNotHaveDuplicates();
        assertThat(ways.cut()).isEqualTo(StudyRetriever.Cut.SERIES);
    }

    @Test
    void whatNoWayBringsFailsAsTheFirstDid() {
        StudyRetriever ways = ways(new Scripted("get", StudyRetriever.Cut.LISTS, 0, Kind.SILENT),
                new Scripted("web", StudyRetriever.Cut.SERIES, 0, Kind.FAILED));
        assertThatThrownBy(() -> retrieve(ways, 2)).isInstanceOfSatisfying(PeerException.class,
                failure -> assertThat(failure.kind()).isEqualTo(Kind.SILENT));
        assertThat(asked).containsExactly("get 2", "web 1");
    }

    @Test
    void whatIsCancelledIsAskedOfNobodyElse() {
        StudyRetriever ways = ways(new Scripted("get", StudyRetriever.Cut.LISTS, 1, Kind.CANCELLED),
                new Scripted("web", StudyRetriever.Cut.SERIES, 9, Kind.FAILED));
        assertThatThrownBy(() -> retrieve(ways, 4)).isInstanceOf(PeerException.class);
        assertThat(asked).containsExactly("get 4");
    }

    @Test
    void slownessIsNotEvadedByAnotherWay() {
        StudyRetriever ways = ways(new Scripted("get", StudyRetriever.Cut.LISTS, 0, Kind.SILENT),
                new Scripted("web", StudyRetriever.Cut.SERIES, 9, Kind.FAILED)).waiting(SlowStore.DEFAULT.patience());
        assertThatThrownBy(() -> retrieve(ways, 2)).isInstanceOf(PeerException.class);
        assertThat(asked).containsExactly("get 2");
    }
}
