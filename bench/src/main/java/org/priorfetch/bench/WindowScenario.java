package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.priorfetch.engine.demo.Faults;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.testing.OrthancServer;

/** The same study from a source that grants an operations window and from one that grants none. */
final class WindowScenario {

    private static final int ONE_AT_A_TIME = 1;
    private static final int MOST_ASSOCIATIONS = 4;
    private static final long HUNDRED_MEGABIT = 100_000_000;
    private static final double A_FIFTH = 0.2;
    private static final List<Study> STUDIES = List.of(Study.CT);

    private final Path folder;
    private final Table table;
    private final Ours ours;

    WindowScenario(Path folder, Table table) {
        this.folder = folder;
        this.table = table;
        ours = new Ours(folder);
    }

    void far(int roundTrip) {
        String name = "CT, RTT " + roundTrip + ", operations window";
        Lab.Net net = Lab.Net.far(roundTrip);
        table.atMost(name, "of the same without, 1 association", compare(name, net, 1), A_FIFTH, " x");
        table.fact(name, "of the same without, 4 associations",
                "%.2f x".formatted(compare(name, net, MOST_ASSOCIATIONS)));
    }

    void narrow() {
        String name = "CT, RTT 100, 100 Mbit/s, operations window";
        Lab.Net net = Lab.Net.narrow(100, HUNDRED_MEGABIT);
        table.fact(name, "of the same without, 1 association", "%.2f x".formatted(compare(name, net, 1)));
    }

    private double compare(String name, Lab.Net net, int associations) {
        List<Path> _ = Study.CT.files(folder);
        String on = associations + (associations == 1 ? " association, window of " : " associations, window of ");
        double open = table.seconds(name, on + Faults.WINDOW, () -> fetch(net, Faults.WINDOW, associations));
        double closed = table.seconds(name, on + ONE_AT_A_TIME, () -> fetch(net, ONE_AT_A_TIME, associations));
        return open / closed;
    }

    private double fetch(Lab.Net net, int window, int associations) {
        try (SimulatedArchive source = SimulatedArchive.start(Lab.SOURCE, folder.resolve(Study.CT.uid()));
                OrthancServer pacs = OrthancServer.start(Lab.PACS);
                SlowLine line = net.to(source.port())) {
            source.faults().window(window);
            return ours.fetch(new Lab.Ends(line.port(), line.port(), pacs.dicomPort(), pacs.dicomPort(), List.of(line)),
                    associations, STUDIES);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
