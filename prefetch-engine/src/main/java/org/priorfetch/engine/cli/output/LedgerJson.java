package org.priorfetch.engine.cli.output;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.model.LedgerEntry;

/** What {@code report --format json} prints; both days are inclusive. */
public record LedgerJson(String from, String to, List<Entry> entries) {

    /** What one transfer put into the PACS. */
    public record Entry(@Nullable String at, String studyUid, String source, @Nullable String accession,
            String patientId, int instances, long bytes, String outcome, List<String> changedAttributes,
            boolean byArchive, long bytesTwice) {

        static Entry of(LedgerEntry entry, ZoneId zone) {
            return new Entry(Json.time(entry.at(), zone), entry.studyInstanceUid(), entry.source(),
                    entry.appointmentId(), entry.patientId(), entry.instances(), entry.bytes(), entry.outcome().name(),
                    entry.changedAttributes(), entry.byArchive(), entry.bytesTwice());
        }
    }

    public static LedgerJson of(LocalDate from, LocalDate to, List<LedgerEntry> entries, ZoneId zone) {
        return new LedgerJson(from.toString(), to.toString(),
                entries.stream().map(entry -> Entry.of(entry, zone)).toList());
    }
}
