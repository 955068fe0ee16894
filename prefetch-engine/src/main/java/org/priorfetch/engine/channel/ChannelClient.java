package org.priorfetch.engine.channel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.priorfetch.engine.api.PrefetchEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the engine that runs on a home folder in another process of the same user. */
public final class ChannelClient {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelClient.class);

    private ChannelClient() {}

    /**
     * The running engine. Starting it does nothing, closing it only lets go of it. Empty when none runs, also when one ended
     * without removing its address. Its subscriptions go on with the next engine on the folder when it has ended.
     */
    public static Optional<PrefetchEngine> connect(Path home) {
        AddressFile file = new AddressFile(home);
        return file.read().flatMap(address -> connect(file, address));
    }

    private static Optional<PrefetchEngine> connect(AddressFile file, Address address) {
        try {
            return Optional.of(new RemoteEngine(file, address));
        } catch (IOException e) {
            LOG.debug("No engine answers at the address in the home folder.", e);
            return Optional.empty();
        }
    }
}
