package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.Tools;

/** Our storage port takes what was asked for, from whom it was asked, and nothing else. */
@NeedsTools({"storescu", "echoscu"})
class StorageScpInteropTest {

    private static final String STUDY = "2.25.66";

    @TempDir
    Path folder;
    private DicomNode node;
    private StorageScp storage;
    private final Set<String> received = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void start() throws IOException {
        node = new DicomNode("PRIORFETCH", folder);
        storage = new StorageScp(node, "127.0.0.1", 0, null, Deadlines.DEFAULT);
    }

    @AfterEach
    void stop() throws IOException {
        storage.close();
        node.close();
    }

    private Tools.Result send(int number) throws IOException {
        Path file = new ImageFile(STUDY, 1, number).write(folder.resolve("files"));
        return Tools.run("storescu", "-v", "-aec", "PRIORFETCH", "127.0.0.1", String.valueOf(storage.port()),
                file.toString());
    }

    private InstanceReceiver.Answer take(InstanceInFlight instance) {
        received.add(instance.header().instance().sopInstanceUid());
        return InstanceReceiver.Answer.TAKEN;
    }

    private StorageScp.Expectation expect(String host, int number) {
        InstanceRef instance = new InstanceRef(ImageFile.uid(STUDY, 1, number), "", STUDY + ".1");
        return storage.expect(new Peer("regional", "REGIONAL", host, 104), RateLimit.of(null), List.of(instance),
                this::take, Waits.NONE);
    }

    @Test
    void whatNobodyAskedForIsRefused() throws IOException {
        assertThat(send(1).output()).contains("0x124");
        try (StorageScp.Expectation other = expect("127.0.0.1", 2)) {
            assertThat(other.isSilent(Deadlines.DEFAULT.stall())).isFalse();
            assertThat(send(1).output()).contains("0x124");
        }
        assertThat(received).isEmpty();
    }

    @Test
    void whatComesFromAnotherHostIsRefused() throws IOException {
        try (StorageScp.Expectation elsewhere = expect("192.0.2.1", 1)) {
            assertThat(elsewhere.isSilent(Deadlines.DEFAULT.stall())).isFalse();
            assertThat(send(1).output()).contains("0x124");
        }
        assertThat(received).isEmpty();
    }

    @Test
    void whatWasAskedForIsTakenUntilItIsNoLongerWanted() throws IOException {
        try (StorageScp.Expectation expected = expect("127.0.0.1", 1)) {
            assertThat(expected.isSilent(Deadlines.DEFAULT.stall())).isFalse();
            assertThat(send(1).output()).contains("Success").doesNotContain("0x124");
        }
        assertThat(received).containsExactly(ImageFile.uid(STUDY, 1, 1));
        assertThat(send(1).output()).contains("0x124");
    }

    @Test
    void anEchoIsAnsweredUnderOurTitleOnly() {
        String port = String.valueOf(storage.port());
        assertThat(Tools.run("echoscu", "-aec", "PRIORFETCH", "127.0.0.1", port).exitCode()).isZero();
        assertThat(Tools.run("echoscu", "-aec", "OTHER", "127.0.0.1", port).exitCode()).isNotZero();
    }
}
