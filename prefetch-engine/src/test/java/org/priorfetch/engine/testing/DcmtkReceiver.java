package org.priorfetch.engine.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** DCMTK's {@code storescp}: takes whatever is sent to it, in any transfer syntax, several associations at a time. */
public final class DcmtkReceiver implements AutoCloseable {

    private final String aeTitle;
    private final int port = FreePort.pick();
    private final TempFolder folder = new TempFolder("storescp");
    private final Path storage = folder.folder("received");
    private final BackgroundProgram program;

    private DcmtkReceiver(String aeTitle, String... moreArguments) {
        this.aeTitle = aeTitle;
        List<String> arguments = new ArrayList<>(
                List.of("--fork", "+xa", "-aet", aeTitle, "-od", storage.toString()));
        arguments.addAll(List.of(moreArguments));
        arguments.add(String.valueOf(port));
        program = BackgroundProgram.start("storescp", arguments.toArray(String[]::new));
        try {
            program.awaitPort(port);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts it, if need be with more of its arguments. */
    public static DcmtkReceiver start(String aeTitle, String... moreArguments) {
        return new DcmtkReceiver(aeTitle, moreArguments);
    }

    public String aeTitle() {
        return aeTitle;
    }

    public int port() {
        return port;
    }

    /** The part 10 files that it took. */
    public List<Path> files() {
        return TempFolder.files(storage);
    }

    /** SOP Instance UIDs of what it took: its file names are a modality code, a dot and the UID. */
    public Set<String> sopInstanceUids() {
        Set<String> uids = new TreeSet<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            uids.add(name.substring(name.indexOf('.') + 1));
        }
        return uids;
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
}
