package org.priorfetch.engine.cli.output;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;

/** The headline and a bar for each running transfer, redrawn in place. */
final class LiveBars implements Progress {

    private static final int MOST_BARS = 8;
    private static final int BAR_WIDTH = 20;
    private static final int LABEL_WIDTH = 28;
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Terminal terminal;
    private final Words words;
    private final boolean headline;
    private List<String> drawn = List.of();

    LiveBars(Terminal terminal, boolean headline) {
        this.terminal = terminal;
        this.words = new Words(terminal);
        this.headline = headline;
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        List<String> lines = lines(snapshot);
        if (!lines.equals(drawn)) {
            draw(lines);
            drawn = lines;
        }
    }

    private void draw(List<String> lines) {
        StringBuilder screen = new StringBuilder();
        if (!drawn.isEmpty()) {
            screen.append("\u001b[").append(drawn.size()).append('A');
        }
        lines.forEach(line -> screen.append(CLEAR_LINE).append(line).append('\n'));
        terminal.out().print(screen.append(CLEAR_BELOW));
        terminal.out().flush();
    }

    private List<String> lines(EngineSnapshot snapshot) {
        List<String> lines = new ArrayList<>();
        if (headline) {
            lines.add(new Headline(terminal).of(snapshot, true));
        }
        List<TransferView> running = snapshot.transfers().stream().filter(one -> one.state().isUnderWay()).toList();
        running.stream().limit(MOST_BARS).map(this::bar).forEach(lines::add);
        if (running.size() > MOST_BARS) {
            lines.add(terminal.text(Message.of("cli.moreTransfers", running.size() - MOST_BARS)));
        }
        return lines.stream().map(line -> TextTable.fitted(Terminal.clean(line), terminal)).toList();
    }

    private String bar(TransferView transfer) {
        int filled = (int) Math.round(transfer.progress() * BAR_WIDTH);
        String full = terminal.unicode() ? "▓" : "#";
        String empty = terminal.unicode() ? "░" : ".";
        String label = transfer.source() + "  " + transfer.studyDescription();
        return String.format("%-" + LABEL_WIDTH + "." + LABEL_WIDTH + "s  %s%s  %3d %%  %11s  %s", label,
                full.repeat(filled), empty.repeat(BAR_WIDTH - filled), (int) (transfer.progress() * 100),
                words.rate(transfer.bytesPerSecond()), words.remaining(transfer.etaSeconds()));
    }
}
