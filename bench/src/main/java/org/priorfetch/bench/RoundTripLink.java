package org.priorfetch.bench;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;

/** How long a byte takes over a line and back: what was asked for, and what this machine needs to wake whoever waits. */
final class RoundTripLink {

    private static final int TIMES = 51;

    private RoundTripLink() {}

    /** The median. */
    static double seconds(Lab.Net net) {
        return BareLine.seconds(net, client -> client.getInputStream().transferTo(client.getOutputStream()),
                RoundTripLink::median);
    }

    private static double median(Socket server) throws IOException {
        double[] all = new double[TIMES];
        for (int time = 0; time < TIMES; time++) {
            all[time] = once(server);
        }
        Arrays.sort(all);
        return all[TIMES / 2];
    }

    private static double once(Socket server) throws IOException {
        long begun = System.nanoTime();
        server.getOutputStream().write(1);
        if (server.getInputStream().read() != 1) {
            throw new IOException("the line broke");
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
