package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.HistoryFilter;
import org.priorfetch.engine.api.HistoryPage;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.JobTimes;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.JobSearch;
import org.priorfetch.engine.port.RateRepository;

/**
 * Pages through the transfers that have ended.
 *
 * @param bytesTwice that a transfer carried in vain or once more, by its ID
 */
record History(JobRepository jobs, RateRepository rates, LongUnaryOperator bytesTwice) {

    HistoryPage read(RecordCommand.ReadHistory wanted) {
        HistoryFilter filter = wanted.filter();
        JobSearch search = new JobSearch(filter.state(), filter.source(), filter.text(), filter.from(), filter.to());
        List<TransferJob> page = jobs.ended(search, wanted.offset(), wanted.limit());
        Map<Long, JobTimes> times = rates.ofJobs(page.stream().map(TransferJob::id).toList());
        List<TransferView> rows = page.stream()
                .map(job -> TransferViews.view(job, 0, null, slowBecause(times.get(job.id())))
                        .carriedTwice(bytesTwice.applyAsLong(job.id())))
                .toList();
        return new HistoryPage(rows, jobs.countEnded(search));
    }

    private static @Nullable Reason slowBecause(@Nullable JobTimes times) {
        return times == null ? null : times.slowBecause();
    }
}
