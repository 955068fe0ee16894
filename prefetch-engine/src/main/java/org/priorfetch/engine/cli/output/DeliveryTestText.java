package org.priorfetch.engine.cli.output;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.DeliveryTest.Landed;
import org.priorfetch.engine.model.Message;

/** What is known of the last test study, for people. */
public final class DeliveryTestText {

    private final Terminal terminal;
    private final Words words;

    public DeliveryTestText(Terminal terminal) {
        this.terminal = terminal;
        this.words = new Words(terminal);
    }

    /** One line on the last one. */
    public void print(@Nullable DeliveryTest test) {
        if (test == null) {
            terminal.say(Message.of("cli.delivery.none"));
        } else if (test.landed() == Landed.NOT_ASKED) {
            terminal.say(Message.of("cli.delivery.NOT_ASKED", words.time(test.sentAt()), test.sentBy()));
        } else {
            terminal.say(Message.of("cli.delivery." + test.landed(), words.time(test.sentAt()),
                    String.valueOf(test.answeredBy()), words.time(test.answeredAt())));
        }
    }

    /** That it was sent just now, and where to look. */
    public void printSent(DeliveryTest test) {
        terminal.say(Message.of(test.proven() ? "cli.delivery.sent" : "cli.delivery.unlisted",
                test.studyInstanceUid()));
        terminal.say(Message.of("cli.delivery.look"));
    }
}
