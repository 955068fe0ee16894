package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.dicom.ImageFile;

/** However large an instance is, it passes through a small heap. */
class MemoryTest {

    private static final String STUDY = "2.25.300";
    private static final int SMALL = 10_000;
    private static final int LARGE = 300_000_000;

    @TempDir
    Path folder;

    @Test
    void anInstanceOfThreeHundredMegabytesPassesThroughAHeapOfSixtyFour() throws Exception {
        Path written = folder.resolve("written");
        new ImageFile(STUDY, 1, 1).pixels(SMALL).write(written);
        Path large = new ImageFile(STUDY, 1, 2).pixels(LARGE).write(written);
        try (SimulatedArchive source = SimulatedArchive.start("REGIONAL", written);
                SimulatedArchive pacs = SimulatedArchive.start("LOCALPACS", folder.resolve("pacs"))) {
            Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx64m",
                    "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    Child.class.getName(), folder.resolve("spool").toString(), String.valueOf(source.port()),
                    String.valueOf(pacs.port())).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            assertThat(child.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("log"), StandardCharsets.UTF_8)).contains(
                    "Complete[instances=2]");
            Path arrived = pacs.file(ImageFile.uid(STUDY, 1, 2)).orElseThrow();
            assertThat(Files.size(arrived)).isGreaterThan(LARGE);
            assertThat(tail(arrived)).isEqualTo(tail(large));
        }
    }

    private static byte[] tail(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(Files.size(file) - SMALL);
            return in.readAllBytes();
        }
    }

    /** Relays the study between the ports that it is told. */
    static final class Child {

        private Child() {}

        /** Prints the outcome. */
        public static void main(String[] args) throws IOException {
            try (RelayRig rig = new RelayRig.Builder(Path.of(args[0])).from("REGIONAL", Integer.parseInt(args[1]))
                    .to("LOCALPACS", Integer.parseInt(args[2]))
                    .start()) {
                System.out.println(rig.relay(STUDY));
            }
        }
    }
}
