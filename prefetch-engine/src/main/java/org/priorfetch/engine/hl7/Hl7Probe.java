package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.PeerProbe;

/** The connectivity doctor for messages that are sent to us: all that can be tried is whether somebody could. */
public record Hl7Probe(String name, String host, int port) implements PeerProbe {

    private static final int PATIENCE = 3_000;

    @Override
    public ProbeStep probe(CheckStep step) {
        return switch (step) {
            case NAME ->
                run(step, () -> Message.of("dicom.sawName", host, InetAddress.getByName(host).getHostAddress()));
            case TCP -> run(step, this::listen);
            case TLS, ASSOCIATION, ECHO, FIND, RETRIEVE, WEB, STORE, INDEX ->
                ProbeStep.skipped(step, Message.of("hl7.notAsked"));
        };
    }

    private interface Attempt {

        Message run() throws IOException;
    }

    private ProbeStep run(CheckStep step, Attempt attempt) {
        long begun = System.nanoTime();
        try {
            Message seen = attempt.run();
            return new ProbeStep(step.word(), true, millisSince(begun), seen, null, false);
        } catch (IOException failure) {
            return new ProbeStep(step.word(), false, millisSince(begun),
                    Message.of("hl7.portTaken", name, host, String.valueOf(port)), Message.of("hl7.advisePort", name),
                    false);
        }
    }

    /** While the program runs, the port is its own. */
    private Message listen() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE);
            return Message.of("hl7.sawListening", host, String.valueOf(port));
        } catch (IOException nobodyListens) {
            try (ServerSocket free = new ServerSocket()) {
                free.setReuseAddress(true);
                free.bind(address);
                return Message.of("hl7.sawFree", String.valueOf(port));
            }
        }
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
