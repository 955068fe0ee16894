package org.priorfetch.product;

import java.util.ArrayList;
import java.util.List;

/** Writes {@code site.yaml} for peers on loopback. */
final class Site {

    private final List<String> worklists = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private String ownPort = "";
    private String pacs = "";

    /** Has a storage port of its own, for C-MOVE. */
    Site listening(int port) {
        ownPort = "\n  port: " + port;
        return this;
    }

    Site pacs(String aeTitle, int port) {
        pacs = "pacs: {aeTitle: %s, host: 127.0.0.1, port: %d}".formatted(aeTitle, port);
        return this;
    }

    Site worklist(String name, String aeTitle, int port) {
        worklists.add("  - {name: %s, type: mwl, aeTitle: %s, host: 127.0.0.1, port: %d, every: 5s}".formatted(name,
                aeTitle, port));
        return this;
    }

    /** @param more such as {@code retrieve: move} */
    Site source(String name, String aeTitle, int port, String... more) {
        StringBuilder line = new StringBuilder(
                "  - {name: %s, type: dimse, aeTitle: %s, host: 127.0.0.1, port: %d".formatted(name, aeTitle, port));
        for (String entry : more) {
            line.append(", ").append(entry);
        }
        sources.add(line.append('}').toString());
        return this;
    }

    String yaml() {
        return """
                self:
                  aeTitle: PRIORFETCH
                  host: 127.0.0.1%s
                %s
                worklists:
                %s
                sources:
                %s
                """.formatted(ownPort, pacs, String.join("\n", worklists), String.join("\n", sources));
    }
}
