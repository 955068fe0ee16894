package org.priorfetch.engine.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.AdminKey;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.Guarded;
import org.priorfetch.engine.api.Passphrase;

class AdminLockTest {

    private static final Passphrase RIGHT = new Passphrase("seven grey geese");
    private static final Passphrase WRONG = new Passphrase("seven gray geese");

    @TempDir
    Path home;
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private record Change(AdminArea area, @Nullable AdminKey key) implements Guarded {}

    private AdminLock lock() {
        return new AdminLock(home, () -> now);
    }

    @Test
    void keepsTheSiteAndTheRulesForTheAdminFromTheFirstDay() throws Exception {
        assertThat(lock().state().passphraseSet()).isFalse();
        assertThat(lock().state().protectedAreas()).isEqualTo(EnumSet.of(AdminArea.SITE, AdminArea.RULES));
        assertRefused("admin.locked", () -> lock().require(new Change(AdminArea.SITE, null)));
        lock().require(new Change(AdminArea.REVIEW, null));
    }

    @Test
    void unlocksWithTheFirstPassphraseAndAfterwardsOnlyWithIt() throws Exception {
        AdminLock lock = lock();
        AdminKey first = lock.setPassphrase(null, RIGHT);
        lock.require(new Change(AdminArea.SITE, first));

        assertRefused("admin.wrong", () -> lock.unlock(WRONG));
        assertRefused("admin.wrong", () -> lock.setPassphrase(null, WRONG));
        lock.require(new Change(AdminArea.SITE, lock.unlock(RIGHT)));
    }

    @Test
    void locksAgainTenMinutesAfterTheLastUse() throws Exception {
        AdminLock lock = lock();
        AdminKey key = lock.setPassphrase(null, RIGHT);
        now = now.plus(Duration.ofMinutes(9));
        lock.require(new Change(AdminArea.SITE, key));
        now = now.plus(Duration.ofMinutes(9));
        lock.require(new Change(AdminArea.SITE, key));
        now = now.plus(Duration.ofMinutes(10));

        assertRefused("admin.locked", () -> lock.require(new Change(AdminArea.SITE, key)));
    }

    @Test
    void endsAKeyThatIsGivenBackAndAllKeysWithANewPassphrase() throws Exception {
        AdminLock lock = lock();
        AdminKey first = lock.setPassphrase(null, RIGHT);
        AdminKey second = lock.unlock(RIGHT);
        assertThat(lock.lock(second)).isTrue();
        assertThat(lock.lock(second)).isFalse();
        assertRefused("admin.locked", () -> lock.require(new Change(AdminArea.SITE, second)));

        lock.setPassphrase(RIGHT, new Passphrase("eight grey geese"));
        assertRefused("admin.locked", () -> lock.require(new Change(AdminArea.SITE, first)));
    }

    @Test
    void takesNoKeyThatItDidNotGive() {
        AdminKey made = new AdminKey("0123456789", now.plusSeconds(600));
        assertRefused("admin.locked", () -> lock().require(new Change(AdminArea.SITE, made)));
    }

    @Test
    void listensLessAndLessOftenToWrongPassphrasesAlsoAfterARestart() throws Exception {
        lock().setPassphrase(null, RIGHT);
        for (int failure = 0; failure < 3; failure++) {
            assertRefused("admin.wrong", () -> lock().unlock(WRONG));
        }
        assertRefused("admin.tooSoon", () -> lock().unlock(RIGHT));
        assertThat(lock().state().triesAgainAt()).isEqualTo(now.plusSeconds(5));

        now = now.plusSeconds(5);
        assertRefused("admin.wrong", () -> lock().unlock(WRONG));
        assertThat(lock().state().triesAgainAt()).isEqualTo(now.plusSeconds(10));

        now = now.plusSeconds(10);
        lock().unlock(RIGHT);
        assertThat(lock().state().triesAgainAt()).isNull();
    }

    @Test
    void isNotSilencedForGoodByAClockThatWasAhead() throws Exception {
        lock().setPassphrase(null, RIGHT);
        for (int failure = 0; failure < 3; failure++) {
            assertRefused("admin.wrong", () -> lock().unlock(WRONG));
        }
        now = now.minus(Duration.ofDays(365));
        assertThat(lock().state().triesAgainAt()).isEqualTo(now.plusSeconds(5));
    }

    @Test
    void changesWhatIsProtectedOnlyWithAKey() throws Exception {
        AdminLock lock = lock();
        AdminKey key = lock.setPassphrase(null, RIGHT);
        assertRefused("admin.locked", () -> lock.protect(Set.of(), null));

        lock.protect(Set.of(AdminArea.REVIEW), key);
        AdminLock later = lock();
        later.require(new Change(AdminArea.SITE, null));
        assertRefused("admin.locked", () -> later.require(new Change(AdminArea.REVIEW, null)));
    }

    @Test
    void wantsAPassphraseOfSomeLength() {
        assertRefused("admin.badLength", () -> lock().setPassphrase(null, new Passphrase("short")));
        assertRefused("admin.badLength", () -> lock().setPassphrase(null, new Passphrase("   a       ")));
        assertRefused("admin.badLength", () -> lock().setPassphrase(null, new Passphrase("x".repeat(257))));
    }

    @Test
    void staysLockedWhenItsFileIsDamaged() throws Exception {
        AdminKey key = lock().setPassphrase(null, RIGHT);
        Files.writeString(home.resolve("admin.json"), "{");

        assertRefused("admin.unreadable", () -> lock().require(new Change(AdminArea.SITE, key)));
        assertRefused("admin.unreadable", () -> lock().setPassphrase(null, RIGHT));
    }

    @Test
    void showsThePassphraseNowhere() throws Exception {
        AdminKey key = lock().setPassphrase(null, RIGHT);

        assertThat(Files.readString(home.resolve("admin.json"))).doesNotContain("geese").contains("210000");
        assertThat(RIGHT).asString().doesNotContain("geese");
        assertThat(key).asString().doesNotContain(key.token());
        assertThatThrownBy(() -> lock().unlock(WRONG)).message().doesNotContain("geese");
    }

    @Test
    void saltsEachPassphraseAnew() {
        assertThat(PassphraseHash.of(RIGHT)).isNotEqualTo(PassphraseHash.of(RIGHT)).matches(hash -> hash.isOf(RIGHT));
    }

    @Test
    void keepsItsFileFromOthers() throws CommandFailedException, IOException {
        Assumptions.assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        lock().setPassphrase(null, RIGHT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("admin.json"))))
                .isEqualTo("rw-------");
    }

    private static void assertRefused(String key, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(CommandFailedException.class,
                refusal -> assertThat(refusal.explanation().key()).isEqualTo(key));
    }
}
