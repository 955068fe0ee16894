package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SlowStore;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.PeerMeter;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.port.StudyStore;
import org.priorfetch.engine.port.WindowMemory;
import org.priorfetch.engine.port.WorklistFeed;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.transfer.RelayPeers;

/** All peers of a site, ready to be talked to. Nothing is said to anybody before it is needed. */
final class SiteConnections implements AutoCloseable {

    /** A disc is no faster when it is read in many places at once. */
    private static final int MEDIA_LANES = 2;

    private final DimseLines lines;
    private final PacsAccess pacs;
    private final Path spoolFolder;
    private final InstanceSpool spool;
    private final WebSources webSources;
    private final SourceWays ways;
    private final Map<String, Hearing> heard = new LinkedHashMap<>();
    private final MediaShelf media;
    private final PatientServices patients;
    private final Certificates certificates;
    private final Map<String, StudyFinder> sources = new LinkedHashMap<>();
    private final Map<String, ArchiveSearch> archives = new LinkedHashMap<>();
    private final Map<String, RelayPeers> relays = new ConcurrentHashMap<>();
    private final Map<String, WorklistFeed> worklists = new LinkedHashMap<>();
    private final List<PeerProbe> probes = new ArrayList<>();
    private final Map<String, PeerMeter> meters = new LinkedHashMap<>();

    /**
     * @param listen whether our storage SCP is to be opened where the site has one
     * @throws IOException when the storage port is taken, or the spool cannot be written
     */
    SiteConnections(SiteSettings site, Path spoolFolder, boolean listen, Clock clock, Deadlines deadlines)
            throws IOException {
        this.spoolFolder = spoolFolder;
        this.spool = new FileSpool(spoolFolder);
        this.webSources = new WebSources(spoolFolder, clock);
        this.lines = new DimseLines(site.self(), spoolFolder, listen, deadlines);
        this.pacs = PacsAccess.open(site.pacs(), lines, webSources, clock);
        this.ways = new SourceWays(lines, webSources, site.pacs().aeTitle(), spool, clock, site.budgets());
        this.media = new MediaShelf(spoolFolder, pacs.search());
        this.patients = new PatientServices(site.self().aeTitle(), clock);
        archives.put(StudyRef.PACS, pacs.search());
        boolean byDemographics = site.sources()
                .stream()
                .anyMatch(source -> source.patients() instanceof PatientScheme.Demographics);
        site.worklists()
                .forEach(worklist -> add(WorklistAccess.open(worklist, lines, pacs.pool(), byDemographics, clock)));
        probes.add(pacs.probe());
        meters.put(StudyRef.PACS, pacs.meter());
        boolean confidential = !site.exclude().confidentiality().isEmpty();
        site.sources()
                .forEach(source -> add(source, SourceAccess.open(source, lines, webSources, ways, confidential),
                        site.budgets()));
        certificates = new Certificates(site, lines.all());
        relays.put(StudyRef.MEDIA, relay(media, media, lanes(MEDIA_LANES, site.budgets()),
                SlowStore.DEFAULT.patience()));
    }

    private void add(WorklistAccess worklist) {
        if (worklist.feed() != null) {
            worklists.put(worklist.name(), worklist.feed());
        }
        if (worklist.meter() != null) {
            meters.put(worklist.name(), worklist.meter());
        }
        probes.add(worklist.probe());
    }

    private void add(SourceSettings source, SourceAccess access, Map<String, SourceBudget> budgets) {
        sources.put(source.name(), access.finder());
        archives.put(source.name(), access.search());
        relays.put(source.name(), relay(new HeardFinder(access.finder(), heard(source.name())), access.retriever(),
                lanes(source.budget().associations(), budgets), source.budget().slowStore().patience()));
        probes.add(patients.add(source, access.probe()));
        meters.put(source.name(), access.meter());
    }

    private RelayPeers relay(StudyFinder source, StudyRetriever retriever, int lanes, Duration patience) {
        Hearing pacsHeard = heard(StudyRef.PACS);
        return new RelayPeers(source, retriever, new HeardFinder(pacs.finder(), pacsHeard),
                new HeardStore(pacs.store(), pacsHeard), pacs.commitment(), lanes, patience);
    }

    private Hearing heard(String name) {
        return heard.computeIfAbsent(name, _ -> new Hearing());
    }

    private static int lanes(int ofSource, Map<String, SourceBudget> budgets) {
        return Math.min(ofSource, budgets.getOrDefault(StudyRef.PACS, SourceBudget.DEFAULT).associations());
    }

    /** From now on no more is asked of the peers; connections that stand go on within that. */
    void change(Map<String, SourceBudget> budgets) {
        lines.change(budgets);
        webSources.change(budgets);
        ways.change(budgets);
        relays.replaceAll((name, peers) -> {
            SourceBudget budget = budgets.get(name);
            return peers.within(lanes(budget == null ? MEDIA_LANES : budget.associations(), budgets),
                    budget == null ? peers.patience() : budget.slowStore().patience());
        });
    }

    /** From now on this is told the name of a peer that is asked something while images take all that it bears. */
    void whenCrowded(Consumer<String> listener) {
        lines.whenCrowded(listener);
        webSources.whenCrowded(listener);
    }

    /** From now on this is told the name of a peer that does not answer to a transfer, and why, and with no reason when it does again. */
    void whenHeard(BiConsumer<String, Optional<Reason>> listener) {
        heard.forEach((name, peer) -> peer.tell(trouble -> listener.accept(name, trouble)));
    }

    /** Who bears no question for an operations window is remembered there. */
    void rememberWindowsIn(WindowMemory memory) {
        lines.rememberWindowsIn(memory);
    }

    SourceWays ways() {
        return ways;
    }

    StudyStore store() {
        return pacs.store();
    }

    /** For what is too large to be kept in memory. */
    Path spoolFolder() {
        return spoolFolder;
    }

    StudyFinder pacs() {
        return pacs.finder();
    }

    /** By name, in the order of {@code site.yaml}. */
    Map<String, StudyFinder> sources() {
        return sources;
    }

    /** By name, the PACS among them. */
    Map<String, ArchiveSearch> archives() {
        return archives;
    }

    /** Who is asked under which IDs patients are known. */
    PatientServices patients() {
        return patients;
    }

    Map<String, RelayPeers> relays() {
        return relays;
    }

    Map<String, WorklistFeed> worklists() {
        return worklists;
    }

    List<PeerProbe> probes() {
        return probes;
    }

    /** By name. */
    Map<String, PeerMeter> meters() {
        return meters;
    }

    InstanceSpool spool() {
        return spool;
    }

    Certificates certificates() {
        return certificates;
    }

    MediaShelf media() {
        return media;
    }

    @Override
    public void close() throws IOException {
        media.close();
        patients.close();
        webSources.close();
        lines.close();
    }
}
