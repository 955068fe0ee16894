package org.priorfetch.engine.runtime;

import java.util.Map;
import java.util.Random;

import org.priorfetch.engine.forecast.RateBook;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.transfer.BackOff;
import org.priorfetch.engine.transfer.HandOrder;
import org.priorfetch.engine.transfer.ImportPolicy;
import org.priorfetch.engine.transfer.StudyRelays;
import org.priorfetch.engine.transfer.TransferRunner;

/** The parts of an engine that carry transfers out, foretell them, and keep what became of them. */
final class TransferParts {

    private final RateBook rates = new RateBook();
    private final FailedTries failures = new FailedTries();
    private final EndedTransfers ended;
    private final TroubledJobs troubled;
    private final RememberedWays ways;
    private final Forecaster forecaster;
    private final RateKeeper rateKeeper;
    private final HandOrder order;
    private final TransferRunner runner;
    private final Clock clock;
    private final TransferRunner.Listener listener;

    /** @param listener hears of every change of a transfer after all that is kept here */
    TransferParts(SiteSettings site, Repositories repositories, SiteConnections connections, ImportPolicy policy,
            Clock clock, TransferRunner.Listener listener) {
        this.clock = clock;
        this.listener = listener;
        ended = new EndedTransfers(repositories.jobs());
        ended.latest().forEach(failures::note);
        troubled = new TroubledJobs(repositories.jobs());
        ways = new RememberedWays(connections.ways().chosen(), repositories.peers(), clock);
        Promises promises = new Promises();
        forecaster = new Forecaster(rates, promises, site.budgets(), clock);
        rateKeeper = new RateKeeper(repositories.rates(), rates, promises, clock, connections.sources().keySet(),
                () -> forecaster.weigh(repositories.jobs().meanImageBytes()));
        order = new HandOrder(forecaster::order);
        StudyRelays relays = new StudyRelays(connections.relays(), connections.ways().movers(), connections.spool(),
                policy, repositories.jobs(), repositories.ledger(), clock, rateKeeper);
        connections.whenCrowded(relays::makeWay);
        runner = new TransferRunner(relays, repositories.jobs(), clock, site.budgets(), order,
                new BackOff(new Random()), this::changed);
    }

    /** Asks no more of the peers than this, from now on. */
    void change(Map<String, SourceBudget> budgets) {
        runner.change(budgets);
        forecaster.change(budgets);
    }

    private void changed(TransferJob job) {
        ended.note(job);
        rates.note(job, clock.now());
        if (job.state().isUnderWay() || job.state().isTerminal()) {
            order.forget(job.id());
        }
        failures.note(job);
        troubled.note(job);
        if (!job.state().isUnderWay()) {
            ways.ended(job.ref().source());
        }
        listener.changed(job);
    }

    EndedTransfers ended() {
        return ended;
    }

    TroubledJobs troubled() {
        return troubled;
    }

    FailedTries failures() {
        return failures;
    }

    Forecaster forecaster() {
        return forecaster;
    }

    RateKeeper rateKeeper() {
        return rateKeeper;
    }

    HandOrder order() {
        return order;
    }

    TransferRunner runner() {
        return runner;
    }
}
