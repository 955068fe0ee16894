package org.priorfetch.app.reports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.model.DeliveredInstance;

/** Reads the instances of studies that were put into the PACS, one study after the other. */
final class DeliveredUids {

    private static final List<String> HEADER = List.of("studyInstanceUid", "seriesInstanceUid", "sopInstanceUid",
            "sopClassUid", "source", "bytes", "test");

    private final Commands commands;
    private final AdminSession admin;
    private final Texts texts;

    DeliveredUids(Commands commands, AdminSession admin, Texts texts) {
        this.commands = commands;
        this.admin = admin;
        this.texts = texts;
    }

    /** Hands them over as a table, its header first, or says why not. */
    void read(List<DeliveryRow> chosen, Consumer<List<List<String>>> ready, Consumer<Notice> failed) {
        Set<String> studies = new LinkedHashSet<>();
        chosen.forEach(row -> studies.add(row.studyUid()));
        read(new ArrayList<>(studies), new ArrayList<>(List.of(HEADER)), ready, failed);
    }

    private void read(List<String> studies, List<List<String>> table, Consumer<List<List<String>>> ready,
            Consumer<Notice> failed) {
        if (studies.isEmpty()) {
            ready.accept(table);
            return;
        }
        String study = studies.removeFirst();
        commands.submit(new RecordCommand.ReadDeliveredUids(study, admin.key().orElse(null)), instances -> {
            instances.forEach(instance -> table.add(line(study, instance)));
            read(studies, table, ready, failed);
        }, refusal -> {
            admin.refused(refusal);
            failed.accept(new Notice(Mark.FAILED, texts.get("reports.failed"), texts.of(refusal)));
        });
    }

    private static List<String> line(String study, DeliveredInstance delivered) {
        return List.of(study, delivered.instance().seriesInstanceUid(), delivered.instance().sopInstanceUid(),
                delivered.instance().sopClassUid(), delivered.source(), String.valueOf(delivered.bytes()),
                delivered.isTest() ? "yes" : "");
    }
}
