package org.priorfetch.engine.forecast;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.SourceRoom;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;

/**
 * A queue of appointments carried out by sources whose rates nobody knows and which vary, with a forecast whenever an
 * appointment is a fifth through. Made from a seed alone.
 */
final class SimulatedDay {

    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final double STEP = 0.5;
    private static final int PREPARED = 2;
    /** Of each archive. */
    private static final int[] LANES = {4, 1, 8, 2};
    private static final double THROUGH = 0.2;

    /** Of one appointment: when a fifth was through, the time that was said to be left, and that which was. */
    record Said(double eta, double actual) {

        double error() {
            return Math.abs(eta - actual) / actual;
        }
    }

    private static final class Archive {
        final String name;
        final Pace truth;
        final int lanes;
        double now = 1;
        double until;

        Archive(String name, int lanes, Random random) {
            this.name = name;
            this.lanes = lanes;
            this.truth = new Pace(0.2 + random.nextDouble(), 0.004 + 0.04 * random.nextDouble(),
                    1 / (2e6 + 28e6 * random.nextDouble()));
        }

        /** Holds a rate for some time, then another one, up to 30 % more or less than usual. */
        double factor(double time, Random random) {
            if (time >= until) {
                now = 0.7 + 0.6 * random.nextDouble();
                until = time + 10 + 110 * random.nextDouble();
            }
            return now;
        }
    }

    private static final class Job {
        final long id;
        final int appointment;
        final Archive archive;
        final int instances;
        final double each;
        final double usualEach;
        final boolean counted;
        double spent;
        boolean begun;
        boolean ended;

        Job(long id, int appointment, Archive archive, Random random) {
            this.id = id;
            this.appointment = appointment;
            this.archive = archive;
            this.instances = (int) Math.clamp(Math.exp(Math.log(120) + random.nextGaussian()), 1, 6000);
            this.usualEach = random.nextBoolean() ? 530_000 : 300_000;
            this.each = usualEach * Math.exp(0.4 * random.nextGaussian());
            this.counted = random.nextInt(5) > 0;
        }

        double total() {
            return archive.truth.seconds(new Amount(1, instances, instances * each));
        }

        double share() {
            double forJob = archive.truth.perJob();
            return Math.clamp((spent - forJob) / (total() - forJob), 0, 1);
        }

        int delivered() {
            return (int) (instances * share());
        }

        long bytes() {
            return (long) (instances * each * share());
        }

        /** As the runner would state it. */
        TransferJob seen() {
            PriorCandidate candidate = new PriorCandidate(new StudyRef("1.2." + id, archive.name),
                    new Patient(PatientKey.of("P"), "X", null, Sex.F), "", null, null, "", new TreeSet<>(Set.of("CT")),
                    Set.of(), instances);
            TransferState state = ended ? TransferState.COMPLETE : TransferState.RUNNING;
            return new TransferJob(id, "A" + appointment, null, candidate, Urgency.ROUTINE, BEGIN, state, 1, BEGIN,
                    instances, ended ? instances : delivered(), ended ? (long) (instances * each) : bytes(), null,
                    BEGIN);
        }

        /** What is known of it beforehand, and while it runs. */
        Work work() {
            int known = counted || begun ? instances : 200;
            double eachKnown = delivered() > 0 ? (double) bytes() / delivered() : usualEach;
            double left = known - (double) delivered();
            return new Work(id, archive.name, new Amount(begun ? 0 : 1, left, left * eachKnown), begun, BEGIN, true);
        }
    }

    private final Random random;
    private final List<Archive> archives = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final RateBook book = new RateBook();
    private final Map<Long, double[]> promises = new HashMap<>();
    private final Map<Integer, double[]> said = new HashMap<>();
    private final List<Said> results = new ArrayList<>();
    private double time;

    SimulatedDay(long seed, int appointments, boolean withHistory) {
        random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            archives.add(new Archive("archive" + i, LANES[i], random));
        }
        for (int appointment = 0; appointment < appointments; appointment++) {
            int priors = 1 + random.nextInt(5);
            for (int prior = 0; prior < priors; prior++) {
                jobs.add(new Job(jobs.size() + 1L, appointment, archives.get(random.nextInt(4)), random));
            }
        }
        if (withHistory) {
            book.remember(archives.stream().map(this::yesterday).toList(), now(), ZoneOffset.UTC);
        }
    }

    private SourceHour yesterday(Archive archive) {
        Amount amount = new Amount(30, 4000, 4000 * 400_000.0);
        double seconds = archive.truth.seconds(amount) * (0.7 + 0.6 * random.nextDouble());
        return new SourceHour(archive.name, BEGIN.minusSeconds(86_400), 30, 4000, 4000L * 400_000,
                java.time.Duration.ofMillis((long) (seconds * 1000)), Map.of());
    }

    private Instant now() {
        return BEGIN.plusMillis((long) (time * 1000));
    }

    List<Said> run() {
        while (jobs.stream().anyMatch(job -> !job.ended)) {
            time += STEP;
            archives.forEach(this::step);
            lookAtAppointments();
        }
        return results;
    }

    private void step(Archive archive) {
        List<Job> open = jobs.stream().filter(job -> job.archive == archive && !job.ended).toList();
        Map<Job, Integer> running = lanes(archive, open);
        int busy = Math.max(1, running.values().stream().mapToInt(lanes -> lanes).sum());
        double each = STEP / archive.factor(time, random) / busy;
        for (Map.Entry<Job, Integer> one : running.entrySet()) {
            Job job = one.getKey();
            if (!job.begun) {
                begin(job);
            }
            job.spent += each * one.getValue() * (0.8 + 0.4 * random.nextDouble());
            if (job.spent >= job.total()) {
                job.ended = true;
                learn(job);
            }
            book.note(job.seen(), now());
        }
    }

    /** Each lane that is free takes an image of the first that has one left; one more transfer is prepared meanwhile. */
    private static Map<Job, Integer> lanes(Archive archive, List<Job> open) {
        Map<Job, Integer> running = new LinkedHashMap<>();
        int free = archive.lanes;
        for (Job job : open) {
            if (running.size() >= archive.lanes || (free == 0 && running.size() >= PREPARED)) {
                break;
            }
            int used = Math.min(free, Math.max(1, job.instances - job.delivered()));
            running.put(job, used);
            free -= used;
        }
        return running;
    }

    private void begin(Job job) {
        double seconds = forecast().getOrDefault(job.id, 0.0);
        job.begun = true;
        promises.put(job.id, new double[]{time, seconds});
    }

    private void learn(Job job) {
        double[] promise = promises.get(job.id);
        book.compare(job.archive.name, promise[1], time - promise[0]);
    }

    private void lookAtAppointments() {
        Map<Integer, List<Job>> byAppointment = jobs.stream().collect(Collectors.groupingBy(job -> job.appointment));
        Map<Long, Double> forecast = null;
        for (Map.Entry<Integer, List<Job>> one : byAppointment.entrySet()) {
            double all = one.getValue().stream().mapToDouble(job -> job.instances * job.each).sum();
            double there = one.getValue()
                    .stream()
                    .mapToDouble(job -> job.ended ? job.instances * job.each : job.bytes())
                    .sum();
            boolean done = one.getValue().stream().allMatch(job -> job.ended);
            double[] promise = said.get(one.getKey());
            if (promise == null && there >= THROUGH * all && !done) {
                forecast = forecast == null ? forecast() : forecast;
                said.put(one.getKey(), new double[]{time, eta(one.getValue(), forecast)});
            } else if (promise != null && done && promise[0] >= 0) {
                results.add(new Said(promise[1], time - promise[0]));
                promise[0] = -1;
            }
        }
    }

    private static double eta(List<Job> ofAppointment, Map<Long, Double> forecast) {
        return ofAppointment.stream()
                .filter(job -> !job.ended)
                .mapToDouble(job -> forecast.getOrDefault(job.id, 0.0))
                .max()
                .orElse(0);
    }

    private Map<Long, Double> forecast() {
        Map<String, Line> lines = archives.stream()
                .collect(Collectors.toMap(archive -> archive.name,
                        archive -> new Line(pace(archive), null, new SourceRoom(archive.lanes, archive.lanes,
                                Math.min(PREPARED, archive.lanes), archive.lanes), java.time.Duration.ZERO,
                                from -> from)));
        List<Work> work = jobs.stream().filter(job -> !job.ended).map(Job::work).toList();
        Map<Long, Double> ends = new HashMap<>();
        Forecast.ends(work, lines, now())
                .forEach((id, end) -> ends.put(id, java.time.Duration.between(now(), end).toMillis() / 1000.0));
        return ends;
    }

    private Pace pace(Archive archive) {
        @Nullable
        Pace known = book.calibrated(archive.name).orElse(null);
        return known == null ? Pace.USUAL : known;
    }
}
