package org.priorfetch.app.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Teller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a table into the file that a person chooses, and tells what was written, or why not. */
final class Export {

    private static final Logger LOG = LoggerFactory.getLogger(Export.class);
    private static final String TEXT = ".txt";

    private final FileChoice choice;
    private final Texts texts;
    private final Teller teller;

    Export(FileChoice choice, Texts texts, Teller teller) {
        this.choice = choice;
        this.texts = texts;
        this.teller = teller;
    }

    /** The first row is the header. */
    void table(String suggestedName, List<List<String>> rows) {
        choice.choose(suggestedName).ifPresent(file -> write(file, Csv.of(rows), rows.size() - 1));
    }

    /** As a table; or the cells of one column alone, one a line, where a text file is chosen. */
    void tableOrList(String suggestedName, List<List<String>> rows, int column) {
        choice.choose(suggestedName).ifPresent(file -> {
            boolean list = file.toString().toLowerCase(Locale.ROOT).endsWith(TEXT);
            write(file, list ? Csv.column(rows, column) : Csv.of(rows), rows.size() - 1);
        });
    }

    private void write(Path file, byte[] content, int lines) {
        Thread.ofVirtual().name("export").start(() -> {
            Notice outcome = written(file, content, lines);
            FxToolkit.run(() -> teller.tell(outcome));
        });
    }

    private Notice written(Path file, byte[] content, int lines) {
        try {
            Files.write(file, content);
            return new Notice(Mark.READY, texts.get("reports.export.done", lines), file.toString());
        } catch (IOException failure) {
            LOG.warn("An export could not be written: {}", failure.toString());
            return new Notice(Mark.FAILED, texts.get("reports.export.failed", file.getFileName()),
                    texts.get("reports.export.failed.hint"));
        }
    }
}
