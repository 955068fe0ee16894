package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir
    Path folder;

    @Test
    void aSecondOwnerIsRefusedInWords() {
        try (HomeLock _ = HomeLock.acquire(folder)) {
            assertThatThrownBy(() -> HomeLock.acquire(folder)).isInstanceOf(HomeInUseException.class)
                    .hasMessageContaining(folder.toString());
        }
    }

    @Test
    void anotherProcessIsRefused() throws Exception {
        try (Child child = Child.start(Child.Task.LOCK, folder)) {
            assertThat(child.nextLine()).isEqualTo("locked");

            assertThatThrownBy(() -> HomeLock.acquire(folder)).isInstanceOfSatisfying(HomeInUseException.class,
                    refused -> assertThat(refused.explanation().text(Locale.GERMAN))
                            .startsWith("Ein anderes PriorFetch"));
        }
        HomeLock.acquire(folder).close();
    }

    @Test
    void theLockEndsWithItsOwner() {
        HomeLock.acquire(folder).close();
        HomeLock.acquire(folder).close();
    }

    @Test
    void aNewHomeIsForItsOwnerOnly() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs POSIX permissions");
        Path home = folder.resolve("new/home");

        HomeLock.acquire(home).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home))).isEqualTo("rwx------");
    }

    @Test
    void aHomeThatCannotBeMadeIsToldInWords() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> HomeLock.acquire(file.resolve("home"))).isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot write")
                .hasMessageContaining("--home");
    }
}
