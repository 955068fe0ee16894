package org.priorfetch.bench.hot;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.dicom.RelayWork;
import org.priorfetch.engine.dicomweb.SearchWork;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.Identified;
import org.priorfetch.engine.plan.PrefetchPlanner;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.prior.RelevanceRanker;
import org.priorfetch.engine.runtime.SnapshotWork;

/** What is done for every image, every answer and every appointment. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class HotPaths {

    private static final int APPOINTMENTS = 2000;
    private static final int CANDIDATES = 50;
    private static final int INSTANCE_BYTES = 512 * 1024;

    /** An instance on its way. */
    @State(Scope.Benchmark)
    public static class Copying {

        private RelayWork work;

        @Setup
        public void prepare() throws IOException {
            work = new RelayWork(INSTANCE_BYTES);
        }
    }

    /** A server that answers. */
    @State(Scope.Benchmark)
    public static class Searching {

        private SearchWork work;

        @Setup
        public void prepare() throws IOException {
            work = new SearchWork(1000);
        }

        @TearDown
        public void end() {
            work.close();
        }
    }

    /** Many studies of one patient. */
    @State(Scope.Benchmark)
    public static class Judging {

        private final Day day = new Day();
        private final WorklistItem appointment = day.appointments(1).getFirst();
        private final List<PriorCandidate> studies = day.studies(0, 10_000);
        private final RelevanceRanker ranker = new RelevanceRanker();
    }

    /** A day with everybody's answers. */
    @State(Scope.Benchmark)
    public static class Planning {

        private final Day day = new Day();
        private final List<WorklistItem> appointments = day.appointments(APPOINTMENTS);
        private final List<List<Identified>> found = IntStream.range(0, APPOINTMENTS)
                .mapToObj(patient -> day.identified(patient, CANDIDATES))
                .toList();
        private final PrefetchPlanner planner = new PrefetchPlanner(new RelevanceRanker()::rank);
    }

    /** A day that is followed. */
    @State(Scope.Benchmark)
    public static class Showing {

        private final SnapshotWork work = new SnapshotWork(APPOINTMENTS, CANDIDATES);
    }

    @Benchmark
    public long relayCopy(Copying state) throws IOException {
        return state.work.copy();
    }

    @Benchmark
    public List<PriorCandidate> qidoAnswer(Searching state) throws PeerException {
        return state.work.search();
    }

    @Benchmark
    public Ranking relevance(Judging state) {
        return state.ranker.rank(state.appointment, state.studies, RelevanceRules.DEFAULT, Day.TODAY);
    }

    @Benchmark
    public int plan(Planning state) {
        int fetched = 0;
        for (int number = 0; number < APPOINTMENTS; number++) {
            fetched += state.planner
                    .plan(state.appointments.get(number), state.found.get(number), RelevanceRules.DEFAULT, Day.TODAY,
                            List.of("regional", "university"))
                    .fetch()
                    .size();
        }
        return fetched;
    }

    @Benchmark
    public EngineSnapshot snapshot(Showing state) {
        return state.work.snapshot();
    }
}
