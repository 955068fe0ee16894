package org.priorfetch.engine.store;

import org.priorfetch.engine.port.AppointmentRepository;
import org.priorfetch.engine.port.DeliveryTestRepository;
import org.priorfetch.engine.port.FeedbackRepository;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.LedgerRepository;
import org.priorfetch.engine.port.OutcomeRepository;
import org.priorfetch.engine.port.PastRepository;
import org.priorfetch.engine.port.PatientLinkRepository;
import org.priorfetch.engine.port.PeerRepository;
import org.priorfetch.engine.port.RateRepository;
import org.priorfetch.engine.port.ReportRepository;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.port.ReviewRepository;
import org.priorfetch.engine.port.TextReportRepository;

/**
 * The repositories on an SQL database. What a writing method has taken is on the disk when it returns, but for delivered marks,
 * which follow within half a second. Times are kept in microseconds. Every method may throw {@link StoreException}; any thread
 * may call, interrupted or not.
 */
record SqlRepositories(AppointmentRepository appointments, JobRepository jobs, LedgerRepository ledger,
        PeerRepository peers, PastRepository past, OutcomeRepository outcomes, ReportRepository reports,
        ReviewRepository reviews, DeliveryTestRepository deliveryTests, PatientLinkRepository patientLinks,
        TextReportRepository textReports, FeedbackRepository feedback, RateRepository rates, StoreErrors errors,
        AutoCloseable resources) implements Repositories {

    /** @param resources what is closed with them */
    static Repositories on(Database database, DeliveredMarks marks, AutoCloseable resources) {
        return new SqlRepositories(new SqlAppointments(database), new SqlJobs(database, marks),
                new SqlLedger(database), new SqlPeers(database), new SqlPast(database), new SqlOutcomes(database),
                new SqlReports(database), new SqlReviews(database), new SqlDeliveryTests(database),
                new SqlPatientLinks(database), new SqlTextReports(database), new SqlFeedback(database),
                new SqlRates(database), database.errors(), resources);
    }

    @Override
    public void close() {
        Undisturbed.call(() -> {
            resources.close();
            return true;
        }, errors::whileWorking);
    }
}
