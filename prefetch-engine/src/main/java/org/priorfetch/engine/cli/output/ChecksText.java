package org.priorfetch.engine.cli.output;

import java.util.List;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.ProbeStep;

/** What the connectivity doctor found, for people. */
public final class ChecksText {

    private static final String INDENT = "    ";

    private final Terminal terminal;

    public ChecksText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(List<PeerCheck> checks, Measurements measured) {
        for (PeerCheck check : checks) {
            print(check);
            measured.print(check.name(), terminal);
        }
        long failed = checks.stream().filter(check -> !check.ok()).count();
        terminal.say(failed == 0 ? Message.of("cli.checksOk", checks.size())
                : Message.of("cli.checksFailed", failed, checks.size()));
    }

    private void print(PeerCheck check) {
        terminal.line(check.name() + ": " + word(check.ok()));
        int width = check.steps().stream().mapToInt(step -> step.step().length()).max().orElse(0);
        check.steps().forEach(step -> print(step, width));
    }

    private void print(ProbeStep step, int width) {
        String name = step.step() + " ".repeat(width - step.step().length());
        terminal.line(INDENT + name + "  " + word(step) + "  " + step.millis() + " ms  "
                + terminal.text(step.detail()));
        if (step.advice() != null) {
            terminal.line(INDENT + INDENT + terminal.text(step.advice()));
        }
    }

    private String word(ProbeStep step) {
        return step.skipped() ? terminal.text(Message.of("cli.skipped")) : word(step.ok());
    }

    private String word(boolean ok) {
        return terminal.text(ok ? Message.of("cli.ok") : Message.of("cli.notOk"));
    }
}
