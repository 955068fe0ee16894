package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time goes by in the test alone, so that a minute costs nothing. */
class TokenBucketTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MINUTE = 60 * SECOND;
    private static final int LARGEST_READ = 256 * 1024;

    /** What passed, and when. */
    private record Passed(long at, int bytes) {}

    /** Somebody who reads as soon as what was read before is paid for. */
    private record Reader(long readyAt, int number) implements Comparable<Reader> {
        @Override
        public int compareTo(Reader other) {
            return readyAt == other.readyAt ? Integer.compare(number, other.number)
                    : Long.compare(readyAt, other.readyAt);
        }
    }

    /** Looks at every window of a minute that ends with bytes that pass. */
    private static final class Line {

        private final Deque<Passed> minute = new ArrayDeque<>();
        private long inMinute;
        private long mostInMinute;
        private long total;

        void pass(long at, int bytes) {
            minute.addLast(new Passed(at, bytes));
            inMinute += bytes;
            total += bytes;
            while (minute.getFirst().at() <= at - MINUTE) {
                inMinute -= minute.removeFirst().bytes();
            }
            mostInMinute = Math.max(mostInMinute, inMinute);
        }
    }

    private static TokenBucket bucket(long megabits) {
        return new TokenBucket(megabits * 1_000_000, 0);
    }

    /** Readers that sleep a little too long, as a loaded computer makes them; every now and then nobody reads for a while. */
    private static Line read(TokenBucket bucket, int readers, long until, long seed, boolean rests) {
        Random random = new Random(seed);
        Line line = new Line();
        PriorityQueue<Reader> next = new PriorityQueue<>();
        for (int number = 0; number < readers; number++) {
            next.add(new Reader(0, number));
        }
        while (next.element().readyAt() < until) {
            Reader reader = next.remove();
            long now = reader.readyAt();
            int bytes = Math.min(1 + random.nextInt(LARGEST_READ), bucket.largestPiece());
            line.pass(now, bytes);
            long paid = now + bucket.nanosUntilPaid(bucket.spend(bytes, now), now);
            long overslept = random.nextInt(2_000_000);
            long rest = rests && random.nextInt(2_000) == 0 ? random.nextLong(20 * SECOND) : 0;
            next.add(new Reader(paid + overslept + rest, reader.number()));
        }
        return line;
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,4", "1,64", "2,16", "7,3", "10,1", "34,64", "100,4", "250,64", "1000,1", "1000,64"})
    void noMinuteBringsMoreThanTheLimitAllowsAndAllIsUsed(long megabits, int readers) {
        long allowed = megabits * 1_000_000 / 8 * 60;
        long minutes = megabits > 100 ? 2 : 4;
        Line line = read(bucket(megabits), readers, minutes * MINUTE, megabits * 31 + readers, false);
        assertThat(line.mostInMinute).isLessThanOrEqualTo(allowed + allowed / 20);
        assertThat(line.total).isBetween(minutes * (allowed - allowed / 20), minutes * (allowed + allowed / 20));
    }

    @ParameterizedTest
    @CsvSource({"1,4", "1,64", "10,4", "34,64", "100,16"})
    void whatWasNotUsedIsNotMadeUpForLater(long megabits, int readers) {
        long allowed = megabits * 1_000_000 / 8 * 60;
        Line line = read(bucket(megabits), readers, 5 * MINUTE, megabits * 17 + readers, true);
        assertThat(line.mostInMinute).isLessThanOrEqualTo(allowed + allowed / 20);
    }

    @Test
    void aLongRestGivesCreditForAMoment() {
        TokenBucket bucket = bucket(8);
        long later = 3600 * SECOND;
        assertThat(bucket.nanosUntilPaid(bucket.spend(250_000, later), later)).isZero();
        assertThat(bucket.nanosUntilPaid(bucket.spend(1_000_000, later), later)).isEqualTo(SECOND);
    }

    /** Whoever looked at the clock first may come second. */
    @Test
    void aTimeThatIsOverChangesNothing() {
        TokenBucket bucket = bucket(8);
        bucket.spend(500_000, SECOND);
        double debt = bucket.spend(500_000, SECOND - 77);
        assertThat(bucket.nanosUntilPaid(debt, SECOND - 77)).isEqualTo(bucket.nanosUntilPaid(debt, SECOND));
        assertThat(bucket.owedNanos(SECOND - 77)).isEqualTo(bucket.owedNanos(SECOND));
    }

    @Test
    void theBytesOfAllAreOneDebtPaidInTurn() {
        TokenBucket bucket = bucket(8);
        double first = bucket.spend(500_000, 0);
        double second = bucket.spend(500_000, 0);
        assertThat(bucket.nanosUntilPaid(first, 0)).isEqualTo(SECOND / 2);
        assertThat(bucket.nanosUntilPaid(second, 0)).isEqualTo(SECOND);
        assertThat(bucket.nanosUntilPaid(second, SECOND)).isZero();
    }

    @ParameterizedTest
    @CsvSource(value = {"80,50", "4,1000", "none,0"}, nullValues = "none")
    void aDebtIsPaidAtTheRateThatHoldsNow(@Nullable Long megabits, long millisLeft) {
        TokenBucket bucket = bucket(8);
        double debt = bucket.spend(1_000_000, 0);
        bucket.change(megabits == null ? null : megabits * 1_000_000, SECOND / 2);
        assertThat(bucket.nanosUntilPaid(debt, SECOND / 2)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(millisLeft));
    }

    @Test
    void aLimitThatIsSetLaterBeginsWithoutCreditOrDebt() {
        TokenBucket bucket = new TokenBucket(null, 0);
        assertThat(bucket.nanosUntilPaid(bucket.spend(1_000_000_000, SECOND), SECOND)).isZero();
        bucket.change(8_000_000L, 100 * SECOND);
        double position = bucket.spend(1_000_000, 100 * SECOND);
        assertThat(bucket.nanosUntilPaid(position, 100 * SECOND)).isEqualTo(SECOND);
    }

    @ParameterizedTest
    @CsvSource({"100,40", "40,100", "1000,1"})
    void aMinuteAfterTheChangeKeepsToTheNewLimit(long before, long after) {
        TokenBucket bucket = bucket(before);
        read(bucket, 16, MINUTE, before, false);
        bucket.change(after * 1_000_000, MINUTE);
        long allowed = after * 1_000_000 / 8 * 60;
        // what was read at the old rate is owed still, so that the new limit is kept from below at first
        long begun = MINUTE + bucket.nanosUntilPaid(bucket.spend(0, MINUTE), MINUTE);
        Line line = new Line();
        long now = begun;
        while (now < begun + 2 * MINUTE) {
            line.pass(now, bucket.largestPiece());
            now += bucket.nanosUntilPaid(bucket.spend(bucket.largestPiece(), now), now);
        }
        assertThat(line.mostInMinute).isBetween(allowed - allowed / 20, allowed + allowed / 20);
    }

    @ParameterizedTest
    @CsvSource({"1,1250", "100,125000", "1000,1250000"})
    void aPieceIsPaidForInAHundredthOfASecond(long megabits, int bytes) {
        assertThat(bucket(megabits).largestPiece()).isEqualTo(bytes);
        assertThat(new TokenBucket(null, 0).largestPiece()).isEqualTo(Integer.MAX_VALUE);
        assertThat(new TokenBucket(8L, 0).largestPiece()).isEqualTo(1024);
    }
}
