package org.priorfetch.engine.runtime;

import java.util.List;

import org.priorfetch.engine.api.HistoryFilter;
import org.priorfetch.engine.api.HistoryPage;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.JobSearch;

/** Pages through the transfers that have ended. */
record History(JobRepository jobs) {

    HistoryPage read(RecordCommand.ReadHistory wanted) {
        HistoryFilter filter = wanted.filter();
        JobSearch search = new JobSearch(filter.state(), filter.source(), filter.text(), filter.from(), filter.to());
        List<TransferView> rows = jobs.ended(search, wanted.offset(), wanted.limit())
                .stream()
                .map(job -> SnapshotAssembler.transfer(job, 0, null, null))
                .toList();
        return new HistoryPage(rows, jobs.countEnded(search));
    }
}
