package org.priorfetch.engine.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Today's twelve appointments of the simulated hospital, some just past, most still to come. */
final class DayOfAppointments {

    private static final int MINUTES_GRID = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final StudyWriter writer;
    private final LocalDateTime now;
    private final List<WorklistEntry> entries = new ArrayList<>();

    private DayOfAppointments(StudyWriter writer, LocalDateTime now) {
        this.writer = writer;
        LocalDateTime minute = now.truncatedTo(ChronoUnit.MINUTES);
        this.now = minute.minusMinutes(minute.getMinute() % MINUTES_GRID);
    }

    static List<WorklistEntry> around(LocalDateTime now, StudyWriter writer) {
        DayOfAppointments day = new DayOfAppointments(writer, now);
        day.add(-40, SyntheticPatients.NOVAK, "CT", "CT Abdomen", "ROUTINE");
        day.add(-15, SyntheticPatients.ROSSI, "DX", "Chest PA", "ROUTINE");
        day.add(10, SyntheticPatients.MUELLER, "CT", "CT Chest", "HIGH");
        day.add(25, SyntheticPatients.BJOERK, "MR", "MR Brain", "ROUTINE");
        day.add(40, SyntheticPatients.LINDQVIST, "DX", "Knee left", "ROUTINE");
        day.add(55, SyntheticPatients.YAMADA, "CT", "CT Abdomen", "ROUTINE");
        day.add(70, SyntheticPatients.HOFFMANN, "DX", "Knee left", "ROUTINE");
        day.add(90, SyntheticPatients.WANG, "CT", "CT Chest", "ROUTINE");
        day.add(115, SyntheticPatients.KOWALSKA, "MG", "Mammography right", "ROUTINE");
        day.add(140, SyntheticPatients.OCONNOR, "US", "US Abdomen", "ROUTINE");
        day.add(170, SyntheticPatients.OEZTUERK, "MR", "MR Brain", "LOW");
        day.add(200, SyntheticPatients.ANDERSSON, "DX", "Hand right", "ROUTINE");
        return List.copyOf(day.entries);
    }

    private void add(int minutesFromNow, Person patient, String modality, String description, String priority) {
        LocalDateTime midnight = now.truncatedTo(ChronoUnit.DAYS);
        LocalDateTime wanted = now.plusMinutes(minutesFromNow);
        LocalDateTime start = wanted.isBefore(midnight) ? midnight : wanted;
        int number = entries.size() + 1;
        String accession = "A%s%02d".formatted(DAY.format(now), number);
        entries.add(new WorklistEntry("S" + accession, accession, writer.uid("appointment " + accession), patient,
                modality, modality + "1", description, start, priority));
    }
}
