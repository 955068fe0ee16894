package org.priorfetch.engine.cli.output;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

/**
 * Where a command prints, and for whom.
 *
 * @param interactive whether a person watches, so that lines may be redrawn
 * @param width columns of the screen; of no meaning when not interactive
 * @param unicode whether more than ASCII can be shown
 * @param zone the site's zone
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, int width, boolean unicode, Locale locale,
        ZoneId zone, InstantSource clock) {

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;

    /** The one that the process was started from. */
    public static Terminal system() {
        boolean interactive = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && !"dumb".equals(System.getenv("TERM"));
        Charset charset = System.out.charset();
        return new Terminal(new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset),
                interactive, width(System.getenv("COLUMNS")), charset.newEncoder().canEncode('░'),
                Locale.getDefault(Locale.Category.DISPLAY), ZoneId.systemDefault(), InstantSource.system());
    }

    static int width(@Nullable String columns) {
        boolean given = columns != null && columns.matches("[0-9]{1,4}");
        return given ? Math.max(LEAST_WIDTH, Integer.parseInt(columns)) : USUAL_WIDTH;
    }

    public String text(Message message) {
        return clean(message.text(locale));
    }

    public String text(Reason reason) {
        return clean(reason.text(locale));
    }

    /** A number of bytes with its unit. */
    public String size(long bytes) {
        return new Words(this).size(bytes);
    }

    /** The state in a word or two. */
    public String word(TransferState state) {
        return new Words(this).word(state);
    }

    public void say(Message message) {
        line(text(message));
    }

    public void line(String line) {
        out.println(clean(line));
        out.flush();
    }

    /** Shows a line that the next one replaces; nothing where nobody watches. An empty one wipes it away. */
    public void inPlace(String line) {
        if (interactive) {
            out.print("\r\u001b[2K" + clean(line) + "\r");
            out.flush();
        }
    }

    /** What a person types in answer to a question; empty where nobody watches, or the input has ended. */
    public Optional<String> ask(Message question) {
        Console console = interactive ? System.console() : null;
        return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s ", text(question)));
    }

    /** Says what went wrong, on the error stream. */
    public void complain(Message message) {
        complain(text(message));
    }

    public void complain(String line) {
        err.println(clean(line));
        err.flush();
    }

    /** What archives send must not steer the terminal. */
    static String clean(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
