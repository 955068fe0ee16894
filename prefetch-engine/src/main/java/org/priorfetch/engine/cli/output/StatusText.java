package org.priorfetch.engine.cli.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;

/** What is known, for people: the headline, the appointments, what is under way, and how the peers are. */
public final class StatusText {

    private final Terminal terminal;
    private final Words words;

    public StatusText(Terminal terminal) {
        this.terminal = terminal;
        this.words = new Words(terminal);
    }

    public void print(EngineSnapshot snapshot, boolean running) {
        appointments(snapshot);
        transfers(snapshot);
        peers(snapshot);
        alerts(snapshot);
        terminal.line(new Headline(terminal).of(snapshot, running));
    }

    private void appointments(EngineSnapshot snapshot) {
        TextTable table = new TextTable(titles(Message.of("cli.column.time"), Message.of("cli.column.accession"),
                Message.of("cli.column.patientId"), Message.of("cli.column.modality"),
                Message.of("cli.column.procedure"),
                Message.of("cli.column.priors"), Message.of("cli.column.state"), Message.of("cli.column.remaining"),
                Message.of("cli.column.reason")), 5);
        for (AppointmentView one : snapshot.appointments()) {
            table.row(words.time(one.scheduledStart()), one.id(), one.patient().key().patientId(),
                    words.list(one.modalities()), one.procedure(), words.share(one.here(), one.relevant()),
                    words.word(one.verdict()), words.remaining(one.etaSeconds()), why(one));
        }
        printFollowedByEmptyLine(table);
    }

    /** What is as it should be needs no reason. */
    private String why(AppointmentView appointment) {
        Optional<Reason> trouble = appointment.priors()
                .stream()
                .filter(prior -> prior.state().isTrouble())
                .map(PriorView::reason)
                .findFirst();
        if (trouble.isPresent()) {
            return said(trouble.get());
        }
        if (appointment.late()) {
            return words.word(Message.of("cli.late"));
        }
        return appointment.notes().isEmpty() ? "" : words.word(appointment.notes().getFirst());
    }

    private void transfers(EngineSnapshot snapshot) {
        TextTable table = new TextTable(titles(Message.of("cli.column.source"), Message.of("cli.column.description"),
                Message.of("cli.column.images"), Message.of("cli.column.size"), Message.of("cli.column.rate"),
                Message.of("cli.column.remaining"), Message.of("cli.column.state"), Message.of("cli.column.reason")), 2,
                3,
                4);
        for (TransferView one : snapshot.transfers()) {
            if (!one.state().isTerminal()) {
                table.row(one.source(), one.studyDescription(), words.share(one.delivered(), one.expected()),
                        words.size(one.bytes()), words.rate(one.bytesPerSecond()), words.remaining(one.etaSeconds()),
                        words.word(one.state()), why(one));
            }
        }
        printFollowedByEmptyLine(table);
    }

    private String why(TransferView transfer) {
        return said(transfer.reason() == null ? transfer.slowBecause() : transfer.reason());
    }

    private String said(@Nullable Reason reason) {
        return reason == null ? "" : terminal.text(reason);
    }

    private void peers(EngineSnapshot snapshot) {
        TextTable table = new TextTable(titles(Message.of("cli.column.name"), Message.of("cli.column.kind"),
                Message.of("cli.column.state"), Message.of("cli.column.lastAnswer"), Message.of("cli.column.reason")));
        Stream.of(snapshot.worklists(), snapshot.sources(), List.of(snapshot.pacs()))
                .flatMap(List::stream)
                .forEach(peer -> table.row(peer.name(), words.word(peer.kind()), words.word(peer.state()),
                        words.time(peer.lastAnswer()), said(peer.detail())));
        printFollowedByEmptyLine(table);
    }

    private void alerts(EngineSnapshot snapshot) {
        for (Alert one : snapshot.alerts()) {
            terminal.line(words.word(one.text()));
            terminal.line("  " + words.word(one.advice()));
        }
        if (!snapshot.alerts().isEmpty()) {
            terminal.line("");
        }
    }

    private List<String> titles(Message... titles) {
        return Stream.of(titles).map(words::word).toList();
    }

    private void printFollowedByEmptyLine(TextTable table) {
        if (!table.isEmpty()) {
            table.print(terminal);
            terminal.line("");
        }
    }
}
