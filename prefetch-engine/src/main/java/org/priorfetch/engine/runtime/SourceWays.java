package org.priorfetch.engine.runtime;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.DimseProbe;
import org.priorfetch.engine.dicom.DirectMover;
import org.priorfetch.engine.dicom.DirectTrial;
import org.priorfetch.engine.dicom.GetRetriever;
import org.priorfetch.engine.dicom.MoveRetriever;
import org.priorfetch.engine.dicom.OneImage;
import org.priorfetch.engine.dicom.StorageScp;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.port.StudyMover;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.transfer.ChosenWays;

/** By which way studies come out of the archives that speak DIMSE. */
final class SourceWays {

    /** How one archive hands out, and how that is tried out. */
    record Way(StudyRetriever retriever, PeerProbe probe) {}

    private final DimseLines lines;
    private final WebSources web;
    private final String pacsAeTitle;
    private final InstanceSpool spool;
    private final Clock clock;
    private final Map<String, ChosenWays> chosen = new HashMap<>();
    private final Map<String, StudyMover> movers = new HashMap<>();
    private volatile Map<String, SourceBudget> budgets;

    /**
     * @param pacsAeTitle by which archives know the PACS
     * @param spool for an image that is only to be seen to arrive
     */
    SourceWays(DimseLines lines, WebSources web, String pacsAeTitle, InstanceSpool spool, Clock clock,
            Map<String, SourceBudget> budgets) {
        this.lines = lines;
        this.web = web;
        this.pacsAeTitle = pacsAeTitle;
        this.spool = spool;
        this.clock = clock;
        this.budgets = Map.copyOf(budgets);
    }

    /** As the settings say. */
    Way of(SourceSettings source, AssociationPool pool) {
        return switch (source.retrieve()) {
            case AUTO -> choosing(source, pool);
            case GET -> tried(pool, new GetRetriever(pool));
            case MOVE -> tried(pool, moved(pool).orElseGet(() -> new GetRetriever(pool)));
            case DIRECT -> direct(source.name(), pool);
        };
    }

    private Way tried(AssociationPool pool, StudyRetriever retriever) {
        return new Way(retriever, DimseProbe.ofSource(pool, new OneImage(pool, retriever, spool, clock)));
    }

    private Optional<StudyRetriever> moved(AssociationPool pool) {
        StorageScp scp = lines.storage();
        return scp == null ? Optional.empty() : Optional.of(new MoveRetriever(pool, scp));
    }

    private Way choosing(SourceSettings source, AssociationPool pool) {
        Map<RetrieveWay, StudyRetriever> possible = new EnumMap<>(RetrieveWay.class);
        possible.put(RetrieveWay.GET, new GetRetriever(pool));
        moved(pool).ifPresent(move -> possible.put(RetrieveWay.MOVE, move));
        WebSources.Beside beside = source.webBeside() == null ? null : web.beside(source, source.webBeside(), pool);
        if (beside != null) {
            possible.put(RetrieveWay.WADO, beside.retriever());
        }
        ChosenWays ways = new ChosenWays(possible, source.budget().associations(), clock);
        chosen.put(source.name(), ways);
        Way way = tried(pool, ways);
        return beside == null ? way : new Way(ways, beside.probe(way.probe()));
    }

    /** To us come only images that a person looks at before a study is sent. */
    private Way direct(String source, AssociationPool pool) {
        StudyMover mover = new DirectMover(pool, pacsAeTitle, () -> budgets
                .getOrDefault(source, SourceBudget.DEFAULT)
                .slowStore()
                .patience());
        movers.put(source, mover);
        return new Way(new GetRetriever(pool), DimseProbe.ofDirect(pool, new DirectTrial(mover, pacsAeTitle)));
    }

    /** From now on no more is asked of the sources. */
    void change(Map<String, SourceBudget> others) {
        budgets = Map.copyOf(others);
        chosen.forEach((name, ways) -> ways
                .change(others.getOrDefault(name, SourceBudget.DEFAULT).associations()));
    }

    /** The sources where the way is chosen. */
    Map<String, ChosenWays> chosen() {
        return Map.copyOf(chosen);
    }

    /** The sources that send straight to the PACS. */
    Map<String, StudyMover> movers() {
        return Map.copyOf(movers);
    }

    /** By which way studies of the source come, and why; null where there is nothing to choose. */
    @Nullable
    Reason now(String source) {
        ChosenWays ways = chosen.get(source);
        return ways == null ? null : ways.now();
    }
}
