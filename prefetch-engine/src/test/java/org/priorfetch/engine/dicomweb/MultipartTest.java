package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String TYPE = "multipart/related; type=\"application/dicom\"; boundary=b1";

    /** As a network gives it: never more than so many bytes at once. */
    private static InputStream inPieces(byte[] bytes, int atMost) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(len, atMost));
            }
        };
    }

    private static List<byte[]> parts(String type, byte[] message, int atMost) throws IOException {
        Multipart multipart = Multipart.of(type, inPieces(message, atMost)).orElseThrow();
        List<byte[]> parts = new ArrayList<>();
        for (Optional<InputStream> part = multipart.next(); part.isPresent(); part = multipart.next()) {
            parts.add(part.get().readAllBytes());
        }
        return parts;
    }

    private static List<String> texts(String type, String message) throws IOException {
        return parts(type, message.getBytes(StandardCharsets.ISO_8859_1), 7).stream()
                .map(part -> new String(part, StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Test
    void readsPartsOneAfterTheOther() throws IOException {
        assertThat(texts(TYPE, "--b1\r\nContent-Type: a\r\n\r\none\r\n--b1\r\nContent-Type: b\r\n\r\ntwo\r\n--b1--"))
                .containsExactly("one", "two");
    }

    @Test
    void takesWhatLooksAlmostLikeABoundaryAsContent() throws IOException {
        String content = "\r\n--b\r\n-b1\r\n\r\n--\r\n--B1 --b1 \r\r\n--b";
        assertThat(texts(TYPE, "--b1\r\n\r\n" + content + "\r\n--b1--")).containsExactly(content);
    }

    @Test
    void readsEmptyPartsAndAPreamble() throws IOException {
        assertThat(texts(TYPE, "to be left out\r\n--b1\r\nA: b\r\n\r\n\r\n--b1\r\nA: b\r\n\r\nx\r\n--b1--\r\nrest"))
                .containsExactly("", "x");
        assertThat(texts(TYPE, "--b1--")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/related; boundary=\"x y:1\"", "Multipart/Related; Boundary=\"x y:1\"; type=a"})
    void readsQuotedBoundaries(String type) throws IOException {
        assertThat(texts(type, "--x y:1\r\n\r\none\r\n--x y:1--")).containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/dicom", "multipart/related", "text/plain; boundary=b1", ""})
    void isNotSeveralParts(String type) {
        assertThat(Multipart.of(type, InputStream.nullInputStream())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--b1", "--b1\r\nA: b", "--b1\r\nA: b\r\n\r\none", "--b1\r\n\r\none\r\n--b1",
            "--b1\r\n\r\none\r\n--b"})
    void neverTakesABrokenMessageForAWholeOne(String message) {
        assertThatThrownBy(() -> texts(TYPE, message)).isInstanceOf(EOFException.class);
    }

    @Test
    void endsWhereAHeadDoesNot() {
        assertThatThrownBy(() -> texts(TYPE, "--b1\r\n" + "A: b\r\n".repeat(10_000))).isInstanceOf(IOException.class);
    }

    @Test
    void whatWasNotReadIsSkipped() throws IOException {
        byte[] message = ("--b1\r\n\r\n" + "1".repeat(200_000) + "\r\n--b1\r\n\r\ntwo\r\n--b1--").getBytes(
                StandardCharsets.US_ASCII);
        Multipart multipart = Multipart.of(TYPE, inPieces(message, 1000)).orElseThrow();
        assertThat(multipart.next().orElseThrow().read()).isEqualTo('1');
        assertThat(multipart.next().orElseThrow().readAllBytes()).isEqualTo("two".getBytes(StandardCharsets.US_ASCII));
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(Long::valueOf);
    }

    /** Bytes in which pieces of boundaries are frequent, cut anywhere by the network. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anyContentComesOutAsItWentIn(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] letters = "\r\n-b1".getBytes(StandardCharsets.US_ASCII);
        List<byte[]> sent = new ArrayList<>();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int part = 0; part < 1 + random.nextInt(4); part++) {
            byte[] content = new byte[random.nextInt(random.nextBoolean() ? 50 : 150_000)];
            for (int i = 0; i < content.length; i++) {
                content[i] = letters[random.nextInt(letters.length)];
            }
            String text = new String(content, StandardCharsets.US_ASCII).replace("\r\n--b1", "\r\n--b2");
            byte[] safe = text.getBytes(StandardCharsets.US_ASCII);
            sent.add(safe);
            message.writeBytes("--b1\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            message.writeBytes(safe);
            message.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        message.writeBytes("--b1--".getBytes(StandardCharsets.US_ASCII));
        List<byte[]> read = parts(TYPE, message.toByteArray(), 1 + random.nextInt(100_000));
        assertThat(read).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(read.get(i)).isEqualTo(sent.get(i));
        }
    }
}
