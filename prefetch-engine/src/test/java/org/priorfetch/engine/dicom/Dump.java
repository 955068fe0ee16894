package org.priorfetch.engine.dicom;

import java.nio.file.Path;
import java.util.List;
import org.priorfetch.engine.testing.Tools;

/** What DCMTK's {@code dcmdump} reads in a file, without what encoders are free to choose: lengths and padding. */
public final class Dump {

    private Dump() {}

    /** All elements of the data set with their whole values, and the transfer syntax. */
    public static List<String> of(Path part10File) {
        Tools.Result result = Tools.run("dcmdump", "-q", "+L", "-dc", part10File.toString());
        if (result.exitCode() != 0) {
            throw new IllegalStateException("dcmdump failed: " + result.output());
        }
        return result.output().lines().filter(Dump::counts).map(Dump::withoutLength).toList();
    }

    private static boolean counts(String line) {
        boolean meta = line.startsWith("(0002,") && !line.startsWith("(0002,0010)");
        return line.stripLeading().startsWith("(") && !meta && !line.contains("DelimitationItem");
    }

    private static String withoutLength(String line) {
        int comment = line.lastIndexOf(" # ");
        String value = comment < 0 ? line : line.substring(0, comment);
        return value.replaceAll("with (undefined|explicit) length ", "").stripTrailing();
    }

    /** Those at the top that every archive keeps as they are, however it writes the rest. */
    public static List<String> plainElements(List<String> dump) {
        return dump.stream()
                .filter(line -> line.matches("\\((0008|001.|002[08]).*") && !line.contains(" SQ "))
                .toList();
    }
}
