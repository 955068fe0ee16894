package org.priorfetch.viewer;

import java.util.List;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.Message;

/** What opening would do, to the letter. */
public sealed interface Launch {

    /** Have the desktop open a URL. */
    record Url(String url) implements Launch {

        /** The scheme with its colon. */
        String scheme() {
            return url.substring(0, url.indexOf(':') + 1);
        }
    }

    /** Start a program. */
    record Program(List<String> command) implements Launch {

        public Program {
            command = List.copyOf(command);
        }

        /** The command as people read it: arguments with spaces in quotes. */
        public String line() {
            return command.stream()
                    .map(part -> part.isEmpty() || part.contains(" ") ? '"' + part + '"' : part)
                    .collect(Collectors.joining(" "));
        }
    }

    /** Do nothing. */
    record Refused(Message why) implements Launch {}
}
