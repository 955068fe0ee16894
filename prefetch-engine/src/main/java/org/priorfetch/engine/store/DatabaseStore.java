package org.priorfetch.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.priorfetch.engine.model.Message;
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
public final class DatabaseStore implements Repositories {

    private final SqlAppointments appointments;
    private final SqlJobs jobs;
    private final SqlLedger ledger;
    private final SqlPeers peers;
    private final SqlPast past;
    private final SqlOutcomes outcomes;
    private final SqlReports reports;
    private final SqlReviews reviews;
    private final SqlDeliveryTests deliveryTests;
    private final SqlPatientLinks patientLinks;
    private final SqlTextReports textReports;
    private final SqlFeedback feedback;
    private final SqlRates rates;
    private final AutoCloseable resources;

    private DatabaseStore(Database database, DeliveredMarks marks, AutoCloseable resources) {
        this.appointments = new SqlAppointments(database);
        this.jobs = new SqlJobs(database, marks);
        this.ledger = new SqlLedger(database);
        this.peers = new SqlPeers(database);
        this.past = new SqlPast(database);
        this.outcomes = new SqlOutcomes(database);
        this.reports = new SqlReports(database);
        this.reviews = new SqlReviews(database);
        this.deliveryTests = new SqlDeliveryTests(database);
        this.patientLinks = new SqlPatientLinks(database);
        this.textReports = new SqlTextReports(database);
        this.feedback = new SqlFeedback(database);
        this.rates = new SqlRates(database);
        this.resources = resources;
    }

    /**
     * Opens the database in the home folder, which the caller owns (see {@link HomeLock}); creates what is absent.
     *
     * @throws StoreException when it cannot be opened, is damaged, or comes from a newer program
     */
    public static Repositories open(Path home, InstantSource clock) {
        HomeDatabase database = HomeDatabase.in(HomeFolder.create(home));
        guarded(database.errors()::whileOpening, () -> {
            database.makeOrInspect();
            return true;
        });
        return open(database.forWriting(), database.errors(), clock);
    }

    /**
     * Opens the database at a JDBC address, and creates its tables where they are absent.
     *
     * @throws StoreException when it cannot be opened, is damaged, or comes from a newer program
     */
    public static Repositories open(String jdbcUrl, InstantSource clock) {
        return open(Connections.toUrl(jdbcUrl), StoreErrors.of(jdbcUrl), clock);
    }

    /**
     * The database in the home folder for reading, without any thread of its own, as long as no program has it open; empty when
     * there is none yet.
     *
     * @throws StoreException when it cannot be opened, is in use, is damaged, or comes from another version of the program
     */
    public static Optional<Repositories> readOnly(Path home) {
        HomeDatabase database = HomeDatabase.in(HomeFolder.of(home));
        return database.folder().hasDatabase()
                ? Optional.of(guarded(database.errors()::whileOpening, () -> read(database)))
                : Optional.empty();
    }

    /** Removes the database in the home folder, which the caller owns, with everything in it. */
    public static void erase(Path home) {
        HomeFolder.of(home).eraseDatabase();
    }

    @Override
    public AppointmentRepository appointments() {
        return appointments;
    }

    @Override
    public JobRepository jobs() {
        return jobs;
    }

    @Override
    public LedgerRepository ledger() {
        return ledger;
    }

    @Override
    public PeerRepository peers() {
        return peers;
    }

    @Override
    public PastRepository past() {
        return past;
    }

    @Override
    public OutcomeRepository outcomes() {
        return outcomes;
    }

    @Override
    public ReportRepository reports() {
        return reports;
    }

    @Override
    public ReviewRepository reviews() {
        return reviews;
    }

    @Override
    public DeliveryTestRepository deliveryTests() {
        return deliveryTests;
    }

    @Override
    public PatientLinkRepository patientLinks() {
        return patientLinks;
    }

    @Override
    public TextReportRepository textReports() {
        return textReports;
    }

    @Override
    public FeedbackRepository feedback() {
        return feedback;
    }

    @Override
    public RateRepository rates() {
        return rates;
    }

    @Override
    public void close() {
        guarded(appointments.database().errors()::whileWorking, () -> {
            resources.close();
            return true;
        });
    }

    private static Repositories open(Connections connections, StoreErrors errors, InstantSource clock) {
        HikariDataSource pool = guarded(errors::whileOpening, connections::pool);
        try {
            Jdbi jdbi = Jdbi.create(pool);
            if (guarded(errors::whileOpening,
                    () -> jdbi.withHandle(handle -> Schema.requireKnown(handle, errors)) < Schema.CURRENT)) {
                guarded(errors::whileMigrating, () -> Schema.migrate(pool));
            }
            Database database = new Database(jdbi, errors, () -> renew(pool),
                    connections.isH2() ? Database.H2_CHECKPOINT : "");
            DeliveredMarks marks = new DeliveredMarks(database);
            StoreKeeper keeper = StoreKeeper.start(marks, new Retention(database, clock));
            return new DatabaseStore(database, marks, () -> closeBoth(keeper, pool));
        } catch (StoreException failure) {
            pool.close();
            throw failure;
        }
    }

    /** H2 keeps the database open for as long as one connection is. */
    private static Repositories read(HomeDatabase home) throws SQLException {
        Connection anchor = home.openForReading();
        boolean readable = false;
        try {
            Jdbi jdbi = Jdbi.create(home.forReading().url());
            if (home.requireWhole(jdbi) < Schema.CURRENT) {
                throw new StoreException(Message.of("store.older", home.errors().where()), null);
            }
            readable = true;
            Database database = new Database(jdbi, home.errors(), () -> {}, "");
            return new DatabaseStore(database, new DeliveredMarks(database), anchor);
        } finally {
            if (!readable) {
                anchor.close();
            }
        }
    }

    private static void renew(HikariDataSource pool) {
        if (!pool.isClosed()) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private static void closeBoth(StoreKeeper keeper, HikariDataSource pool) {
        try (pool) {
            keeper.close();
        }
    }

    private static <T> T guarded(Function<Exception, StoreException> explain, Callable<T> work) {
        try {
            return Undisturbed.call(work);
        } catch (Exception failure) {
            throw explain.apply(failure);
        }
    }
}
