package org.priorfetch.engine.cli.output;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;

/**
 * What {@code status --json} prints. Holds no patient's name.
 *
 * @param running whether an engine is running
 * @param at when this was known
 * @param deliveryTest the last test study that was sent into the PACS; null when there was none
 * @param alerts what the admin should see to, the weightiest first
 * @param allReady whether the engine runs, every worklist is up to date and every appointment is settled well
 */
public record StatusJson(boolean running, @Nullable String at, boolean paused, boolean settled, boolean allReady,
        List<Appointment> appointments, List<Transfer> transfers, List<Source> sources, List<Peer> worklists, Peer pacs,
        @Nullable DeliveryTestJson deliveryTest, List<AlertJson> alerts) {

    /** An appointment. */
    public record Appointment(String accession, String patientId, @Nullable String scheduledStart, String verdict,
            @Nullable Long etaSeconds, List<String> modalities, String procedure, String urgency,
            List<PriorJson> priors, List<String> notes, boolean late) {}

    /** A transfer. */
    public record Transfer(long id, String studyUid, String source, @Nullable String accession, String description,
            String state, @Nullable Integer expected, int delivered, long bytes, long bytesPerSecond,
            @Nullable Long etaSeconds, @Nullable String slowBecause, @Nullable String reason,
            @Nullable String updated, long bytesTwice, @Nullable String way) {}

    /** What the admin should see to. */
    public record AlertJson(String kind, String subject, @Nullable String since, String text, String advice) {}

    /** A worklist or the PACS. */
    public record Peer(String name, String state, @Nullable String lastAnswer, @Nullable String detail) {}

    /** A source. */
    public record Source(String name, String state, @Nullable String lastAnswer, @Nullable String detail,
            @Nullable String slowBecause, @Nullable String way) {}

    public static StatusJson of(EngineSnapshot snapshot, boolean running, ZoneId zone) {
        return new StatusJson(running, Json.time(snapshot.at(), zone), snapshot.paused(), snapshot.settled(),
                running && snapshot.allReady(),
                snapshot.appointments().stream().map(one -> appointment(one, zone)).toList(),
                snapshot.transfers().stream().map(one -> transfer(one, zone)).toList(),
                snapshot.sources().stream().map(one -> source(one, snapshot, zone)).toList(),
                snapshot.worklists().stream().map(one -> peer(one, zone)).toList(), peer(snapshot.pacs(), zone),
                DeliveryTestJson.of(snapshot.deliveryTest(), zone),
                snapshot.alerts().stream().map(one -> alert(one, zone)).toList());
    }

    private static Appointment appointment(AppointmentView one, ZoneId zone) {
        return new Appointment(one.id(), one.patient().key().patientId(), Json.time(one.scheduledStart(), zone),
                one.verdict().name(), one.etaSeconds(), List.copyOf(one.modalities()), one.procedure(),
                one.urgency().name(), one.priors().stream().map(PriorJson::of).toList(),
                one.notes().stream().map(Message::text).toList(), one.late());
    }

    private static Transfer transfer(TransferView one, ZoneId zone) {
        return new Transfer(one.id(), one.studyUid(), one.source(), one.appointmentId(), one.studyDescription(),
                one.state().name(), PriorJson.known(one.expected()), one.delivered(), one.bytes(), one.bytesPerSecond(),
                one.etaSeconds(), one.slowBecause() == null ? null : one.slowBecause().text(),
                one.reason() == null ? null : one.reason().text(), Json.time(one.updated(), zone), one.bytesTwice(),
                text(one.way()));
    }

    private static AlertJson alert(Alert one, ZoneId zone) {
        return new AlertJson(one.kind().name(), one.subject(), Json.time(one.since(), zone), one.text().text(),
                one.advice().text());
    }

    private static Peer peer(PeerStatus one, ZoneId zone) {
        return new Peer(one.name(), one.state().name(), Json.time(one.lastAnswer(), zone), text(one.detail()));
    }

    private static Source source(PeerStatus one, EngineSnapshot snapshot, ZoneId zone) {
        return new Source(one.name(), one.state().name(), Json.time(one.lastAnswer(), zone), text(one.detail()),
                text(snapshot.slowBecause(one.name())), text(one.way()));
    }

    private static @Nullable String text(@Nullable Reason reason) {
        return reason == null ? null : reason.text();
    }
}
