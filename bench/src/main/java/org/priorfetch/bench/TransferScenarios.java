package org.priorfetch.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Studies from one archive to the other. */
final class TransferScenarios {

    private static final int ASSOCIATIONS = 4;
    private static final int WARM_AFTER = 30;
    private static final long HUNDRED_MEGABIT = 100_000_000;
    private static final double PER_CENT = 100;
    private static final List<Study> CT = List.of(Study.CT);

    private final Path folder;
    private final Table table;
    private final Ours ours;
    private final Peers peers;

    TransferScenarios(Path folder, Table table) {
        this.folder = folder;
        this.table = table;
        ours = new Ours(folder);
        peers = new Peers(folder);
    }

    /**
     * The program runs all day, and Java compiles what is used much: what it takes when it has just been started, and when it
     * has brought some studies.
     */
    void warmUp() {
        String name = "CT, no delay, one after the other";
        try (Lab lab = new Lab(Lab.Net.DIRECT, folder, CT)) {
            oneAfterTheOther(name, "PriorFetch, 4 associations", dimse(lab, CT, ASSOCIATIONS));
            oneAfterTheOther(name, "PriorFetch, DICOMweb", web(lab, CT));
        }
    }

    private void oneAfterTheOther(String scenario, String who, DoubleSupplier run) {
        double[] all = DoubleStream.generate(run).limit(WARM_AFTER).toArray();
        table.fact(scenario, who + ", the first, the last of " + WARM_AFTER,
                "%.2f s, %.2f s".formatted(all[0], all[all.length - 1]));
    }

    /** Nothing lies between the ends, so each one's socket is felt by the other. */
    void near() {
        String name = "CT, no delay";
        try (Lab lab = new Lab(Lab.Net.DIRECT, folder, CT)) {
            double dimse = table.seconds(name, "PriorFetch, 4 associations", dimse(lab, CT, ASSOCIATIONS));
            table.seconds(name, "PriorFetch, 1 association", dimse(lab, CT, 1));
            table.seconds(name, "PriorFetch, DICOMweb", web(lab, CT));
            double move = table.once(name, "C-MOVE", () -> lab.with(ends -> peers.move(ends, 1, CT)));
            table.once(name, "C-MOVE by series, 4 side by side",
                    () -> lab.with(ends -> peers.moveBySeries(ends, ASSOCIATIONS, Study.CT)));
            table.once(name, "getscu + storescu", () -> lab.with(ends -> peers.getAndStore(ends, Study.CT)));
            Ingest ingest = new Ingest(Study.CT, folder);
            double taken = table.seconds(name, "what Orthanc takes on 4 associations, from memory",
                    () -> lab.with(ends -> ingest.seconds(ends.pacs(), ASSOCIATIONS)));
            table.atLeast(name, "faster than C-MOVE", move / dimse, 10, " x");
            table.atMost(name, "of what Orthanc takes", dimse / taken, 1.5, " x");
        }
    }

    void far() {
        String name = "CT, RTT 40, DIMSE";
        Lab.Net net = Lab.Net.far(40);
        try (Lab lab = new Lab(net, folder, CT)) {
            double four = table.seconds(name, "PriorFetch, 4 associations", dimse(lab, CT, ASSOCIATIONS));
            double one = table.seconds(name, "PriorFetch, 1 association", dimse(lab, CT, 1));
            double move = table.once(name, "C-MOVE", () -> lab.with(ends -> peers.move(ends, 1, CT)));
            table.once(name, "C-MOVE by series, 4 side by side",
                    () -> lab.with(ends -> peers.moveBySeries(ends, ASSOCIATIONS, Study.CT)));
            table.once(name, "getscu + storescu", () -> lab.with(ends -> peers.getAndStore(ends, Study.CT)));
            double floor = Study.CT.size() * 0.040 / ASSOCIATIONS;
            double real = RoundTripLink.seconds(net);
            table.fact(name, "instances x RTT / 4", "%.2f s".formatted(floor));
            table.fact(name, "a byte there and back; of instances x that / 4",
                    "%.1f ms; %.2f x".formatted(real * 1000, four / (Study.CT.size() * real / ASSOCIATIONS)));
            table.atMost(name, "of instances x RTT / 4", four / floor, 1.25, " x");
            table.atLeast(name, "faster than C-MOVE on one association", move / four, 3.5, " x");
            table.atLeast(name, "faster than ours on one association", one / four, 3.5, " x");
        }
    }

    void web(int roundTrip) {
        String name = "CT, RTT " + roundTrip + ", DICOMweb";
        try (Lab lab = new Lab(Lab.Net.far(roundTrip), folder, CT)) {
            double own = table.seconds(name, "PriorFetch", web(lab, CT));
            double pipe = table.seconds(name, "WADO-RS piped into STOW-RS",
                    () -> lab.with(ends -> peers.pipe(ends, Study.CT)));
            double move = table.once(name, "C-MOVE", () -> lab.with(ends -> peers.move(ends, 1, CT)));
            table.atMost(name, "of the piped stream", own / pipe, 1, " x");
            table.atLeast(name, "faster than C-MOVE", move / own, 10, " x");
        }
    }

    void narrow(String what, List<Study> studies) {
        String name = what + ", RTT 40, 100 Mbit/s";
        Lab.Net net = Lab.Net.narrow(40, HUNDRED_MEGABIT);
        long bytes = studies.stream().mapToLong(study -> study.bytes(folder)).sum();
        try (Lab lab = new Lab(net, folder, studies)) {
            double raw = table.once(name, "the same bytes, nothing else", () -> RawLink.seconds(net, bytes));
            double dimse = table.once(name, "PriorFetch, 4 associations", dimse(lab, studies, ASSOCIATIONS));
            double web = table.once(name, "PriorFetch, DICOMweb", web(lab, studies));
            table.once(name, "C-MOVE, 4 side by side", () -> lab.with(ends -> studies.size() == 1
                    ? peers.moveBySeries(ends, ASSOCIATIONS, studies.getFirst())
                    : peers.move(ends, ASSOCIATIONS, studies)));
            table.atLeast(name, "of the raw link, DIMSE", PER_CENT * raw / dimse, 95, " %");
            table.atLeast(name, "of the raw link, DICOMweb", PER_CENT * raw / web, 98, " %");
        }
    }

    void mixed() {
        String name = "mixed, RTT 40, DIMSE";
        try (Lab lab = new Lab(Lab.Net.far(40), folder, Study.MIXED)) {
            double own = table.seconds(name, "PriorFetch, 4 associations", dimse(lab, Study.MIXED, ASSOCIATIONS));
            table.once(name, "PriorFetch, DICOMweb", web(lab, Study.MIXED));
            double move = table.once(name, "C-MOVE by study, 4 side by side",
                    () -> lab.with(ends -> peers.move(ends, ASSOCIATIONS, Study.MIXED)));
            table.atLeast(name, "faster than C-MOVE by study on 4", move / own, 2.2, " x");
        }
    }

    /** Retries of peers send everything again. */
    void cut() {
        String name = "CT, line reset after 60 MB";
        try (Lab lab = new Lab(Lab.Net.far(10), folder, CT)) {
            double dimse = carried(lab, 0, ends -> ours.fetch(ends, ASSOCIATIONS, CT));
            double web = carried(lab, 1, ends -> ours.fetchByWeb(ends, ASSOCIATIONS, CT));
            double get = carried(lab, 0, ends -> {
                peers.get(ends, Study.CT, peers.into());
                peers.get(ends, Study.CT, peers.into()).orFail();
                return 0;
            });
            table.fact(name, "bytes carried / study, getscu, tried again", "%.3f".formatted(get));
            table.atMost(name, "bytes carried / study, DIMSE", dimse, 1.05, "");
            table.atMost(name, "bytes carried / study, DICOMweb", web, 1.05, "");
        }
    }

    private double carried(Lab lab, int line, Lab.Work work) {
        double bytes = lab.with(ends -> {
            ends.lines().get(line).resetAfter(60_000_000);
            work.seconds(ends);
            return ends.lines().get(line).carriedBack();
        });
        return bytes / Study.CT.bytes(folder);
    }

    private DoubleSupplier dimse(Lab lab, List<Study> studies, int associations) {
        return () -> lab.with(ends -> ours.fetch(ends, associations, studies));
    }

    private DoubleSupplier web(Lab lab, List<Study> studies) {
        return () -> lab.with(ends -> ours.fetchByWeb(ends, ASSOCIATIONS, studies));
    }
}
