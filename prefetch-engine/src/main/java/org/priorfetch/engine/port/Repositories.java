package org.priorfetch.engine.port;

/** Everything that is stored, opened and closed together. */
public interface Repositories extends AutoCloseable {

    AppointmentRepository appointments();

    JobRepository jobs();

    LedgerRepository ledger();

    PeerRepository peers();

    PastRepository past();

    OutcomeRepository outcomes();

    ReportRepository reports();

    ReviewRepository reviews();

    DeliveryTestRepository deliveryTests();

    PatientLinkRepository patientLinks();

    TextReportRepository textReports();

    FeedbackRepository feedback();

    RateRepository rates();

    /** Writes what is still in memory and closes. */
    @Override
    void close();
}
