package org.priorfetch.app.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.MediaStudyView;
import org.priorfetch.engine.api.MediaView;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.UnreadableFile;

/** Discs for import. */
public final class SampleMedia {

    public static final String PATH = "/media/cdrom";

    private static final Patient OLE = new Patient(new PatientKey("E-99", null), "Zimmermann^Ole",
            LocalDate.of(1948, 11, 30), Sex.M);

    private SampleMedia() {}

    /** An engine that finds two patients on the disc, and two files that cannot be read. */
    public static ScriptedEngine typical() {
        return answers(Archives.engine(Archives.day(), Archives.typical()));
    }

    /** The engine, which finds the same from now on. */
    public static ScriptedEngine answers(ScriptedEngine engine) {
        return engine.on(MediaCommand.OpenMedia.class, _ -> looking(40))
                .on(MediaCommand.ReadMedia.class, _ -> contents())
                .on(MediaCommand.CloseMedia.class, _ -> true);
    }

    /** A disc that is looked through, and holds no images. */
    public static MediaView empty(long id, String path) {
        return new MediaView(id, path, 3, 3, false, List.of(), List.of(), 0, 3, null);
    }

    /** A disc that is being looked through. */
    public static MediaView looking(long id, String path) {
        return new MediaView(id, path, 1, 250, true, List.of(), List.of(), 0, 0, null);
    }

    /** An engine that finds names and descriptions as long as they can be. */
    public static ScriptedEngine longNames() {
        MediaView disc = new MediaView(1, PATH, 250, 250, false,
                List.of(study("2.25.71", Archives.LONG, false,
                        "Computertomographie des Thorax und des Abdomens mit intravenösem Kontrastmittel, Verlauf",
                        "CT", 120_812), study("2.25.72", Archives.LONG, true, "", "MR", 148)),
                List.of(new UnreadableFile("DICOM/STUDIE_DES_UNIVERSITAETSKLINIKUMS_MITTELBACH/SERIE_0001/IM_000001",
                        Message.of("media.damaged"))),
                1, 17, null);
        return typical().on(MediaCommand.ReadMedia.class, _ -> disc);
    }

    /** An engine that looks through the disc and never comes to its end. */
    public static ScriptedEngine slow() {
        return typical().on(MediaCommand.ReadMedia.class, _ -> looking(120));
    }

    /** An engine that cannot read the disc. */
    public static ScriptedEngine broken() {
        return typical().on(MediaCommand.ReadMedia.class, _ -> new MediaView(1, PATH, 0, 0, false, List.of(),
                List.of(), 0, 0, Message.of("media.unreadableFolder", PATH)));
    }

    private static MediaView looking(int lookedAt) {
        return new MediaView(1, PATH, lookedAt, 250, true, List.of(), List.of(), 0, 0, null);
    }

    private static MediaView contents() {
        return new MediaView(1, PATH, 250, 250, false,
                List.of(study("2.25.71", Archives.ANNA, false, "CT Thorax mit KM", "CT", 312),
                        study("2.25.72", OLE, false, "MRT Knie links", "MR", 148),
                        study("2.25.73", OLE, true, "Röntgen Thorax p.a.", "DX", 2)),
                List.of(new UnreadableFile("DICOM/ST1/IM3", Message.of("media.damaged")),
                        new UnreadableFile("DICOM/ST1/IM9", Message.of("media.missing"))),
                2, 17, null);
    }

    private static MediaStudyView study(String uid, Patient patient, boolean mixed, String description,
            String modality, int images) {
        return new MediaStudyView(uid, patient, mixed, "ACC7", LocalDate.of(2024, 3, 15), description,
                new TreeSet<>(Set.of(modality)), images, images * 500_000L,
                images > 300 ? Presence.HERE : Presence.ABSENT);
    }
}
