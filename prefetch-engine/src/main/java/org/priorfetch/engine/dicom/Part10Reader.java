package org.priorfetch.engine.dicom;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.priorfetch.engine.port.InstanceReader;
import org.priorfetch.engine.port.InstanceReceiver;

/** Reads the DICOM file format (PS3.10 section 7), streaming. */
public final class Part10Reader implements InstanceReader {

    private final Path bulkFolder;

    /**
     * @param bulkFolder for what is too large for memory in a head
     */
    public Part10Reader(Path bulkFolder) {
        Toolkit.prepare();
        this.bulkFolder = bulkFolder;
    }

    @Override
    public InstanceReceiver.Answer read(InputStream part10, InstanceReceiver receiver) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(part10);
        if (!FileMeta.begins(buffered)) {
            throw new UnreadableException("it is no DICOM file");
        }
        String transferSyntax = FileMeta.transferSyntax(buffered)
                .orElseThrow(() -> new UnreadableException("it does not state its transfer syntax"));
        try (ArrivingInstance instance = ArrivingInstance.read(buffered, transferSyntax, bulkFolder)) {
            return receiver.receive(instance);
        }
    }
}
