package org.priorfetch.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DCMTK's worklist {@code wlmscpfs}: each item is a file made from a dump by {@code dump2dcm}. Incomplete items are served too. */
public final class DcmtkWorklist implements AutoCloseable {

    private final String aeTitle;
    private final int port = FreePort.pick();
    private final TempFolder folder = new TempFolder("wlmscpfs");
    private final Path items;
    private final BackgroundProgram program;

    private DcmtkWorklist(String aeTitle, String... moreArguments) {
        this.aeTitle = aeTitle;
        items = folder.folder(aeTitle);
        folder.write(aeTitle + "/lockfile", "");
        List<String> arguments = new ArrayList<>(List.of("--disable-file-reject"));
        arguments.addAll(List.of(moreArguments));
        arguments.addAll(List.of("-dfp", folder.path().toString(), String.valueOf(port)));
        program = BackgroundProgram.start("wlmscpfs", arguments.toArray(String[]::new));
        try {
            program.awaitPort(port);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts it, if need be with more of its arguments. */
    public static DcmtkWorklist start(String aeTitle, String... moreArguments) {
        return new DcmtkWorklist(aeTitle, moreArguments);
    }

    public String aeTitle() {
        return aeTitle;
    }

    public int port() {
        return port;
    }

    /** Adds or replaces an item, given as a dump in DCMTK's form, in Latin-1 or ASCII. */
    public void put(String name, String dump) {
        put(name, dump, StandardCharsets.ISO_8859_1);
    }

    /** Adds or replaces an item, given as a dump in DCMTK's form; the encoding must fit its Specific Character Set. */
    public void put(String name, String dump, Charset encoding) {
        try {
            Path text = Files.writeString(folder.path().resolve(name + ".dump"), dump, encoding);
            Tools.Result result = Tools.run("dump2dcm", "-g", text.toString(), item(name).toString());
            if (result.exitCode() != 0) {
                throw new IllegalArgumentException("dump2dcm failed: " + result.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(item(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private Path item(String name) {
        return items.resolve(name + ".wl");
    }
}
