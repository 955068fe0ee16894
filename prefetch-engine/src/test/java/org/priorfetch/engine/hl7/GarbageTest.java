package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, it is understood or refused in so many words. */
class GarbageTest {

    private static final String WHOLE = Messages.order(Messages.PID, "ORC|NW|P-1|F-1||SC||^^^20260302143000^^R",
            "OBR|1|P-1|F-1|CTCH^CT \\T\\ Chest^L||||||||||||||A-1||||||CT|||^^^20260302143000^^R",
            "TQ1|||||||20260302", "IPC|A|B|1.2.3|D|CT", "ZDS|1.2.3");
    private static final String DELIMITERS = "|^~\\&\r\n\u000b\u001c\"";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void damagedMessagesAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] damaged = damaged(random);
            assertThatCode(() -> readOrRefuse(damaged)).doesNotThrowAnyException();
        }
    }

    private static byte[] damaged(Random random) {
        StringBuilder text = new StringBuilder(WHOLE);
        for (int change = 0; change < 1 + random.nextInt(12); change++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, DELIMITERS.charAt(random.nextInt(DELIMITERS.length())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(256));
                default -> text.setLength(Math.max(4, at));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void readOrRefuse(byte[] content) {
        Optional<MessageHeader> header = MessageHeader.of(content);
        try {
            if (header.isPresent()) {
                Messages.read(content, null, List.of(), "HOSP");
            }
        } catch (MessageProblem refused) {
            assertThatCode(refused::explanation).doesNotThrowAnyException();
        }
    }
}
