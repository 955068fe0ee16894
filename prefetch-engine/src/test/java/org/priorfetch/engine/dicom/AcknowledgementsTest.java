package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    /** Notes what is set. */
    private static final class NotingSocket extends Socket {

        private final List<String> set = new ArrayList<>();

        @Override
        public <T> Socket setOption(SocketOption<T> option, T value) {
            set.add(option.name() + "=" + value);
            return this;
        }
    }

    @Test
    void armedWhereTheSystemHasTheOption() throws IOException {
        try (NotingSocket socket = new NotingSocket()) {
            Acknowledgements here = Acknowledgements
                    .of(Set.of(StandardSocketOptions.TCP_NODELAY, ExtendedSocketOptions.TCP_QUICKACK));
            here.hurry(socket);
            here.hurry(socket);
            assertThat(socket.set).containsExactly("TCP_QUICKACK=true", "TCP_QUICKACK=true");
        }
    }

    @Test
    void leftAloneWhereItHasNone() throws IOException {
        try (NotingSocket socket = new NotingSocket()) {
            Acknowledgements.of(Set.of(StandardSocketOptions.TCP_NODELAY)).hurry(socket);
            assertThat(socket.set).isEmpty();
        }
    }
}
