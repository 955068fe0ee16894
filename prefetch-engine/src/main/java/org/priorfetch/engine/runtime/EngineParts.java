package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.OrderFeed;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.transfer.BackOff;
import org.priorfetch.engine.transfer.TransferRunner;

/** The parts of an engine, made and joined from top to bottom. */
final class EngineParts {

    private static final Duration INQUIRY_DEADLINE = Duration.ofMinutes(2);

    private final SiteSettings site;
    private final Repositories repositories;
    private final Clock clock;
    private final Supplier<String> person;
    private final AtomicReference<Runnable> onChange = new AtomicReference<>(() -> {});
    private final SiteConnections connections;
    private final PeerBoard board;
    private final AppointmentBook book;
    private final PastDays pastDays;
    private final PatientParts patients;
    private final TransferParts transfers;
    private final ReviewList reviews;
    private final Horizon horizon;
    private final OrderFeeds orderFeeds;
    private final AlertWatch alerts;
    private final PeerRests rests;
    private final PriorSearch search;
    private final PlanExecution execution;
    private final Pauses pauses;
    private final DeliveryTests deliveryTests;
    private final Searches searches;
    private final Worklists worklists;
    private final Lateness lateness = new Lateness();

    /**
     * @param listen whether our storage SCP is to be opened
     * @throws IOException when the storage port is taken, or the spool cannot be written
     */
    static EngineParts of(SiteSettings site, Path home, Repositories repositories, Clock clock, boolean listen,
            Supplier<String> person) throws IOException {
        SiteConnections connections = new SiteConnections(site, home.resolve("spool"), listen, clock,
                Deadlines.DEFAULT);
        try {
            return new EngineParts(site, home, repositories, clock, connections, person);
        } catch (RuntimeException failure) {
            connections.close(); // or the storage port would stay taken
            throw failure;
        }
    }

    private EngineParts(SiteSettings site, Path home, Repositories repositories, Clock clock,
            SiteConnections connections, Supplier<String> person) {
        this.site = site;
        this.repositories = repositories;
        this.clock = clock;
        this.connections = connections;
        this.person = person;
        connections.rememberWindowsIn(new RememberedWindows(repositories.peers(), clock));
        board = new PeerBoard(site, repositories.peers(), clock, this::changed);
        connections.whenHeard(board::heard);
        book = new AppointmentBook(repositories.appointments());
        pastDays = new PastDays(book, repositories.past(), clock);
        patients = PatientParts.of(site, repositories, connections, book, clock, person);
        transfers = new TransferParts(site, repositories, connections, patients.imports(), clock, this::jobChanged);
        orderFeeds = new OrderFeeds(site, home, clock);
        alerts = new AlertWatch(board::all, transfers.failures(), new HomeDisk(home)::space,
                connections.certificates()::ends, orderFeeds::refused, lateness::latest);
        horizon = new Horizon(site, clock);
        reviews = new ReviewList(book::entries, transfers.troubled()::all, patients.decisions(), clock,
                site.sources().size() > 1);
        rests = new PeerRests(new BackOff(new Random()), clock);
        PatientStudies studies = new PatientStudies(patients.references(), connections.patients().directories());
        search = new PriorSearch(new Inquiry(finders(), studies, board, rests, INQUIRY_DEADLINE), patients.policy(),
                patients.ranker(), site.relevance(), List.copyOf(connections.sources().keySet()), clock);
        deliveryTests = new DeliveryTests(connections, repositories, patients.imports()::labelled, clock, person);
        pauses = new Pauses(runner()::pause, home);
        execution = new PlanExecution(book, repositories.jobs(), runner(),
                new LateImages(connections.sources()::get, patients.imports()::chosen, connections.pacs(),
                        repositories.jobs(), rests, clock),
                clock);
        searches = new Searches(book, search, execution, rests, clock, horizon::reaches, this::changed);
        worklists = new Worklists(connections.worklists(), site.worklists(), book, pastDays, board,
                this::isBroughtByUs, clock, () -> {
                    searches().wake();
                    changed();
                });
    }

    private List<StudyFinder> finders() {
        List<StudyFinder> finders = new ArrayList<>(connections.sources().values());
        finders.add(connections.pacs());
        return finders;
    }

    /** Asks no more of the peers than these settings allow, from now on. */
    void change(SiteSettings limited) {
        connections.change(limited.budgets());
        transfers.change(limited.budgets());
    }

    private void jobChanged(TransferJob job) {
        connections.media().follow(job);
        if (!job.state().isUnderWay()) {
            book.follow(job);
        }
        if (job.state().isTerminal()) {
            book.waitingOtherwise(job).forEach(searches()::again);
        }
        changed();
    }

    private boolean isBroughtByUs(String studyUid) {
        return runner().open().stream().anyMatch(job -> job.ref().studyInstanceUid().equals(studyUid))
                || !repositories.jobs().deliveredOf(studyUid).isEmpty();
    }

    private void changed() {
        onChange.get().run();
    }

    void onChange(Runnable listener) {
        onChange.set(listener);
    }

    SiteSettings site() {
        return site;
    }

    Repositories repositories() {
        return repositories;
    }

    Clock clock() {
        return clock;
    }

    SiteConnections connections() {
        return connections;
    }

    PeerBoard board() {
        return board;
    }

    AppointmentBook book() {
        return book;
    }

    PastDays pastDays() {
        return pastDays;
    }

    /** The account of the person who uses the program. */
    Supplier<String> person() {
        return person;
    }

    AlertWatch alerts() {
        return alerts;
    }

    Lateness lateness() {
        return lateness;
    }

    PatientParts patients() {
        return patients;
    }

    TransferParts transfers() {
        return transfers;
    }

    DecisionBook decisions() {
        return patients.decisions();
    }

    Horizon horizon() {
        return horizon;
    }

    List<OrderFeed> orderFeeds() {
        return orderFeeds.all();
    }

    ReviewList reviews() {
        return reviews;
    }

    SitePolicy policy() {
        return patients.policy();
    }

    SiteImports imports() {
        return patients.imports();
    }

    PeerRests rests() {
        return rests;
    }

    PriorSearch search() {
        return search;
    }

    PlanExecution execution() {
        return execution;
    }

    TransferRunner runner() {
        return transfers.runner();
    }

    DeliveryTests deliveryTests() {
        return deliveryTests;
    }

    Pauses pauses() {
        return pauses;
    }

    Searches searches() {
        return searches;
    }

    Worklists worklists() {
        return worklists;
    }
}
