package org.priorfetch.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ImportAnswer;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.MediaStudyView;
import org.priorfetch.engine.api.MediaView;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.cli.output.Progress;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a disc or folder and follows its studies to their end. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int MOST_UNREADABLE_TOLD = 20;

    private final Engines engines;
    private final Terminal terminal;

    @Parameters(paramLabel = "PATH")
    private Path path = Path.of("");

    @Option(names = "--for", paramLabel = "ACCESSION")
    private @Nullable String forAccession;

    ImportCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        if (!Files.isDirectory(path)) {
            throw CommandException.misuse(Message.of("cli.import.noFolder", path));
        }
        return engines.use(this::bringIn);
    }

    private int bringIn(PrefetchEngine engine) throws CommandException, CommandFailedException {
        try (Shutdown shutdown = Shutdown.closing(engine)) {
            MediaView media = lookThrough(engine, shutdown);
            try {
                tellContents(media);
                return bringIn(engine, media, shutdown);
            } finally {
                engine.submit(new MediaCommand.CloseMedia(media.id()));
            }
        }
    }

    private MediaView lookThrough(PrefetchEngine engine, Shutdown shutdown)
            throws CommandException, CommandFailedException {
        MediaView media = engine.submit(new MediaCommand.OpenMedia(path.toAbsolutePath().toString()));
        terminal.say(Message.of("cli.import.looking", path));
        while (media.looking() && !shutdown.await(BETWEEN_LOOKS)) {
            media = engine.submit(new MediaCommand.ReadMedia(media.id()));
            terminal.inPlace(terminal.text(Message.of("cli.import.lookedAt", media.lookedAt(), media.ofAll())));
        }
        terminal.inPlace("");
        if (media.failure() != null) {
            throw CommandException.unfulfilled(media.failure());
        }
        return media;
    }

    private void tellContents(MediaView media) throws CommandException {
        media.unreadable()
                .stream()
                .limit(MOST_UNREADABLE_TOLD)
                .forEach(file -> terminal.complain(Message.of("cli.import.unreadable", file.path(),
                        terminal.text(file.why()))));
        if (media.unreadableFiles() > MOST_UNREADABLE_TOLD) {
            terminal.complain(
                    Message.of("cli.import.moreUnreadable", media.unreadableFiles() - MOST_UNREADABLE_TOLD));
        }
        if (media.studies().isEmpty()) {
            throw CommandException.unfulfilled(Message.of("cli.import.none", path));
        }
        long patients = media.studies().stream().map(MediaStudyView::patient).distinct().count();
        terminal.say(Message.of("cli.import.found", media.studies().size(), patients));
    }

    private int bringIn(PrefetchEngine engine, MediaView media, Shutdown shutdown) throws CommandFailedException {
        List<String> studies = media.studies().stream().map(MediaStudyView::studyUid).toList();
        Map<String, Long> transfers = new LinkedHashMap<>();
        for (ImportAnswer one : engine.submit(
                new MediaCommand.ImportStudies(media.id(), studies, forAccession))) {
            Long transfer = one.answer().transferId();
            if (transfer == null) {
                tellRefusal(one);
            } else {
                transfers.put(one.studyUid(), transfer);
            }
        }
        TransferWatch watch = new TransferWatch(transfers.values(), terminal);
        var _ = new Follower(engine, shutdown).until(watch::isOver, Progress.ofTransfers(watch.ids(), terminal));
        return conclude(transfers, watch, media);
    }

    private void tellRefusal(ImportAnswer one) {
        Message why = one.answer().refusal() == null ? Message.of("cli.notFetched") : one.answer().refusal();
        terminal.complain(Message.of("cli.import.refused", one.studyUid(), terminal.text(why)));
    }

    private int conclude(Map<String, Long> transfers, TransferWatch watch, MediaView media) {
        transfers.forEach((study, id) -> tellIfNotComplete(study, watch.last(id)));
        List<TransferView> complete = transfers.values()
                .stream()
                .map(watch::last)
                .filter(Objects::nonNull)
                .filter(one -> one.state() == TransferState.COMPLETE)
                .toList();
        int images = complete.stream().mapToInt(TransferView::delivered).sum();
        long bytes = complete.stream().mapToLong(TransferView::bytes).sum();
        int studies = media.studies().size();
        terminal.say(Message.of("cli.import.complete", complete.size(), studies, images, terminal.size(bytes)));
        return complete.size() == studies && media.unreadableFiles() == 0 ? ExitCode.OK : ExitCode.UNFULFILLED;
    }

    private void tellIfNotComplete(String study, @Nullable TransferView ended) {
        if (ended == null) {
            terminal.complain(Message.of("cli.import.refused", study, terminal.text(Message.of("cli.notFetched"))));
        } else if (ended.state() != TransferState.COMPLETE) {
            String why = ended.reason() == null ? "" : ": " + terminal.text(ended.reason());
            terminal.complain(Message.of("cli.import.ended", study, terminal.word(ended.state()) + why,
                    ended.delivered(), ended.expected() < 0 ? "?" : ended.expected()));
        }
    }
}
