package org.priorfetch.app.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.AdminKey;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.LockState;
import org.priorfetch.engine.api.Passphrase;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteProblem;
import org.priorfetch.engine.model.SiteSection;
import org.priorfetch.engine.model.StudyRef;

/** Engines with settings, and without. */
public final class SampleSites {

    public static final String PASSPHRASE = "seven grey geese";
    private static final String FILE = "/home/reading/site.yaml";

    private SampleSites() {}

    /** A site with a PACS, a worklist and three archives, kept for the admin. */
    public static ScriptedEngine configured() {
        return engine(SampleDays.typical(), typical(), true);
    }

    /** Names and values as long as they can be. */
    public static ScriptedEngine longNames() {
        String name = "Universitätsklinikum Mittelbach-Oberhausen Radiologie Standort N";
        SiteSection source = section(0, Map.of("name", name, "type", "dimse", "aeTitle", "ABCDEFGHIJKLMNOP", "host",
                "archive-with-a-long-name.radiology.mittelbach-oberhausen.example", "port", "11112", "limit",
                "100 Mbit/s", "hours", "18:00-07:00"));
        return engine(SampleDays.longNames(), typical().withSources(List.of(source)), true);
    }

    /** Settings that this user may read and not write. */
    public static ScriptedEngine readOnly() {
        return configured().on(SiteCommand.ReadSite.class,
                _ -> new SiteReport(typical(), List.of(), "v1", FILE, true, false));
    }

    /** What is read of a typical site. */
    public static SiteReport report() {
        return new SiteReport(typical(), List.of(), "v1", FILE, true, true);
    }

    /** Settings that cannot be read at all. */
    public static ScriptedEngine unreadable() {
        return configured().on(SiteCommand.ReadSite.class, _ -> {
            throw new CommandFailedException(Message.of("settings.unreadable", FILE));
        });
    }

    /** Anybody may change the settings, and the engine does not take them. */
    public static ScriptedEngine refusing() {
        return configured().on(SiteCommand.ReadLock.class, _ -> new LockState(true, Set.of(), null))
                .on(SiteCommand.SaveSite.class,
                        _ -> SaveAnswer.refused(Message.of("site.changedMeanwhile", FILE)));
    }

    /** Settings with mistakes, so that there is nothing to work with. */
    public static ScriptedEngine mistaken() {
        SiteProblem port = new SiteProblem("pacs.port", 12, 9, Message.of("settings.missingKey", "pacs.port"));
        SiteProblem name = new SiteProblem("sources.1.name", 31, 5, Message.of("settings.duplicateName", "regional"));
        return empty().on(SiteCommand.ReadSite.class,
                _ -> new SiteReport(SiteForm.EMPTY, List.of(port, name), "v1", FILE, true, true));
    }

    /** A home folder with nothing in it. */
    public static ScriptedEngine empty() {
        return engine(new EngineSnapshot(1, TestClock.START, false, false, List.of(), List.of(), List.of(), List.of(),
                PeerStatus.unknown(PeerKind.PACS, StudyRef.PACS), null, List.of(), 0, false), SiteForm.EMPTY, false);
    }

    /** One that was sent just now. */
    public static DeliveryTest testStudy() {
        return DeliveryTest.sent("2.25.77", TestClock.START, "mk", true);
    }

    public static SiteForm typical() {
        return new SiteForm(section(0, Map.of("aeTitle", "PRIORFETCH", "host", "10.1.2.3", "port", "11112")),
                section(0, Map.of("aeTitle", "LOCALPACS", "host", "pacs.example", "port", "4242")),
                List.of(section(0, Map.of("name", "ris", "type", "mwl", "aeTitle", "RIS", "host", "ris.example", "port",
                        "1070"))),
                List.of(source(0, "regional", "REGIONAL"), source(1, "university", "UNIVERSITY")),
                section(0, Map.of("maxPriors", "5")));
    }

    public static SiteSection source(int place, String name, String aeTitle) {
        return section(place, Map.of("name", name, "type", "dimse", "aeTitle", aeTitle, "host", name + ".example",
                "port", "104", "limit", "100 Mbit/s"));
    }

    private static SiteSection section(int place, Map<String, String> values) {
        return new SiteSection(place, new TreeMap<>(values));
    }

    private static ScriptedEngine engine(EngineSnapshot snapshot, SiteForm form, boolean exists) {
        return new ScriptedEngine(snapshot)
                .on(SiteCommand.ReadSite.class,
                        _ -> new SiteReport(form, List.of(), "v1", FILE, exists, true))
                .on(SiteCommand.ReadLock.class, _ -> new LockState(exists, areas(), null))
                .on(SiteCommand.Unlock.class, SampleSites::unlock)
                .on(SiteCommand.SetPassphrase.class, _ -> key())
                .on(SiteCommand.Lock.class, _ -> true)
                .on(SiteCommand.SaveSite.class, _ -> SaveAnswer.SAVED)
                .on(SiteCommand.TestDelivery.class, _ -> testStudy())
                .on(SiteCommand.AnswerDeliveryTest.class,
                        answer -> testStudy().answered(answer.landed(), "bs", TestClock.START))
                .on(SiteCommand.CheckPeer.class, SampleSites::check);
    }

    /** The engine, with these areas kept for the admin and the passphrase set. */
    public static ScriptedEngine keeping(ScriptedEngine engine, AdminArea... areas) {
        AtomicReference<LockState> lock = new AtomicReference<>(new LockState(true, Set.of(areas), null));
        return engine.on(SiteCommand.ReadLock.class, _ -> lock.get())
                .on(SiteCommand.Unlock.class, SampleSites::unlock)
                .on(SiteCommand.SetPassphrase.class, SampleSites::change)
                .on(SiteCommand.Lock.class, _ -> true)
                .on(SiteCommand.ProtectAreas.class,
                        wanted -> lock.updateAndGet(_ -> new LockState(true, wanted.areas(), null)));
    }

    private static AdminKey change(SiteCommand.SetPassphrase wanted) throws CommandFailedException {
        Passphrase old = wanted.old();
        if (old == null || !old.text().equals(PASSPHRASE)) {
            throw new CommandFailedException(Message.of("admin.wrong"));
        }
        return key();
    }

    private static Set<AdminArea> areas() {
        return EnumSet.of(AdminArea.SITE, AdminArea.RULES);
    }

    public static AdminKey key() {
        return new AdminKey("token", TestClock.START.plusSeconds(600));
    }

    private static AdminKey unlock(SiteCommand.Unlock unlock) throws CommandFailedException {
        if (!unlock.passphrase().text().equals(PASSPHRASE)) {
            throw new CommandFailedException(Message.of("admin.wrong"));
        }
        return key();
    }

    /** Everything works at port 104 and the other usual ones; nobody listens at port 9. */
    private static ProbeStep check(SiteCommand.CheckPeer check) {
        CheckStep step = check.step();
        if (step == CheckStep.TLS) {
            return ProbeStep.skipped(step, Message.of("dicom.noTls"));
        }
        if (step == CheckStep.TCP && check.peer().get("port").equals("9")) {
            String name = check.peer().get("name");
            return new ProbeStep(step.word(), false, 2_003,
                    Message.of("dicom.noConnection", name, check.peer().get("host"), "9"),
                    Message.of("dicom.adviseTcp", name, check.peer().get("host"), "9"), false);
        }
        return new ProbeStep(step.word(), true, 12, Message.of("dicom.sawEcho"), null, false);
    }
}
