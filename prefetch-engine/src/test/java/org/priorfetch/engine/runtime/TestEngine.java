package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.store.DatabaseStore;

/** The engine of a site, on a database and a clock of its own. */
final class TestEngine {

    private TestEngine() {}

    /** Not yet started. */
    static LocalEngine of(Path siteFile, Path home) throws IOException {
        if (!(SiteSettingsReader.read(siteFile) instanceof ReadResult.Valid(SiteSettings site))) {
            throw new AssertionError("the settings are wrong");
        }
        return new LocalEngine(EngineParts.of(site, home, DatabaseStore.open(home, Instant::now), new SystemClock(),
                true, () -> "tester"), new AtomicLong());
    }
}
