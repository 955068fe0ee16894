package org.priorfetch.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A program that was opened in the morning has nothing left to do of its start when the first images are asked for. */
final class Rest {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofMillis(5);
    private static final int LOOKS = 5;
    private static final int MOST_LOOKS = 150;

    private Rest() {}

    /** Until this process has hardly used the processor for half a second; for fifteen seconds at most. */
    static void await() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        int quiet = 0;
        for (int look = 0; look < MOST_LOOKS && quiet < LOOKS; look++) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            long now = system.getProcessCpuTime();
            quiet = now - before < QUIET.toNanos() ? quiet + 1 : 0;
            before = now;
        }
    }
}
