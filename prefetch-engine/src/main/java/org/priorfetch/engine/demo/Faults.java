package org.priorfetch.engine.demo;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What goes wrong at a simulated peer. Everything can be switched while it runs and holds from then on; what has a number
 * of times ends by itself. Nothing is wrong at first.
 */
public final class Faults {

    /** For {@link #indexDelay}: what was stored stays unseen until the archive is told to show it. */
    public static final Duration UNTIL_RELEASED = Duration.ofSeconds(Long.MAX_VALUE);

    /** For faults with a number of times: every time. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** How many operations at a time are granted where nothing else is said. */
    public static final int WINDOW = 16;

    private static final Duration ANSWERS_HELD_FOR = Duration.ofMillis(300);

    private static final Trouble NO_TROUBLE = new Trouble(0, 0, new AtomicInteger());

    private final CommitmentFaults commitments = new CommitmentFaults();
    private final Map<String, Integer> rejected = new ConcurrentHashMap<>();
    private final Map<String, Stored> availability = new ConcurrentHashMap<>();
    private final Map<String, String> shown = new ConcurrentHashMap<>();
    private final AtomicReference<Duration> answersHeldFor = new AtomicReference<>(ANSWERS_HELD_FOR);
    private volatile boolean withoutGet;
    private volatile Duration findDelay = Duration.ZERO;
    private volatile Duration imageDelay = Duration.ZERO;
    private volatile Duration storeDelay = Duration.ZERO;
    private volatile Duration indexDelay = Duration.ZERO;
    private volatile int associationLimit = ALWAYS;
    private volatile boolean silent;
    private volatile int findStatus;
    private volatile int findCap = ALWAYS;
    private volatile int window = WINDOW;
    private volatile boolean droppingWhoAsksForWindow;
    private volatile int answersHeld;
    private volatile Trouble abort = NO_TROUBLE;
    private volatile Trouble drop = NO_TROUBLE;

    private record Stored(String availability, Duration recall) {}

    private record Trouble(int afterInstances, long afterBytes, AtomicInteger times) {

        boolean strikes(int instances) {
            return instances >= afterInstances && times.getAndUpdate(left -> Math.max(left - 1, 0)) > 0;
        }
    }

    /** Waits before it answers a C-FIND. */
    public Faults findDelay(Duration delay) {
        findDelay = delay;
        return this;
    }

    /** Waits before each instance that it sends. */
    public Faults imageDelay(Duration delay) {
        imageDelay = delay;
        return this;
    }

    /**
     * Says of the study that it is available so. From a slow store (NEARLINE, OFFLINE) it takes so long until the first of
     * its instances goes; then the study is at hand.
     */
    public Faults availability(String studyInstanceUid, String stated, Duration recall) {
        availability.put(studyInstanceUid, new Stored(stated, recall));
        return this;
    }

    /** Shows the attribute with this keyword so in C-FIND, whatever its images say. */
    public Faults showing(String keyword, String value) {
        shown.put(keyword, value);
        return this;
    }

    Map<String, String> shown() {
        return Map.copyOf(shown);
    }

    /** Waits before it answers a C-STORE. */
    public Faults storeDelay(Duration delay) {
        storeDelay = delay;
        return this;
    }

    /** Shows in C-FIND, C-GET and C-MOVE what is stored from now on only after this time, or {@link #UNTIL_RELEASED}. */
    public Faults indexDelay(Duration delay) {
        indexDelay = delay;
        return this;
    }

    /** Refuses associations above this number at a time; 0 refuses all, {@link #ALWAYS} none. */
    public Faults associationLimit(int limit) {
        associationLimit = limit;
        return this;
    }

    /** Accepts connections but never answers on them. */
    public Faults silent(boolean on) {
        silent = on;
        return this;
    }

    /** Ends each C-FIND with this status after its matches; 0000H is success. */
    public Faults findStatus(int status) {
        findStatus = status;
        return this;
    }

    /** Returns at most so many matches and keeps quiet about the rest. */
    public Faults findCap(int matches) {
        findCap = matches;
        return this;
    }

    /** Grants, and asks for, so many operations at a time (PS3.7 D.3.3.3); 1 grants no operations window. */
    public Faults window(int operations) {
        window = operations;
        return this;
    }

    /** Closes the connection of whoever asks for an operations window. */
    public Faults dropWhoAsksForWindow(boolean on) {
        droppingWhoAsksForWindow = on;
        return this;
    }

    /** Answers C-STORE requests only when so many wait for it or no more come, the last one first; 0 for each at once. */
    public Faults holdAnswers(int requests) {
        return holdAnswers(requests, ANSWERS_HELD_FOR);
    }

    /** The same, but the very first waits so long for others to come. */
    public Faults holdAnswers(int requests, Duration atMost) {
        answersHeldFor.set(atMost);
        answersHeld = requests;
        return this;
    }

    /** Aborts an association once so many instances passed over it, in either direction. */
    public Faults abortAfter(int instances, int times) {
        abort = new Trouble(instances, 0, new AtomicInteger(times));
        return this;
    }

    /** Closes the connection in the middle of an instance, once so many passed over it and so many bytes of the next. */
    public Faults dropLineAfter(int instances, long bytes, int times) {
        drop = new Trouble(instances, bytes, new AtomicInteger(times));
        return this;
    }

    /** Answers the C-STORE of this instance with a failure, such as A700H or C000H, and does not keep it. */
    public Faults reject(String sopInstanceUid, int status) {
        rejected.put(sopInstanceUid, status);
        return this;
    }

    /** Takes this instance again. */
    public Faults accept(String sopInstanceUid) {
        rejected.remove(sopInstanceUid);
        return this;
    }

    /** Does not offer C-GET, as many archives. */
    public Faults withoutGet(boolean on) {
        withoutGet = on;
        return this;
    }

    public CommitmentFaults commitments() {
        return commitments;
    }

    /** Ends all faults. */
    public Faults clear() {
        rejected.clear();
        abort = NO_TROUBLE;
        drop = NO_TROUBLE;
        commitments.clear();
        availability.clear();
        shown.clear();
        withoutGet = false;
        return window(WINDOW).dropWhoAsksForWindow(false)
                .holdAnswers(0)
                .findDelay(Duration.ZERO)
                .imageDelay(Duration.ZERO)
                .storeDelay(Duration.ZERO)
                .indexDelay(Duration.ZERO)
                .associationLimit(ALWAYS)
                .silent(false)
                .findStatus(0)
                .findCap(ALWAYS);
    }

    Duration findDelay() {
        return findDelay;
    }

    Duration imageDelay() {
        return imageDelay;
    }

    /** Empty where it does not say. */
    String availability(String studyInstanceUid) {
        Stored stored = availability.get(studyInstanceUid);
        return stored == null ? "" : stored.availability();
    }

    Duration recall(String studyInstanceUid) {
        Stored stored = availability.get(studyInstanceUid);
        return stored == null ? Duration.ZERO : stored.recall();
    }

    void recalled(String studyInstanceUid) {
        availability.computeIfPresent(studyInstanceUid, (_, _) -> new Stored("ONLINE", Duration.ZERO));
    }

    Duration storeDelay() {
        return storeDelay;
    }

    Duration indexDelay() {
        return indexDelay;
    }

    int associationLimit() {
        return associationLimit;
    }

    boolean isSilent() {
        return silent;
    }

    int findStatus() {
        return findStatus;
    }

    int findCap() {
        return findCap;
    }

    int window() {
        return window;
    }

    boolean dropsWhoAsksForWindow() {
        return droppingWhoAsksForWindow;
    }

    int answersHeld() {
        return answersHeld;
    }

    /** How long one that is held first waits for others; the next waits as usual. */
    Duration takeAnswersHeldFor() {
        return answersHeldFor.getAndSet(ANSWERS_HELD_FOR);
    }

    boolean isWithoutGet() {
        return withoutGet;
    }

    int storeStatus(String sopInstanceUid) {
        return rejected.getOrDefault(sopInstanceUid, 0);
    }

    boolean abortsNow(int instances) {
        return abort.strikes(instances);
    }

    /** After how many bytes of the next instance the line drops; empty when it does not. */
    OptionalLong dropsNow(int instances) {
        Trouble current = drop;
        return current.strikes(instances) ? OptionalLong.of(current.afterBytes()) : OptionalLong.empty();
    }
}
