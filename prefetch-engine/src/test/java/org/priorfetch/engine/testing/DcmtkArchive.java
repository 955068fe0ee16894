package org.priorfetch.engine.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DCMTK's archive {@code dcmqrscp}: C-FIND, C-GET, C-MOVE and C-STORE over a folder of its own. */
public final class DcmtkArchive implements AutoCloseable {

    private final String aeTitle;
    private final int port = FreePort.pick();
    private final TempFolder folder = new TempFolder("dcmqrscp");
    private final Path storage;
    private final BackgroundProgram program;

    private DcmtkArchive(String aeTitle, Map<String, Integer> destinations, String... moreArguments) {
        this.aeTitle = aeTitle;
        storage = folder.folder(aeTitle);
        List<String> arguments = new ArrayList<>(
                List.of("-c", folder.write("dcmqrscp.cfg", configuration(destinations)).toString()));
        arguments.addAll(List.of(moreArguments));
        program = BackgroundProgram.start("dcmqrscp", arguments.toArray(String[]::new));
        try {
            program.awaitPort(port);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts it.
     *
     * @param destinations AE titles that it may send to on C-MOVE, with their loopback ports
     */
    public static DcmtkArchive start(String aeTitle, Map<String, Integer> destinations, String... moreArguments) {
        return new DcmtkArchive(aeTitle, destinations, moreArguments);
    }

    public String aeTitle() {
        return aeTitle;
    }

    public int port() {
        return port;
    }

    /** Sends it part 10 files with {@code storescu}. */
    public void upload(Path... part10Files) {
        Stream<String> peer = Stream.of("-R", "-aec", aeTitle, "127.0.0.1", String.valueOf(port));
        Tools.Result result = Tools.run("storescu",
                Stream.concat(peer, Stream.of(part10Files).map(Path::toString)).toArray(String[]::new));
        if (result.exitCode() != 0) {
            throw new IllegalStateException("storescu failed: " + result.output());
        }
    }

    /** The part 10 files that it holds. */
    public List<Path> files() {
        return TempFolder.files(storage)
                .stream()
                .filter(file -> !file.getFileName().toString().equals("index.dat"))
                .toList();
    }

    /** What it wrote so far. */
    public String output() {
        return program.output();
    }

    @Override
    public void close() {
        program.close();
        folder.close();
    }

    private String configuration(Map<String, Integer> destinations) {
        String hosts = destinations.entrySet()
                .stream()
                .map(entry -> "%1$s = (%1$s, 127.0.0.1, %2$d)".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                NetworkTCPPort = %d
                MaxPDUSize = 131072
                MaxAssociations = 16
                HostTable BEGIN
                %s
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                %s %s RW (1000, 4096mb) ANY
                AETable END
                """.formatted(port, hosts, aeTitle, storage);
    }
}
