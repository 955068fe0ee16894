package org.priorfetch.engine.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code dciodvfy} of dicom3tools thinks of an object. */
public final class Conformity {

    private Conformity() {}

    /** Its errors, each once. */
    public static Set<String> errorsOf(Path part10File) {
        List<String> lines = Tools.run("dciodvfy", part10File.toString()).output().lines().toList();
        if (lines.isEmpty()) {
            throw new IllegalStateException("dciodvfy said nothing about " + part10File);
        }
        return lines.stream()
                .filter(line -> line.startsWith("Error"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
