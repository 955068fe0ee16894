package org.priorfetch.engine.prior;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.testing.StudyExample;

/** Histories of invented patients in which somebody said of every earlier study whether it is wanted. */
final class LabelledHistories {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private static final int COLUMNS = 10;

    /** @param wanted Y for yes, N for no, E where either is right */
    record Row(PriorCandidate candidate, long megabytes, String wanted) {}

    record History(WorklistItem current, List<Row> rows) {}

    /** What came of all histories of a file. */
    record Figures(int wanted, int found, int taken, int right, long megabytes, long fetched, long wantedMegabytes,
            List<String> misses) {

        double recall() {
            return (double) found / wanted;
        }

        double share() {
            return (double) fetched / megabytes;
        }

        /** Of what was taken, so much as is wanted or at least not wrong. */
        double precision() {
            return (double) right / taken;
        }

        @Override
        public String toString() {
            return "recall %.3f (%d of %d), bytes %.1f %% of all (wanted alone %.1f %%), precision %.3f of %d taken"
                    .formatted(recall(), found, wanted, share() * 100, 100.0 * wantedMegabytes / megabytes, precision(),
                            taken);
        }
    }

    private final List<History> histories;

    private LabelledHistories(List<History> histories) {
        this.histories = histories;
    }

    static LabelledHistories read(String file) throws IOException {
        try (InputStream in = LabelledHistories.class.getResourceAsStream(file)) {
            Map<String, List<String[]>> cases = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.groupingBy(columns -> columns[0], LinkedHashMap::new, Collectors.toList()));
            return new LabelledHistories(cases.values().stream().map(LabelledHistories::history).toList());
        }
    }

    private static History history(List<String[]> lines) {
        String[] first = lines.getFirst();
        List<Row> rows = new ArrayList<>();
        for (String[] line : lines) {
            if (line.length != COLUMNS) {
                throw new IllegalArgumentException(String.join("|", line));
            }
            rows.add(row("1." + (rows.size() + 1), line));
        }
        return new History(new WorklistItem(first[0], null, StudyExample.PATIENT, modalities(first[1]), first[2],
                first[3], Instant.EPOCH, Urgency.ROUTINE, "ris", "", "", ""), rows);
    }

    private static Row row(String uid, String[] line) {
        Set<String> bodyParts = line[6].isEmpty() ? Set.of() : Set.of(line[6]);
        return new Row(new PriorCandidate(new StudyRef(uid, "regional"), StudyExample.PATIENT, "",
                TODAY.minusDays(Long.parseLong(line[7])), null, line[5], modalities(line[4]), bodyParts, 1),
                Long.parseLong(line[8]), line[9]);
    }

    private static SortedSet<String> modalities(String text) {
        SortedSet<String> modalities = new TreeSet<>(List.of(text.split("\\\\", -1)));
        modalities.remove("");
        return modalities;
    }

    Figures measure(RelevanceRules rules) {
        int wanted = 0;
        int found = 0;
        int taken = 0;
        int right = 0;
        long megabytes = 0;
        long fetched = 0;
        long wantedMegabytes = 0;
        List<String> misses = new ArrayList<>();
        for (History history : histories) {
            Ranking ranking = new RelevanceRanker().rank(history.current,
                    history.rows.stream().map(Row::candidate).toList(), rules, TODAY);
            Map<String, String> reasons = ranking.relevant()
                    .stream()
                    .collect(Collectors.toMap(prior -> prior.candidate().ref().studyInstanceUid(),
                            prior -> prior.score() + " " + prior.reason().text()));
            Map<String, String> skips = ranking.skipped()
                    .stream()
                    .collect(Collectors.toMap(skip -> skip.candidate().ref().studyInstanceUid(),
                            skip -> skip.reason().text()));
            for (Row row : history.rows) {
                String uid = row.candidate.ref().studyInstanceUid();
                boolean isTaken = reasons.containsKey(uid);
                boolean isWanted = row.wanted.equals("Y");
                megabytes += row.megabytes;
                wanted += isWanted ? 1 : 0;
                wantedMegabytes += isWanted ? row.megabytes : 0;
                found += isWanted && isTaken ? 1 : 0;
                taken += isTaken ? 1 : 0;
                fetched += isTaken ? row.megabytes : 0;
                right += isTaken && !row.wanted.equals("N") ? 1 : 0;
                if (isWanted != isTaken) {
                    misses.add("%s %s %s %s <- %s %s %dd %dMB: %s".formatted(row.wanted, history.current
                            .accessionNumber(), history.current.modalities(),
                            history.current.requestedProcedureDescription(), row.candidate.modalities(),
                            row.candidate.studyDescription(),
                            TODAY.toEpochDay() - row.candidate.studyDate().toEpochDay(), row.megabytes,
                            isTaken ? reasons.get(uid) : skips.get(uid)));
                }
            }
        }
        return new Figures(wanted, found, taken, right, megabytes, fetched, wantedMegabytes, misses);
    }
}
