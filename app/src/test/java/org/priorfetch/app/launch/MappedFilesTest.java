package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.launch.MappedFiles.Mapping;

class MappedFilesTest {

    private static final int BYTES = 8 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "7f00-8f00 r--p 00001000 fe:00 3180637          /opt/priorfetch/lib/priorfetch.aot | 0    | true",
            "7f00-8f00 r-xp 00000000 fe:00 12               /usr/lib/libgtk-3.so.0             | 0    | true",
            "7f00-8f00 r--s 00000000 fe:00 12               /opt/priorfetch/runtime/lib/modules| 0    | true",
            "7f00-8f00 r--p 00000000 fe:00 12               /usr/lib/a library/libc.so         | 0    | true",
            "7f00-8f00 r--p 00000000 fe:00 12               /usr/lib/relocated.so              | 16   | false",
            "7f00-8f00 r--p 00000000 fe:00 12               /usr/share/fonts/Sans.ttf          | 0    | false",
            "7f00-8f00 r--p 00000000 fe:00 12               /tmp/gone.so (deleted)             | 0    | false",
            "7f00-8f00 rw-p 00000000 fe:00 12               /usr/lib/libgtk-3.so.0             | 0    | false",
            "7f00-8f00 rw-s 00000000 00:01 884750           /SYSV00000000 (deleted)            | 0    | false",
            "7f00-8f00 r--p 00000000 00:00 0                                                   | 0    | false",
            "7f00-8f00 r-xp 00000000 00:00 0                [vdso]                             | 0    | false"})
    void onlyWhatIsAsItIsInAFileAndStaysIsLetGo(String mapping, int changedKilobytes, boolean expected) {
        List<String> lines = List.of(mapping, "Size:                  4 kB",
                "Anonymous:      %8d kB".formatted(changedKilobytes), "VmFlags: rd mr mw me sd",
                "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]",
                "Anonymous:             0 kB");

        assertThat(MappedFiles.unchanged(lines))
                .isEqualTo(expected ? List.of(new Mapping(0x7f00, 0x1000)) : List.of());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsLetGoIsResidentNoLongerAndComesBackAsItWas() throws Exception {
        Path file = Files.write(folder.resolve("large.so"), new byte[BYTES]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, BYTES).load();
            assertThat(residentKilobytes(file)).isEqualTo(BYTES >> 10);

            MappedFiles.letGo();

            assertThat(residentKilobytes(file)).isZero();
            assertThat(mapped.get(BYTES - 1)).isZero();
        }
    }

    private static int residentKilobytes(Path file) throws Exception {
        String all = Files.readString(Path.of("/proc/self/smaps"));
        Matcher resident = Pattern.compile(Pattern.quote(file.toString()) + "\n(?:.*\n)*?Rss: +(\\d+) kB").matcher(all);
        assertThat(resident.find()).isTrue();
        return Integer.parseInt(resident.group(1));
    }
}
