package org.priorfetch.engine.cli.output;

import java.util.List;
import java.util.stream.Stream;

import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.PriorsReport;
import org.priorfetch.engine.model.Message;

/** What would be fetched, what not, and why, for people. */
public final class PriorsText {

    private final Terminal terminal;
    private final Words words;

    public PriorsText(Terminal terminal) {
        this.terminal = terminal;
        this.words = new Words(terminal);
    }

    public void print(PriorsReport report) {
        if (report.priors().isEmpty()) {
            terminal.say(Message.of("cli.noCandidates"));
        } else {
            table(report.priors()).print(terminal);
        }
        report.unanswered().forEach(terminal::say);
        terminal.say(Message.of("cli.priorsVerdict", words.word(report.verdict())));
    }

    private TextTable table(List<PriorView> priors) {
        TextTable table = new TextTable(
                Stream.of(Message.of("cli.column.decision"), Message.of("cli.column.score"),
                        Message.of("cli.column.date"),
                        Message.of("cli.column.modality"), Message.of("cli.column.description"),
                        Message.of("cli.column.source"), Message.of("cli.column.reason")).map(words::word).toList(),
                1);
        for (PriorView prior : priors) {
            table.row(words.word(prior.state()), String.valueOf(prior.score()), words.date(prior.studyDate()),
                    words.list(prior.modalities()), prior.studyDescription(), prior.source(),
                    terminal.text(prior.reason()));
        }
        return table;
    }
}
