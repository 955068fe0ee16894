package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.AppointmentRepository;

/**
 * Appointments and their candidates. Candidates of an appointment that is no longer followed are not kept: it may be removed
 * while they are still being looked for.
 */
record SqlAppointments(Database database) implements AppointmentRepository {

    private static final Table APPOINTMENT = new Table("appointment", "id");
    private static final Table PRIOR = new Table("appointment_prior", "appointment_id", "study_instance_uid", "source");
    private static final Table CHOICE = new Table("hand_choice", "appointment_id", "study_instance_uid");

    @Override
    public List<Appointment> all() {
        return database.read(handle -> handle.createQuery("SELECT * FROM appointment ORDER BY scheduled_start, id")
                .map((row, _) -> appointment(row))
                .list());
    }

    @Override
    public void save(Appointment appointment) {
        database.write(handle -> APPOINTMENT.save(handle, row(appointment)));
    }

    @Override
    public void remove(String appointmentId) {
        database.write(handle -> handle.createUpdate("DELETE FROM appointment WHERE id = :id")
                .bind("id", appointmentId)
                .execute());
    }

    /** In the order in which each appointment's list was given. */
    @Override
    public List<AppointmentPrior> priors() {
        return database
                .read(handle -> handle
                        .createQuery("SELECT * FROM appointment_prior ORDER BY appointment_id, list_order")
                        .map((row, _) -> prior(row))
                        .list());
    }

    @Override
    public void replacePriors(String appointmentId, List<AppointmentPrior> priors) {
        database.write(handle -> {
            if (!takeAppointment(handle, appointmentId)) {
                return;
            }
            handle.createUpdate("DELETE FROM appointment_prior WHERE appointment_id = :id")
                    .bind("id", appointmentId)
                    .execute();
            for (int place = 0; place < priors.size(); place++) {
                PRIOR.insert(handle,
                        row(priors.get(place)).set("appointment_id", appointmentId).set("list_order", place));
            }
        });
    }

    @Override
    public void save(AppointmentPrior prior) {
        database.write(handle -> {
            if (takeAppointment(handle, prior.appointmentId()) && !PRIOR.update(handle, row(prior))) {
                PRIOR.insert(handle, row(prior).set("list_order", nextPlace(handle, prior.appointmentId())));
            }
        });
    }

    @Override
    public List<HandChoice> choices() {
        return database.read(handle -> handle.createQuery("SELECT * FROM hand_choice")
                .map((row, _) -> new HandChoice(row.getString("appointment_id"), row.getString("study_instance_uid"),
                        row.getBoolean("wanted"), row.getString("because")))
                .list());
    }

    @Override
    public void save(HandChoice choice) {
        database.write(handle -> {
            if (takeAppointment(handle, choice.appointmentId())) {
                CHOICE.save(handle,
                        new Row().set("appointment_id", choice.appointmentId())
                                .set("study_instance_uid", choice.studyInstanceUid())
                                .set("wanted", choice.wanted())
                                .set("because", choice.because()));
            }
        });
    }

    /** One writer at a time for the candidates of an appointment. */
    private static boolean takeAppointment(Handle handle, String id) {
        return handle.createQuery("SELECT id FROM appointment WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    private static int nextPlace(Handle handle, String appointmentId) {
        return handle
                .createQuery(
                        "SELECT COALESCE(MAX(list_order) + 1, 0) FROM appointment_prior WHERE appointment_id = :id")
                .bind("id", appointmentId)
                .mapTo(Integer.class)
                .one();
    }

    private static Row row(Appointment appointment) {
        WorklistItem item = appointment.item();
        return new Row().set("id", appointment.id())
                .set("accession_number", item.accessionNumber())
                .set("study_instance_uid", item.studyInstanceUid())
                .setPatient("", item.patient())
                .setTexts("modalities", item.modalities())
                .set("requested_procedure_description", item.requestedProcedureDescription())
                .set("body_part_examined", item.bodyPartExamined())
                .setInstant("scheduled_start", item.scheduledStart())
                .setConstant("urgency", item.urgency())
                .set("worklist", item.worklist())
                .set("station_name", item.stationName())
                .set("location", item.location())
                .set("performing_physician", item.performingPhysician())
                .setTraits(item.traits())
                .set("codes", CodesColumn.of(item.requestedProcedureCodes()))
                .setConstant("status", appointment.status())
                .setInstant("changed", appointment.changed())
                .setInstant("asked", appointment.asked())
                .setTexts("unanswered", appointment.unanswered())
                .set("pinned", appointment.pinned());
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        WorklistItem item = new WorklistItem(row.getString("accession_number"), row.getString("study_instance_uid"),
                Columns.patient(row, ""), Columns.texts(row, "modalities"),
                row.getString("requested_procedure_description"), row.getString("body_part_examined"),
                Columns.instant(row, "scheduled_start"), Columns.constant(row, "urgency", Urgency.class),
                row.getString("worklist"), row.getString("station_name"), row.getString("location"),
                row.getString("performing_physician"), Columns.traits(row), CodesColumn.codes(row.getString("codes")));
        return new Appointment(item, Columns.constant(row, "status", AppointmentStatus.class),
                Columns.instant(row, "changed"), Columns.instantOrNull(row, "asked"),
                Columns.texts(row, "unanswered"), row.getBoolean("pinned"));
    }

    private static Row row(AppointmentPrior prior) {
        return new Row().set("appointment_id", prior.appointmentId())
                .setCandidate(prior.candidate())
                .setConstant("state", prior.state())
                .set("expected", prior.expected())
                .set("delivered", prior.delivered())
                .set("score", prior.score())
                .setReason("reason", prior.reason());
    }

    private static AppointmentPrior prior(ResultSet row) throws SQLException {
        return new AppointmentPrior(row.getString("appointment_id"), Columns.candidate(row),
                Columns.constant(row, "state", PriorState.class), row.getInt("expected"), row.getInt("delivered"),
                row.getInt("score"), Columns.reason(row, "reason"));
    }
}
