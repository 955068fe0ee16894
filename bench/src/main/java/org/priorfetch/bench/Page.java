package org.priorfetch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of the documentation with a place for what a run of all scenarios has measured.
 *
 * @param file in Markdown
 */
record Page(Path file) {

    private static final String BEGIN = "<!-- written by the benchmarks: begin -->";
    private static final String END = "<!-- written by the benchmarks: end -->";

    /**
     * Puts the lines in the place of those of the run before.
     *
     * @throws IOException where the page cannot be written, or has no such place
     */
    void replace(List<String> lines) throws IOException {
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " has no place for what was measured");
        }
        Files.writeString(file, page.substring(0, begin + BEGIN.length()) + "\n\n" + String.join("\n", lines) + "\n\n"
                + page.substring(end));
    }
}
