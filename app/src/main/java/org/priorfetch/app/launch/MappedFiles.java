package org.priorfetch.app.launch;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets go on Linux of what was read from files that are mapped for as long as the program runs: libraries, the classes of the
 * AOT cache. The kernel maps all around what is touched, and leaves it mapped; what is needed again comes back from its cache
 * in microseconds. Of others, such as fonts, the place may be somebody else's memory by the time that it is let go.
 */
final class MappedFiles {

    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    /** From and to, access, and what is mapped; between them offset, device and inode. */
    private static final Pattern MAPPING = Pattern
            .compile("([0-9a-f]+)-([0-9a-f]+) (\\S{4}) [0-9a-f]+ [0-9a-f]+:[0-9a-f]+ \\d+ *(.*)");
    private static final Pattern FOR_GOOD = Pattern.compile("/.*(?:\\.so(?:\\.[0-9.]+)?|\\.aot|\\.jsa|/lib/modules)");
    private static final Pattern UNCHANGED = Pattern.compile("Anonymous: +0 kB");
    private static final int HEX = 16;
    private static final int DONT_NEED = 4; // MADV_DONTNEED

    /** A part of the address space whose pages are all as they are in a file. */
    record Mapping(long from, long bytes) {}

    private MappedFiles() {}

    /** Does nothing where it is not known how. Takes some milliseconds. */
    static void letGo() {
        if (Files.isReadable(MAPPINGS)) {
            try {
                MethodHandle advise = advise();
                for (Mapping mapping : unchanged(Files.readAllLines(MAPPINGS))) {
                    int _ = (int) advise.invokeExact(MemorySegment.ofAddress(mapping.from()), mapping.bytes(),
                            DONT_NEED);
                }
            } catch (IOException | RuntimeException _) {
                // it stays as it is
            } catch (Throwable failure) {
                throw new IllegalStateException(failure); // madvise throws nothing
            }
        }
    }

    /** Of files that stay, never to be written to, and without a page that was changed before that. */
    static List<Mapping> unchanged(List<String> lines) {
        List<Mapping> unchanged = new ArrayList<>();
        Mapping candidate = null;
        for (String line : lines) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                candidate = ofFile(mapping);
            } else if (candidate != null && UNCHANGED.matcher(line).matches()) {
                unchanged.add(candidate);
            }
        }
        return unchanged;
    }

    private static @Nullable Mapping ofFile(Matcher mapping) {
        long from = Long.parseUnsignedLong(mapping.group(1), HEX);
        long to = Long.parseUnsignedLong(mapping.group(2), HEX);
        boolean writable = mapping.group(3).contains("w");
        return writable || !FOR_GOOD.matcher(mapping.group(4)).matches() ? null : new Mapping(from, to - from);
    }

    @SuppressWarnings("restricted") // a function of the C library that is given no pointer to Java's own memory
    private static MethodHandle advise() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow("madvise"), FunctionDescriptor
                .of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    }
}
