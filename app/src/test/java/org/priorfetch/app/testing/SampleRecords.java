package org.priorfetch.app.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.DeliveryPage;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.Guarded;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.Report;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.Delivered;
import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.ExchangeLine;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReadinessLine;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TransferState;

/** Engines that have recorded something. */
public final class SampleRecords {

    private static final List<String> SOURCES = List.of("regional", "university",
            "radiologie-am-marktplatz-gemeinschaftspraxis");
    private static final long DELIVERIES = 250;
    private static final int INSTANCES = 3;

    private SampleRecords() {}

    /** With months of records and three alerts. */
    public static ScriptedEngine busy() {
        return new ScriptedEngine(withAlerts(SampleDays.typical(), alerts()))
                .on(RecordCommand.ReadReport.class, asked -> report(asked.from(), asked.to()))
                .on(RecordCommand.ReadRates.class, _ -> rates())
                .on(RecordCommand.ReadDeliveries.class, SampleRecords::page)
                .on(RecordCommand.ReadDeliveredUids.class, asked -> instances(asked.studyInstanceUid()));
    }

    /** Of two weeks: one source slows down when the others work with it, the other one is fast at night. */
    public static List<SourceHour> rates() {
        Random random = new Random(14);
        Instant today = TestClock.START.truncatedTo(ChronoUnit.DAYS);
        List<SourceHour> hours = new ArrayList<>();
        for (int day = 1; day <= 14; day++) {
            for (int hour = 5; hour < 20; hour++) {
                double busy = Math.exp(-Math.pow(hour - 10, 2) / 12.0);
                hours.add(rate("regional", today.minus(Duration.ofDays(day)).plus(Duration.ofHours(hour)),
                        9 - 6 * busy + random.nextDouble()));
                hours.add(rate("university", today.minus(Duration.ofDays(day)).plus(Duration.ofHours(hour)),
                        16 - 4 * busy + 3 * random.nextDouble()));
            }
        }
        return hours;
    }

    private static SourceHour rate(String source, Instant hour, double megabytesPerSecond) {
        return new SourceHour(source, hour, 4, 900, Math.round(megabytesPerSecond * 400 * 1e6),
                Duration.ofSeconds(400),
                Map.of(TimePart.ROUND_TRIPS, Duration.ofSeconds(230), TimePart.LINE, Duration.ofSeconds(120),
                        TimePart.PACS, Duration.ofSeconds(30), TimePart.QUERY, Duration.ofSeconds(20)));
    }

    /** On its first day. */
    public static ScriptedEngine empty() {
        return new ScriptedEngine(SampleDays.empty())
                .on(RecordCommand.ReadReport.class,
                        asked -> new Report(asked.from(), asked.to(), List.of(), List.of()))
                .on(RecordCommand.ReadDeliveries.class, _ -> new DeliveryPage(List.of(), 0));
    }

    /** Whose database fails. */
    public static ScriptedEngine failing() {
        return new ScriptedEngine(SampleDays.typical()).on(RecordCommand.ReadReport.class, _ -> {
            throw refusal();
        }).on(RecordCommand.ReadDeliveries.class, _ -> {
            throw refusal();
        });
    }

    private static CommandFailedException refusal() {
        return new CommandFailedException(Message.of("store.full", "/home/reader/priorfetch"));
    }

    public static EngineSnapshot withAlerts(EngineSnapshot day, List<Alert> alerts) {
        return new EngineSnapshot(day.sequence(), day.at(), day.paused(), day.settled(), day.appointments(),
                day.transfers(), day.sources(), day.worklists(), day.pacs(), day.pausedUntil(), alerts,
                day.needsReview(), day.configured());
    }

    public static List<Alert> alerts() {
        return List.of(alert(AlertKind.DISK_LOW, "/home/reader/.local/share/priorfetch", 190),
                alert(AlertKind.SOURCE_DOWN, "regional", 12), alert(AlertKind.JOBS_FAILING, "university", 3000));
    }

    private static Alert alert(AlertKind kind, String subject, int minutesAgo) {
        return new Alert(kind, subject, Snapshots.ago(minutesAgo), Message.of("alerts." + kind + ".text", subject),
                Message.of("alerts." + kind + ".advice", subject));
    }

    /** The same for the same days. */
    public static Report report(LocalDate from, LocalDate to) {
        List<ExchangeLine> exchange = new ArrayList<>();
        List<ReadinessLine> readiness = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Random random = new Random(day.toEpochDay());
            int load = day.getDayOfWeek().getValue() > 5 ? 4 : 30;
            for (String source : SOURCES) {
                int studies = load + random.nextInt(load);
                exchange.add(new ExchangeLine(day, source, TransferState.COMPLETE, studies, studies * 180L,
                        studies * 92_000_000L, Duration.ofSeconds(studies * 8L)));
                if (random.nextInt(3) == 0) {
                    exchange.add(new ExchangeLine(day, source, TransferState.PARTIAL, 1 + random.nextInt(3), 90,
                            40_000_000, Duration.ofSeconds(30)));
                    exchange.add(new ExchangeLine(day, source, TransferState.FAILED, 1 + random.nextInt(3), 0, 0,
                            Duration.ZERO));
                    exchange.add(new ExchangeLine(day, source, TransferState.QUEUED, 0, 12, 6_000_000,
                            Duration.ZERO));
                }
            }
            for (String modality : List.of("CT", "CT/PT", "DX", "MR")) {
                int known = load + random.nextInt(load);
                int late = random.nextInt(load / 4 + 1);
                readiness.add(new ReadinessLine(day, modality, known + 1L, known - late - 1L, 1, 1));
            }
        }
        return new Report(from, to, exchange, readiness);
    }

    /** With many deliveries that are told only to who has a key. */
    public static ScriptedEngine locked() {
        return busy().on(RecordCommand.ReadDeliveries.class, asked -> {
            if (asked.key() == null) {
                throw new CommandFailedException(Message.of(Guarded.LOCKED));
            }
            return page(asked);
        });
    }

    private static DeliveryPage page(RecordCommand.ReadDeliveries asked) {
        if (asked.filter().text().equals("nowhere")) {
            return new DeliveryPage(List.of(), 0);
        }
        List<Delivered> rows = new ArrayList<>();
        long end = Math.min(DELIVERIES, (long) asked.offset() + asked.limit());
        for (long number = asked.offset(); number < end; number++) {
            rows.add(delivered(number));
        }
        return new DeliveryPage(rows, DELIVERIES);
    }

    public static Delivered delivered(long number) {
        Instant at = Snapshots.ago(Math.toIntExact(number * 7));
        List<AttributeChange> changes = switch (Math.toIntExact(number % 4)) {
            case 0 -> List.of();
            case 1 -> List.of(new AttributeChange("AccessionNumber", "RK-2024-11873", ""));
            case 2 -> List.of(AttributeChange.of("PatientID"));
            default -> List.of(new AttributeChange("AccessionNumber", "RK-2024-11873", ""),
                    new AttributeChange("IssuerOfPatientID", "", "HOSP"),
                    new AttributeChange("PatientID", "R-99" + number, "P" + number),
                    new AttributeChange("PatientName", "Müller^Karl Friedrich Wilhelm", "Mueller^Karl"));
        };
        return new Delivered(1000 - number,
                new LedgerEntry(at, "1.2.276.0.7230010.3.1.2.8323329.4203.1517875152." + number,
                        SOURCES.get(Math.toIntExact(number % SOURCES.size())), number % 5 == 0 ? null : "A" + number,
                        "P" + number, Math.toIntExact(100 + number), number * 52_000_000,
                        number % 9 == 8 ? TransferState.PARTIAL : TransferState.COMPLETE, changes,
                        Duration.ofSeconds(12)));
    }

    private static List<DeliveredInstance> instances(String study) {
        List<DeliveredInstance> instances = new ArrayList<>();
        for (int number = 1; number <= INSTANCES; number++) {
            instances.add(new DeliveredInstance("regional",
                    new InstanceRef(study + ".1." + number, "1.2.840.10008.5.1.4.1.1.2", study + ".1"), 524_288));
        }
        return instances;
    }
}
