package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.ArrivalsFeed;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.dicom.DicomNode;
import org.priorfetch.engine.dicom.DimseArchive;
import org.priorfetch.engine.dicom.DimseCommitment;
import org.priorfetch.engine.dicom.DimseFinder;
import org.priorfetch.engine.dicom.DimseMeter;
import org.priorfetch.engine.dicom.DimseProbe;
import org.priorfetch.engine.dicom.DimseStore;
import org.priorfetch.engine.dicom.DirectMover;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.dicom.GetRetriever;
import org.priorfetch.engine.dicom.MoveRetriever;
import org.priorfetch.engine.dicom.MwlFeed;
import org.priorfetch.engine.dicom.OneImage;
import org.priorfetch.engine.dicom.Peer;
import org.priorfetch.engine.dicom.StorageScp;
import org.priorfetch.engine.hl7.Hl7Probe;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.PeerMeter;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.port.StorageCommitment;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyMover;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.port.StudyStore;
import org.priorfetch.engine.port.WindowMemory;
import org.priorfetch.engine.port.WorklistFeed;
import org.priorfetch.engine.settings.PacsSettings;
import org.priorfetch.engine.settings.SelfSettings;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.settings.WebSettings;
import org.priorfetch.engine.settings.WorklistSettings;
import org.priorfetch.engine.transfer.ChosenWays;
import org.priorfetch.engine.transfer.PacedStore;
import org.priorfetch.engine.transfer.RelayPeers;

/** All peers of a site, ready to be talked to. Nothing is said to anybody before it is needed. */
final class SiteConnections implements AutoCloseable {

    /** A disc is no faster when it is read in many places at once. */
    private static final int MEDIA_LANES = 2;

    private final DicomNode node;
    private final @Nullable StorageScp storage;
    private final Deadlines deadlines;
    private final List<AssociationPool> pools = new ArrayList<>();
    private final StudyFinder pacs;
    private final StorageCommitment commitment;
    private final StudyStore store;
    private final Path spoolFolder;
    private final Map<String, StudyFinder> sources = new LinkedHashMap<>();
    private final Map<String, ArchiveSearch> archives = new LinkedHashMap<>();
    private final Map<String, RelayPeers> relays = new ConcurrentHashMap<>();
    private final Map<String, AssociationPool> budgeted = new HashMap<>();
    private final Map<String, ChosenWays> ways = new HashMap<>();
    private final Map<String, StudyMover> movers = new HashMap<>();
    private final Map<String, WorklistFeed> worklists = new LinkedHashMap<>();
    private final PatientServices patients;
    private final List<PeerProbe> probes = new ArrayList<>();
    private final Map<String, PeerMeter> meters = new LinkedHashMap<>();
    private final InstanceSpool spool;
    private final Clock clock;
    private final WebSources webSources;
    private final MediaShelf media;
    private final Certificates certificates;

    /**
     * @param listen whether our storage SCP is to be opened where the site has one
     * @throws IOException when the storage port is taken, or the spool cannot be written
     */
    SiteConnections(SiteSettings site, Path spoolFolder, boolean listen, Clock clock, Deadlines deadlines)
            throws IOException {
        this.deadlines = deadlines;
        this.spoolFolder = spoolFolder;
        this.spool = new FileSpool(spoolFolder);
        this.clock = clock;
        this.webSources = new WebSources(spoolFolder, clock);
        this.node = new DicomNode(site.self().aeTitle(), spoolFolder);
        this.storage = listen ? listen(site.self()) : null;
        AssociationPool pacsPool = pacsPool(site.pacs());
        this.pacs = new DimseFinder(pacsPool);
        ArchiveSearch pacsSearch = new DimseArchive(pacsPool);
        archives.put(StudyRef.PACS, pacsSearch);
        media = new MediaShelf(spoolFolder, pacsSearch);
        WebSources.Pacs web = site.pacs().stow() == null ? null
                : webSources.open(site.pacs(), site.pacs().stow(), pacsPool);
        store = new PacedStore(web == null ? new DimseStore(pacsPool) : web.store(), pacsPool::places);
        commitment = site.pacs().commitment() ? new DimseCommitment(pacsPool, clock) : StorageCommitment.NONE;
        boolean byDemographics = site.sources()
                .stream()
                .anyMatch(source -> source.patients() instanceof PatientScheme.Demographics);
        site.worklists().forEach(worklist -> addWorklist(worklist, pacsPool, byDemographics, clock));
        PeerProbe pacsProbe = DimseProbe.ofPacs(pacsPool);
        probes.add(web == null ? pacsProbe : web.probe(pacsProbe));
        meters.put(StudyRef.PACS, new DimseMeter(pacsPool, PeerKind.PACS));
        patients = new PatientServices(site.self().aeTitle(), clock);
        for (SourceSettings source : site.sources()) {
            addSource(source, site);
        }
        certificates = new Certificates(site, pools);
        relays.put(StudyRef.MEDIA, new RelayPeers(media, media, pacs, store, commitment,
                lanes(MEDIA_LANES, site.budgets())));
    }

    private static int lanes(int ofSource, Map<String, SourceBudget> budgets) {
        return Math.min(ofSource, budgets.getOrDefault(StudyRef.PACS, SourceBudget.DEFAULT).associations());
    }

    /** From now on no more is asked of the peers; connections that stand go on within that. */
    void change(Map<String, SourceBudget> budgets) {
        budgeted.forEach((name, pool) -> pool.change(budgets.getOrDefault(name, SourceBudget.DEFAULT)));
        webSources.change(budgets);
        ways.forEach((name, chosen) -> chosen
                .change(budgets.getOrDefault(name, SourceBudget.DEFAULT).associations()));
        relays.replaceAll((name, peers) -> {
            SourceBudget budget = budgets.get(name);
            return peers.withLanes(lanes(budget == null ? MEDIA_LANES : budget.associations(), budgets));
        });
    }

    private @Nullable StorageScp listen(SelfSettings self) throws IOException {
        Integer port = self.port();
        try {
            return port == null ? null : new StorageScp(node, self.host(), port, self.tls(), deadlines);
        } catch (IOException taken) {
            node.close();
            throw taken;
        }
    }

    /** Who bears no question for an operations window is remembered there. */
    void rememberWindowsIn(WindowMemory memory) {
        node.rememberWindowsIn(memory);
    }

    private AssociationPool pacsPool(PacsSettings settings) {
        Peer peer = new Peer(StudyRef.PACS, settings.aeTitle(), settings.host(), settings.port(), settings.tls());
        return budgeted(pool(peer, settings.budget()));
    }

    private AssociationPool budgeted(AssociationPool pool) {
        budgeted.put(pool.name(), pool);
        return pool;
    }

    private AssociationPool pool(Peer peer, SourceBudget budget) {
        AssociationPool pool = new AssociationPool(node, peer, budget, deadlines);
        pools.add(pool);
        return pool;
    }

    private void addWorklist(WorklistSettings settings, AssociationPool pacsPool, boolean byDemographics, Clock clock) {
        switch (settings) {
            case WorklistSettings.Mwl mwl -> {
                AssociationPool pool = pool(
                        new Peer(mwl.name(), mwl.aeTitle(), mwl.host(), mwl.port(), mwl.tls()),
                        SourceBudget.DEFAULT);
                worklists.put(mwl.name(), new MwlFeed(pool, clock.zone(), byDemographics));
                probes.add(DimseProbe.ofWorklist(pool, clock));
                meters.put(mwl.name(), new DimseMeter(pool, PeerKind.WORKLIST));
            }
            case WorklistSettings.Arrivals arrivals -> {
                worklists.put(arrivals.name(), new ArrivalsFeed(arrivals.name(), pacsPool, clock.zone()));
                probes.add(DimseProbe.ofArrivals(arrivals.name(), pacsPool));
            }
            case WorklistSettings.Hl7 hl7 -> probes.add(new Hl7Probe(hl7.name(), hl7.host(), hl7.port()));
        }
    }

    private void addSource(SourceSettings source, SiteSettings site) {
        boolean confidential = !site.exclude().confidentiality().isEmpty();
        WebSettings web = source.web();
        SourceAccess access = web == null ? dimse(source, site.pacs().aeTitle(), confidential)
                : webSources.open(source, web, confidential);
        int lanes = lanes(source.budget().associations(), site.budgets());
        sources.put(source.name(), access.finder());
        archives.put(source.name(), access.search());
        relays.put(source.name(),
                new RelayPeers(access.finder(), access.retriever(), pacs, store, commitment, lanes));
        probes.add(patients.add(source, access.probe()));
        meters.put(source.name(), access.meter());
    }

    private SourceAccess dimse(SourceSettings source, String pacsAeTitle, boolean confidential) {
        AssociationPool pool = budgeted(pool(
                new Peer(source.name(), source.aeTitle(), source.host(), source.port(), source.tls()),
                source.budget()));
        StudyRetriever retriever = switch (source.retrieve()) {
            case AUTO -> chosen(source, pool);
            case GET -> new GetRetriever(pool);
            case MOVE -> moved(pool).orElseGet(() -> new GetRetriever(pool));
            case DIRECT -> direct(source, pool, pacsAeTitle);
        };
        return new SourceAccess(new DimseFinder(pool, confidential, source.order()), new DimseArchive(pool), retriever,
                DimseProbe.ofSource(pool, new OneImage(pool, retriever, spool, clock)),
                new DimseMeter(pool, PeerKind.SOURCE));
    }

    private Optional<StudyRetriever> moved(AssociationPool pool) {
        StorageScp scp = storage;
        return scp == null ? Optional.empty() : Optional.of(new MoveRetriever(pool, scp));
    }

    private StudyRetriever chosen(SourceSettings source, AssociationPool pool) {
        Map<RetrieveWay, StudyRetriever> possible = new EnumMap<>(RetrieveWay.class);
        possible.put(RetrieveWay.GET, new GetRetriever(pool));
        moved(pool).ifPresent(move -> possible.put(RetrieveWay.MOVE, move));
        if (source.webBeside() != null) {
            possible.put(RetrieveWay.WADO, webSources.retriever(source, source.webBeside(), pool));
        }
        ChosenWays chosen = new ChosenWays(possible, source.budget().associations(), clock);
        ways.put(source.name(), chosen);
        return chosen;
    }

    /** What comes to us is one image at most, to see whether the archive hands out any. */
    private StudyRetriever direct(SourceSettings source, AssociationPool pool, String pacsAeTitle) {
        movers.put(source.name(), new DirectMover(pool, pacsAeTitle));
        return new GetRetriever(pool);
    }

    /** The sources that send straight to the PACS. */
    Map<String, StudyMover> movers() {
        return movers;
    }

    /** By which way studies of the source come, and why; null where there is nothing to choose. */
    @Nullable
    Reason way(String source) {
        ChosenWays chosen = ways.get(source);
        return chosen == null ? null : chosen.now();
    }

    StudyStore store() {
        return store;
    }

    /** For what is too large to be kept in memory. */
    Path spoolFolder() {
        return spoolFolder;
    }

    StudyFinder pacs() {
        return pacs;
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
        pools.forEach(AssociationPool::close);
        if (storage != null) {
            storage.close();
        }
        node.close();
    }
}
