package org.priorfetch.engine.cli.output;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.ImportPreview;
import org.priorfetch.engine.model.AttributeDifference;
import org.priorfetch.engine.model.Message;

/** What an import would change, for people. Names stand in it: who asks wants to see them. */
public final class PreviewText {

    private final Terminal terminal;

    public PreviewText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(ImportPreview preview) {
        for (ImportPreview.Sample sample : preview.samples()) {
            terminal.say(Message.of("cli.preview.series", sample.seriesUid(), sample.sopInstanceUid()));
            if (sample.differences().isEmpty()) {
                terminal.say(Message.of("cli.preview.asItIs"));
            } else {
                print(sample.differences());
            }
            terminal.line("");
        }
        if (preview.more() && !preview.samples().isEmpty()) {
            terminal.say(Message.of("cli.preview.more"));
        }
        terminal.say(Message.of("cli.preview." + preview.judgement().outcome(),
                terminal.text(preview.judgement().reason())));
    }

    private void print(List<AttributeDifference> differences) {
        for (AttributeDifference one : differences) {
            terminal.line("  " + one.tag() + " " + one.keyword());
            terminal.line("    - " + shown(one.before()));
            terminal.line("    + " + shown(one.after()));
        }
    }

    private String shown(@Nullable String value) {
        return value == null ? terminal.text(Message.of("cli.preview.absent"))
                : value.isEmpty() ? terminal.text(Message.of("cli.preview.empty")) : value;
    }
}
