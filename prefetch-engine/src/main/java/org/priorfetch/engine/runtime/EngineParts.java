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
import org.priorfetch.engine.forecast.RateBook;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.OrderFeed;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.prior.RelevanceRanker;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.transfer.BackOff;
import org.priorfetch.engine.transfer.HandOrder;
import org.priorfetch.engine.transfer.StudyRelays;
import org.priorfetch.engine.transfer.TransferRunner;

/** The parts of an engine, made and joined from top to bottom. */
final class EngineParts {

    private static final Duration INQUIRY_DEADLINE = Duration.ofMinutes(2);

    private final SiteSettings site;
    private final Repositories repositories;
    private final Clock clock;
    private final AtomicReference<Runnable> onChange = new AtomicReference<>(() -> {});
    private final SiteConnections connections;
    private final PeerBoard board;
    private final AppointmentBook book;
    private final PastDays pastDays;
    private final FeedbackBook feedback;
    private final Supplier<String> person;
    private final EndedTransfers ended;
    private final TroubledJobs troubled;
    private final DecisionBook decisions;
    private final LinkBook patientLinks;
    private final ReviewList reviews;
    private final Horizon horizon;
    private final OrderFeeds orderFeeds;
    private final SitePolicy policy;
    private final ReportShelf textReports;
    private final PeerRests rests;
    private final PriorSearch search;
    private final PlanExecution execution;
    private final RateBook rates = new RateBook();
    private final Forecaster forecaster;
    private final RateKeeper rateKeeper;
    private final HandOrder order;
    private final TransferRunner runner;
    private final Pauses pauses;
    private final DeliveryTests deliveryTests;
    private final Searches searches;
    private final Worklists worklists;
    private final FailedTries failures = new FailedTries();
    private final Lateness lateness = new Lateness();
    private final AlertWatch alerts;

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
        book = new AppointmentBook(repositories.appointments());
        pastDays = new PastDays(book, repositories.past(), clock);
        ended = new EndedTransfers(repositories.jobs());
        ended.latest().forEach(failures::note);
        orderFeeds = new OrderFeeds(site, home, clock);
        alerts = new AlertWatch(board::all, failures, new HomeDisk(home)::space,
                connections.certificates()::ends,
                orderFeeds::refused, lateness::latest);
        troubled = new TroubledJobs(repositories.jobs());
        decisions = new DecisionBook(repositories.reviews(), clock, person);
        patientLinks = new LinkBook(repositories.patientLinks(), site.pacs().issuer(), clock);
        horizon = new Horizon(site, clock);
        CrossReferences references = new CrossReferences(connections.patients().indexes(), clock);
        RelevanceRanker ranker = new RelevanceRanker(site.procedures());
        feedback = new FeedbackBook(repositories.feedback(), book, ranker, site.relevance(), clock, person);
        policy = new SitePolicy(site, clock,
                new SitePolicy.Knowledge(decisions::remembered, patientLinks::links, book::traits,
                        new ChosenInstances(appointment -> book.find(appointment)
                                .map(entry -> ranker.limits(entry.appointment().item(), site.relevance())
                                        .selection())),
                        references));
        textReports = new ReportShelf(repositories.textReports(), policy, patientLinks, site.pacs().issuer());
        reviews = new ReviewList(book::entries, troubled::all, decisions, clock, site.sources().size() > 1);
        rests = new PeerRests(new BackOff(new Random()), clock);
        PatientStudies studies = new PatientStudies(references, connections.patients().directories());
        search = new PriorSearch(new Inquiry(finders(), studies, board, rests, INQUIRY_DEADLINE), policy,
                ranker, site.relevance(),
                List.copyOf(connections.sources().keySet()), clock);
        Promises promises = new Promises();
        forecaster = new Forecaster(rates, promises, site.budgets(), clock);
        rateKeeper = new RateKeeper(repositories.rates(), rates, promises, clock, connections.sources().keySet(),
                () -> forecaster.weigh(repositories.jobs().meanImageBytes()));
        order = new HandOrder(forecaster::order);
        runner = new TransferRunner(relays(), repositories.jobs(), clock, site.budgets(), order,
                new BackOff(new Random()), this::jobChanged);
        deliveryTests = new DeliveryTests(connections, repositories, policy::labelled, clock, person);
        pauses = new Pauses(runner::pause, home);
        execution = new PlanExecution(book, repositories.jobs(), runner,
                new LateImages(connections.sources()::get, policy::chosen, connections.pacs(), repositories.jobs(),
                        rests,
                        clock),
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

    private StudyRelays relays() {
        return new StudyRelays(connections.relays(), connections.movers(), connections.spool(), policy,
                repositories.jobs(), repositories.ledger(), clock, rateKeeper);
    }

    /** Asks no more of the peers than these settings allow, from now on. */
    void change(SiteSettings limited) {
        connections.change(limited.budgets());
        runner.change(limited.budgets());
        forecaster.change(limited.budgets());
    }

    private void jobChanged(TransferJob job) {
        ended.note(job);
        rates.note(job, clock.now());
        if (job.state().isUnderWay() || job.state().isTerminal()) {
            order.forget(job.id());
        }
        failures.note(job);
        troubled.note(job);
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
        return runner.open().stream().anyMatch(job -> job.ref().studyInstanceUid().equals(studyUid))
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

    FeedbackBook feedback() {
        return feedback;
    }

    /** The account of the person who uses the program. */
    Supplier<String> person() {
        return person;
    }

    EndedTransfers ended() {
        return ended;
    }

    AlertWatch alerts() {
        return alerts;
    }

    Lateness lateness() {
        return lateness;
    }

    TroubledJobs troubled() {
        return troubled;
    }

    DecisionBook decisions() {
        return decisions;
    }

    LinkBook patientLinks() {
        return patientLinks;
    }

    ReportShelf textReports() {
        return textReports;
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
        return policy;
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

    HandOrder order() {
        return order;
    }

    Forecaster forecaster() {
        return forecaster;
    }

    RateKeeper rateKeeper() {
        return rateKeeper;
    }

    TransferRunner runner() {
        return runner;
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
