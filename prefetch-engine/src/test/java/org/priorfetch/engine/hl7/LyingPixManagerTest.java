package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.testing.StoppedClock;

/** An index that answers by the rules, nearly by the rules, or not at all. */
@Timeout(120)
class LyingPixManagerTest {

    private static final int ROUNDS = 600;
    private static final PixWaits WAITS = new PixWaits(Duration.ofSeconds(2), Duration.ofMillis(500));
    private static final List<String> DOMAINS = List.of("UNI", "UNI&1.2.4&ISO", "&1.2.4&ISO", "HOSP", "", "uni", "2UNI",
            "&1.2.5&ISO");

    @Test
    void onlyIdsThatStateTheDomainAreEverTakenFromIt() throws Exception {
        AtomicReference<UnaryOperator<String>> says = new AtomicReference<>(UnaryOperator.identity());
        int ids = 0;
        int failures = 0;
        try (SimulatedPixManager manager = new SimulatedPixManager(ServerSocketFactory.getDefault(),
                query -> says.get().apply(query));
                PixManager client = new PixManager("uni",
                        new PixPeer("127.0.0.1", manager.port(), null, "PRIORFETCH", "", ""), PixDomain.named("HOSP"),
                        PixDomain.named("UNI"), new StoppedClock(), WAITS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Random random = new Random(round);
                List<String> ofTarget = new ArrayList<>();
                says.set(answer(random, ofTarget));
                try {
                    if (client.find("P1") instanceof CrossReference.Ids(List<String> found)) {
                        assertThat(found).as("round %s", round).isSubsetOf(ofTarget);
                        ids++;
                    }
                } catch (PeerException _) { // nothing is known then
                    failures++;
                }
            }
        }
        assertThat(ids).as("the truth is told, too").isGreaterThan(ROUNDS / 20);
        assertThat(failures).isGreaterThan(ROUNDS / 20);
    }

    /** @param ofTarget is given the IDs that state the domain, whole or cut in the middle */
    private static UnaryOperator<String> answer(Random random, List<String> ofTarget) {
        List<String> identifiers = new ArrayList<>();
        int many = random.nextInt(4);
        for (int number = 0; number < many; number++) {
            String domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
            String id = (char) ('A' + number) + "7";
            identifiers.add(id + "^^^" + domain + "^PI");
            if (domain.toUpperCase(Locale.ROOT).startsWith("UNI")) {
                ofTarget.add(id);
            }
        }
        String pid = "PID|||" + String.join("~", identifiers) + "||^^^^^^S";
        String acknowledged = "MSA|" + List.of("AA", "AA", "AA", "AE", "AR", "").get(random.nextInt(6)) + "|{id}";
        String status = "QAK|{id}|" + List.of("OK", "OK", "NF", "AE", "").get(random.nextInt(5));
        UnaryOperator<String> whole = SimulatedPixManager.saying(acknowledged, status,
                "QPD|IHE PIX Query|{id}|P1^^^HOSP|^^^UNI", pid);
        return switch (random.nextInt(8)) {
            case 0 -> query -> cut(whole.apply(query), random);
            case 1 -> query -> whole.apply(query).replace(SimulatedPixManager.controlId(query), "another");
            case 2 -> query -> "";
            case 3 -> query -> whole.apply(query).replaceFirst("RSP\\^K23\\^RSP_K23", "ADT^A01");
            default -> whole;
        };
    }

    private static String cut(String message, Random random) {
        return message.substring(0, 1 + random.nextInt(message.length() - 1));
    }
}
