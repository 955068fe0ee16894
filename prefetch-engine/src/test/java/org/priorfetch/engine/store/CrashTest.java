package org.priorfetch.engine.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Repositories;

/** Nothing that the store has taken is lost when the process is killed, but for the last half second of marks. */
class CrashTest {

    private static final int ROUNDS = 5;

    @TempDir
    Path home;

    @Test
    void whatWasTakenIsThereAfterBeingKilled() throws Exception {
        Random random = new Random(20261122);
        List<String> said = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            said.addAll(killedAfterLines(200 + random.nextInt(1200)));
            try (Repositories left = DatabaseStore.readOnly(home).orElseThrow()) {
                assertNothingIsLost(left, said);
            }
            try (Repositories store = DatabaseStore.open(home, InstantSource.system())) {
                assertNothingIsLost(store, said);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {150, 350, 500, 650, 800, 950, 1200})
    void aDatabaseWhoseCreationWasCutShortIsCompleted(long millis) throws Exception {
        try (Child child = Child.start(Child.Task.WORK, home)) {
            assertThat(child.nextLine()).isEqualTo("began");
            assertThat(child.endsWithin(millis, TimeUnit.MILLISECONDS)).isFalse();
        }

        try (Repositories store = DatabaseStore.open(home, InstantSource.system())) {
            assertThat(store.jobs().add(Samples.fullJob()).id()).isPositive();
        }
    }

    /** Though nothing else is written. A disk that is slow gets more time. */
    @Test
    void aMarkIsThereSoon() throws Exception {
        boolean isThere = false;
        for (long millis = 500; !isThere && millis <= 32_000; millis *= 4) {
            isThere = isThereAfter(millis);
        }
        assertThat(isThere).isTrue();
    }

    private boolean isThereAfter(long millis) throws Exception {
        String[] mark;
        try (Child child = Child.start(Child.Task.MARK, home)) {
            mark = String.valueOf(child.nextLine()).split(" ");
            assertThat(child.endsWithin(millis, TimeUnit.MILLISECONDS)).isFalse();
        }
        try (Repositories left = DatabaseStore.readOnly(home).orElseThrow()) {
            return left.jobs().delivered(Long.parseLong(mark[1])).contains(mark[2]);
        }
    }

    private List<String> killedAfterLines(int count) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Child child = Child.start(Child.Task.WORK, home)) {
            for (int i = 0; i < count; i++) {
                lines.add(child.nextLine());
            }
            lines.addAll(child.kill());
        }
        return lines;
    }

    private static void assertNothingIsLost(Repositories store, List<String> said) {
        assertThat(words(said, "job")).isNotEmpty()
                .allSatisfy(words -> assertThat(store.jobs().find(Long.parseLong(words[1]))).isPresent());
        assertThat(words(said, "saved")).isNotEmpty().allSatisfy(words -> {
            assertThat(store.jobs().find(Long.parseLong(words[1])).orElseThrow().state())
                    .isEqualTo(TransferState.COMPLETE);
            assertThat(store.jobs().delivered(Long.parseLong(words[1]))).hasSize(21);
        });
        assertThat(store.ledger().between(Samples.NOON, Samples.NOON.plusSeconds(100_000)))
                .extracting(entry -> entry.at().getEpochSecond() - Samples.NOON.getEpochSecond())
                .containsAll(words(said, "ledger").map(words -> Long.parseLong(words[1])).toList());
        assertThat(store.appointments().all()).extracting(appointment -> appointment.id())
                .containsAll(words(said, "appointment").map(words -> "1.2." + words[1]).toList());
        assertMarksAreThere(store, said);
    }

    /** Whoever saves a job writes all marks that were made before. */
    private static void assertMarksAreThere(Repositories store, List<String> said) {
        List<Integer> ends = IntStream.range(0, said.size() + 1)
                .filter(i -> i == said.size() || said.get(i).equals("began"))
                .boxed()
                .toList();
        for (int life = 0; life + 1 < ends.size(); life++) {
            List<String> lines = said.subList(ends.get(life), ends.get(life + 1));
            List<String> settledLines = lines.subList(0, lastSaved(lines));
            Map<Long, List<String>> settled = words(settledLines, "mark")
                    .collect(groupingBy(words -> Long.valueOf(words[1]), mapping(words -> words[2], toList())));
            assertThat(settled).isNotEmpty();
            settled.forEach((job, uids) -> assertThat(store.jobs().delivered(job)).containsAll(uids));
        }
    }

    private static int lastSaved(List<String> lines) {
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).startsWith("saved ")).max().orElseThrow();
    }

    private static Stream<String[]> words(List<String> said, String first) {
        return said.stream()
                .filter(line -> line.startsWith(first + " "))
                .map(line -> line.split(" "))
                .filter(words -> words.length == (first.equals("mark") ? 3 : 2));
    }
}
