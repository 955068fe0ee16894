package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.ArchiveCommand.SearchArchive;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.PeerException;

class ArchiveSearchesTest {

    private static final ArchiveQuery QUERY = new ArchiveQuery("Meier", "", null, "", null, null, "", "");

    private final Scripted regional = new Scripted();
    private final Scripted pacs = new Scripted();
    private final List<String> heard = new ArrayList<>();
    private final ArchiveSearches searches = new ArchiveSearches(Map.of("regional", regional, "pacs", pacs),
            new ArchiveSearches.Watch() {

                @Override
                public void answered(String archive) {
                    heard.add(archive + " answered");
                }

                @Override
                public void failed(String archive, Reason why) {
                    heard.add(archive + " failed");
                }
            });

    private static final class Scripted implements ArchiveSearch {

        private List<ArchiveStudy> studies = List.of();
        private Map<String, Integer> held = Map.of();
        private boolean away;
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answer = new CountDownLatch(1);
        private boolean slow;

        @Override
        public Found search(ArchiveQuery query, int most) throws PeerException {
            answerOrFail();
            return new Found(studies, studies.size() > 2);
        }

        @Override
        public Map<String, Integer> held(Set<String> studyInstanceUids) throws PeerException {
            answerOrFail();
            return held;
        }

        @Override
        public List<ArchiveSeries> series(String studyInstanceUid) throws PeerException {
            answerOrFail();
            return List.of(new ArchiveSeries("1.2.1", "1", "CT", "", "", 3));
        }

        private void answerOrFail() throws PeerException {
            if (away) {
                throw new PeerException("x", PeerException.Kind.SILENT, Message.of("dicom.silent", "x"));
            }
            try {
                asked.countDown();
                if (slow) {
                    answer.await();
                }
            } catch (InterruptedException stopped) {
                throw new PeerException("x", PeerException.Kind.CANCELLED, Message.of("dicom.cancelled", "x"), stopped);
            }
        }
    }

    private static List<ArchiveStudy> studies(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new ArchiveStudy("1." + number,
                        new Patient(PatientKey.of("P1"), "Meier^Anna", null, Sex.F), "", null, null, "",
                        new TreeSet<>(), 1, 10))
                .toList();
    }

    private ArchiveAnswer search(String source) throws CommandFailedException {
        return searches.search(new SearchArchive("s1", source, QUERY));
    }

    @Test
    void tellsWhatThePacsHoldsOfIt() throws CommandFailedException {
        regional.studies = studies(4);
        pacs.held = Map.of("1.0", 10, "1.1", 9, "1.2", -1);
        ArchiveAnswer answer = search("regional");
        assertThat(answer.failure()).isNull();
        assertThat(answer.more()).isTrue();
        assertThat(answer.studies()).extracting(found -> found.presence())
                .containsExactly(Presence.HERE, Presence.PARTLY, Presence.HERE, Presence.ABSENT);
        assertThat(heard).containsExactly("regional answered");
    }

    @Test
    void whatThePacsListsItselfIsHere() throws CommandFailedException {
        pacs.studies = studies(1);
        assertThat(search("pacs").studies()).extracting(found -> found.presence()).containsExactly(Presence.HERE);
    }

    @Test
    void aSilentPacsHidesNothing() throws CommandFailedException {
        regional.studies = studies(1);
        pacs.away = true;
        assertThat(search("regional").studies()).extracting(found -> found.presence())
                .containsExactly(Presence.UNKNOWN);
    }

    @Test
    void whoDoesNotAnswerIsNeverShownAsHoldingNothing() throws CommandFailedException {
        regional.away = true;
        assertThat(search("regional").failure()).isEqualTo(Message.of("dicom.silent", "x"));
        assertThat(heard).containsExactly("regional failed");
    }

    @Test
    void aSearchCanBeStopped() throws Exception {
        regional.slow = true;
        CompletableFuture<ArchiveAnswer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return search("regional");
            } catch (CommandFailedException refused) {
                throw new IllegalStateException(refused);
            }
        });
        assertThat(regional.asked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(searches.stop("other")).isFalse();
        assertThat(searches.stop("s1")).isTrue();
        assertThat(answer.get(10, TimeUnit.SECONDS).failure()).isEqualTo(Message.of("archive.stopped", "regional"));
        assertThat(heard).isEmpty();
    }

    @Test
    void nobodyIsAskedTooMuch() {
        ArchiveQuery all = new ArchiveQuery("*", "", null, "", null, null, "CT", "");
        assertThatThrownBy(() -> searches.search(new SearchArchive("s1", "regional", all)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("sweep");
        assertThatThrownBy(() -> search("nowhere")).hasMessageContaining("nowhere");
        assertThat(regional.asked.getCount()).isOne();
    }

    @Test
    void seriesAreListedOrWhyNotIsSaid() throws CommandFailedException {
        assertThat(searches.series("regional", "1.2")).hasSize(1);
        regional.away = true;
        assertThatThrownBy(() -> searches.series("regional", "1.2")).isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("stopped answering");
    }
}
