package org.priorfetch.app.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.runtime.LocalHost;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettingsReader;

/** The simulated hospital, and an engine that works in it. */
public final class HospitalDay implements AutoCloseable {

    /** How long a test may take. */
    private static final Duration AT_MOST = Duration.ofHours(1);

    private final Path home;
    private final SimulatedHospital hospital;
    private final PrefetchEngine engine;

    public HospitalDay(Path home) throws IOException, HomeUnusableException {
        this.home = home;
        hospital = SimulatedHospital.start(home, beginning(LocalDateTime.now(ZoneId.systemDefault())));
        engine = new LocalHost(Optional::empty).compose(home,
                ((ReadResult.Valid) SiteSettingsReader.read(hospital.siteFile())).settings());
    }

    /** Worklists are asked from midnight on: shortly before one, the day begins with it, or the night would take from it. */
    private static LocalDateTime beginning(LocalDateTime now) {
        LocalDate day = now.plus(AT_MOST).toLocalDate();
        return day.equals(now.toLocalDate()) ? now : day.atStartOfDay();
    }

    public SimulatedHospital hospital() {
        return hospital;
    }

    public PrefetchEngine engine() {
        return engine;
    }

    /** The studies that the near archive holds, each in a folder named like its accession number. */
    public Path discs() {
        return home.resolve("demo").resolve("regional");
    }

    /** What the engine says of each patient's appointment now. */
    public Map<String, ReadinessVerdict> verdicts() {
        return engine.snapshot()
                .appointments()
                .stream()
                .collect(Collectors.toMap(HospitalDay::familyName, AppointmentView::verdict));
    }

    private static String familyName(AppointmentView view) {
        return view.patient().patientName().split("\\^", 2)[0];
    }

    @Override
    public void close() {
        try (hospital) {
            engine.close();
        }
    }
}
