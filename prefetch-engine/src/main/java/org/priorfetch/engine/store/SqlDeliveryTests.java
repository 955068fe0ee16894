package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.DeliveryTest.Landed;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.DeliveryTestRepository;

/** Test studies that were sent into the PACS. */
record SqlDeliveryTests(Database database) implements DeliveryTestRepository {

    private static final Table TEST = new Table("delivery_test", "study_instance_uid");

    @Override
    public Optional<DeliveryTest> latest() {
        return database.read(handle -> handle
                .createQuery(
                        "SELECT * FROM delivery_test WHERE NOT for_measuring ORDER BY sent_at DESC, study_instance_uid DESC LIMIT 1")
                .map((row, _) -> test(row))
                .findFirst());
    }

    @Override
    public void add(DeliveryTest test, DeliveredInstance instance) {
        add(test, instance, false);
    }

    @Override
    public void addMeasuring(DeliveryTest test, DeliveredInstance instance) {
        add(test, instance, true);
    }

    private void add(DeliveryTest test, DeliveredInstance instance, boolean measuring) {
        database.write(handle -> TEST.save(handle,
                row(test).set("series_instance_uid", instance.instance().seriesInstanceUid())
                        .set("sop_instance_uid", instance.instance().sopInstanceUid())
                        .set("sop_class_uid", instance.instance().sopClassUid())
                        .set("bytes", instance.bytes())
                        .set("for_measuring", measuring)));
    }

    @Override
    public void update(DeliveryTest test) {
        database.write(handle -> TEST.update(handle, row(test)));
    }

    @Override
    public List<DeliveredInstance> instancesOf(String studyInstanceUid) {
        return database.read(handle -> handle.createQuery("""
                SELECT * FROM delivery_test WHERE study_instance_uid = :study AND sop_instance_uid IS NOT NULL""")
                .bind("study", studyInstanceUid)
                .map((row, _) -> new DeliveredInstance(StudyRef.PACS,
                        new InstanceRef(row.getString("sop_instance_uid"), row.getString("sop_class_uid"),
                                row.getString("series_instance_uid")),
                        row.getLong("bytes")))
                .list());
    }

    private static Row row(DeliveryTest test) {
        return new Row().set("study_instance_uid", test.studyInstanceUid())
                .setInstant("sent_at", test.sentAt())
                .set("sent_by", test.sentBy())
                .set("proven", test.proven())
                .setConstant("landed", test.landed())
                .set("answered_by", test.answeredBy())
                .setInstant("answered_at", test.answeredAt());
    }

    private static DeliveryTest test(ResultSet row) throws SQLException {
        return new DeliveryTest(row.getString("study_instance_uid"), Columns.instant(row, "sent_at"),
                row.getString("sent_by"), row.getBoolean("proven"), Columns.constant(row, "landed", Landed.class),
                row.getString("answered_by"), Columns.instantOrNull(row, "answered_at"));
    }
}
