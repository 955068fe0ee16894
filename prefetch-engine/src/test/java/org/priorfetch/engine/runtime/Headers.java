package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.priorfetch.engine.dicom.Part10Reader;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.port.InstanceReceiver;

/** What image files say of themselves. */
final class Headers {

    private Headers() {}

    /** @param folder for what does not fit into memory */
    static InstanceHeader of(Path image, Path folder) throws IOException {
        AtomicReference<InstanceHeader> header = new AtomicReference<>();
        try (InputStream in = Files.newInputStream(image)) {
            InstanceReceiver.Answer _ = new Part10Reader(folder).read(in, instance -> {
                header.set(instance.header());
                return InstanceReceiver.Answer.REJECTED;
            });
        }
        return header.get();
    }
}
