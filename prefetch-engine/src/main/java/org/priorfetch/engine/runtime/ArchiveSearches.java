package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.ArchiveCommand.SearchArchive;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.FoundStudy;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.PeerException;

/** Searches archives for people: each by itself, within a time, to be stopped at any moment. */
final class ArchiveSearches {

    /** Hears how the archives behave. */
    interface Watch {

        void answered(String archive);

        void failed(String archive, Reason why);
    }

    static final int MOST = 200;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration PACS_DEADLINE = Duration.ofSeconds(10);

    private record Search(String id, String archive) {}

    private final Map<String, ArchiveSearch> archives;
    private final Watch watch;
    private final Map<Search, FutureTask<?>> underWay = new ConcurrentHashMap<>();

    /**
     * @param archives by name, the PACS among them
     */
    ArchiveSearches(Map<String, ArchiveSearch> archives, Watch watch) {
        this.archives = archives;
        this.watch = watch;
    }

    ArchiveAnswer search(SearchArchive wish) throws CommandFailedException {
        Message problem = wish.query().problem();
        if (problem != null) {
            throw new CommandFailedException(problem);
        }
        ArchiveSearch archive = archive(wish.source());
        Search search = new Search(wish.searchId(), wish.source());
        try {
            ArchiveSearch.Found found = within(DEADLINE, search, () -> archive.search(wish.query(), MOST));
            watch.answered(wish.source());
            return answer(search, found);
        } catch (CancellationException stopped) {
            return failure(wish.source(), Message.of("archive.stopped", wish.source()));
        } catch (TimeoutException late) {
            return failed(wish.source(), Reason.of("archive.tooLate", wish.source()));
        } catch (PeerException failure) {
            return failed(wish.source(), failure.reason());
        }
    }

    private ArchiveAnswer answer(Search search, ArchiveSearch.Found found) {
        Map<String, Presence> presence = presence(search, found.studies());
        List<FoundStudy> studies = found.studies()
                .stream()
                .map(study -> new FoundStudy(study, presence.getOrDefault(study.studyInstanceUid(), Presence.ABSENT)))
                .toList();
        return new ArchiveAnswer(search.archive(), studies, found.more(), null);
    }

    private Map<String, Presence> presence(Search search, List<ArchiveStudy> studies) {
        if (search.archive().equals(StudyRef.PACS)) {
            return all(studies, Presence.HERE);
        }
        Set<String> uids = studies.stream().map(ArchiveStudy::studyInstanceUid).collect(Collectors.toSet());
        try {
            ArchiveSearch pacs = archive(StudyRef.PACS);
            Map<String, Integer> held = within(PACS_DEADLINE, search, () -> pacs.held(uids));
            return studies.stream()
                    .collect(Collectors.toMap(ArchiveStudy::studyInstanceUid,
                            study -> Presence.byCount(study.instances(), held.get(study.studyInstanceUid()))));
        } catch (CommandFailedException | PeerException | TimeoutException | CancellationException notTold) {
            return all(studies, Presence.UNKNOWN);
        }
    }

    private static Map<String, Presence> all(List<ArchiveStudy> studies, Presence presence) {
        return studies.stream().collect(Collectors.toMap(ArchiveStudy::studyInstanceUid, study -> presence));
    }

    private ArchiveAnswer failed(String archive, Reason why) {
        watch.failed(archive, why);
        return failure(archive, why.phrases().getFirst());
    }

    private static ArchiveAnswer failure(String archive, Message why) {
        return new ArchiveAnswer(archive, List.of(), false, why);
    }

    List<ArchiveSeries> series(String name, String studyUid) throws CommandFailedException {
        ArchiveSearch archive = archive(name);
        try {
            return within(DEADLINE, new Search(studyUid, name), () -> archive.series(studyUid));
        } catch (PeerException failure) {
            throw new CommandFailedException(failure.reason().phrases().getFirst());
        } catch (TimeoutException | CancellationException late) {
            throw new CommandFailedException(Message.of("archive.tooLate", name));
        }
    }

    /** Answers whether there was anything to stop. */
    boolean stop(String searchId) {
        boolean any = false;
        for (Map.Entry<Search, FutureTask<?>> one : underWay.entrySet()) {
            any |= one.getKey().id().equals(searchId) && one.getValue().cancel(true);
        }
        return any;
    }

    private ArchiveSearch archive(String name) throws CommandFailedException {
        ArchiveSearch archive = archives.get(name);
        if (archive == null) {
            throw new CommandFailedException(Message.of("runtime.noSuchSource", name));
        }
        return archive;
    }

    private <T> T within(Duration time, Search search, Callable<T> question) throws PeerException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(question);
        underWay.put(search, task);
        Thread.ofVirtual().name("search-" + search.archive()).start(task);
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException failure) {
            throw asPeerFailure(failure);
        } finally {
            underWay.remove(search, task);
            task.cancel(true);
        }
    }

    private static PeerException asPeerFailure(ExecutionException failure) {
        if (failure.getCause() instanceof PeerException peerFailure) {
            return peerFailure;
        }
        throw new IllegalStateException("an archive could not be searched", failure.getCause());
    }
}
